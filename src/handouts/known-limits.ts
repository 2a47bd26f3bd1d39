import type { Language } from '../language.ts';
import type { Limits, Provider } from '../providers/catalogue.ts';
import { paceOf } from '../providers/pace.ts';
import type { KnownLimits } from '../texts/pace-text.ts';

/** What is known of a sender's limits: as it was saved, completed by what the catalogue says now. */
export function knownLimits(
  { limits }: { readonly limits: Limits },
  provider: Provider | null,
  language: Language,
): KnownLimits {
  const beyond = limits.beyond ?? provider?.limits.beyond ?? null;
  return {
    limits: { ...limits, beyond },
    limitsNote: provider?.limitsNote?.[language] ?? null,
    pace: paceOf(limits),
  };
}
