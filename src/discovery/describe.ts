import type { Language } from '../language.ts';
import type { Discovery } from './finding.ts';

/** What the provider's catalogue entry says to a person, most important first. */
export function describeDiscovery(
  { provider }: Pick<Discovery, 'provider'>,
  language: Language,
): readonly string[] {
  if (!provider) return [];
  const steps = provider.state === 'needs-preparation' ? (provider.preparation?.steps ?? []) : [];
  return [provider.hint, ...steps, provider.from].flatMap((text) => (text ? [text[language]] : []));
}
