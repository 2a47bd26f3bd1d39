import { knownLimits } from '../handouts/known-limits.ts';
import type { Provider } from '../providers/catalogue.ts';
import type { DoctorEntry } from '../record/practice.ts';
import type { Sender } from '../record/senders.ts';
import type { WizardContext } from './context.ts';
import type { LookUp } from './many/batch.ts';
import type {
  AddressAnswer,
  DoctorAction,
  DoctorRow,
  PasswordKind,
  SenderSummary,
} from './view.ts';

const ACTIONS: Readonly<Record<DoctorEntry['status'], DoctorAction>> = {
  none: 'set-up',
  legacy: 'set-up',
  unverified: 'verify',
  verified: 'change',
  failing: 'repair',
  'awaiting-mail-plus': 'continue-mail-plus',
  'not-concerned': 'none',
};

export function doctorRow(
  { doctor, sender, status }: DoctorEntry,
  context: WizardContext,
): DoctorRow {
  return {
    id: doctor.id,
    name: doctor.name,
    contract: doctor.contract,
    senderAddress: sender?.address ?? doctor.sender?.address ?? null,
    status,
    verifiedAt: sender?.verified?.at ?? null,
    checkedAt: latest(sender?.verified?.at, sender?.failing?.at),
    action: ACTIONS[status],
    resumable: context.drafts.doctors[doctor.id] !== undefined,
  };
}

/** ISO 8601 instants in UTC sort as text. */
function latest(...instants: readonly (string | undefined)[]): string | null {
  return (
    instants
      .filter((instant) => instant !== undefined)
      .sort()
      .at(-1) ?? null
  );
}

/** Whether a doctor still has something to do, so that the next one can be proposed. */
export function needsSender({ status }: DoctorEntry): boolean {
  return (
    status === 'none' || status === 'legacy' || status === 'unverified' || status === 'failing'
  );
}

export function passwordKind(provider: Provider | null): PasswordKind {
  const kind = provider?.password ?? 'unknown';
  return kind === 'oauth-only' ? 'unknown' : kind;
}

/** Whom a provider's steps are for: all, or only some of its users; null: it has none. */
export function preparationOf(provider: Provider | null): 'all' | 'some' | null {
  if (!provider?.preparation) return null;
  return provider.state === 'needs-preparation' ? 'all' : 'some';
}

/** What an answer to a typed address is made from. */
type Answered = Pick<WizardContext, 'malformed' | 'discovery' | 'language'> & {
  readonly address: string;
};

/** What the address page answers, from what is known at this moment. */
export function addressAnswer(
  state: LookUp,
  { address, discovery, malformed, language }: Answered,
  suggestion: string | null,
): AddressAnswer {
  if (address.trim() === '' && state !== 'malformed') return { kind: 'empty' };
  if (state === 'malformed' && malformed) return { kind: 'malformed', ...malformed };
  if (state === 'looking') return { kind: 'looking' };
  if (state !== 'answered' || !discovery) {
    return { kind: 'incomplete', problem: malformed?.problem ?? null };
  }
  const provider = discovery.provider;
  const providerName = provider?.name ?? null;
  const hint = provider?.hint?.[language] ?? null;
  switch (discovery.verdict) {
    case 'ok':
      return {
        kind: 'known',
        providerName,
        hint,
        needsPreparation: provider?.state === 'needs-preparation',
        suggestion,
      };
    case 'unknown':
      return { kind: 'unknown', reason: discovery.reason, suggestion };
    default:
      return { kind: 'blocked', reason: discovery.reason, providerName, hint };
  }
}

/** A sender as the review and the last page show it; null while it has no server of its own. */
export function senderSummary(
  sender: Sender,
  provider: Provider | null,
  context: WizardContext,
): SenderSummary | null {
  if (!sender.smtp || !sender.address) return null;
  const { host, port, security, username } = sender.smtp;
  return {
    address: sender.address,
    displayName: sender.displayName,
    choice: sender.choice,
    providerName: provider?.name ?? null,
    server: { host, port, security },
    username,
    ...knownLimits(sender, provider, context.language),
    verifiedAt: sender.verified?.at ?? '',
    messageTo: sender.address,
  };
}
