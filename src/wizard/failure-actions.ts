import type { Cause } from '../diagnosis/cause.ts';
import { chosenFinding, hasOtherFinding, type WizardContext } from './context.ts';
import { linkUrl } from './links.ts';
import type { FailureAction } from './view.ts';

/** The most likely fix of each cause; what cannot be offered falls through to the next. */
const FIXES: Readonly<Partial<Record<Cause, readonly FailureAction[]>>> = {
  'wrong-credentials': ['retype-password', 'open-provider-page'],
  'app-password-required': ['open-provider-page', 'retype-password'],
  'smtp-access-disabled': ['open-provider-page', 'retry'],
  'account-locked-or-suspended': ['open-provider-page', 'retry'],
  'oauth-required': ['change-address', 'choose-mail-plus'],
  'oauth-token-expired-or-invalid': ['change-address', 'choose-mail-plus'],
  'auth-mechanism-unsupported': ['try-other-server', 'edit-server'],
  'auth-missing': ['try-other-server', 'edit-server'],
  'auth-temporarily-unavailable': ['wait-and-retry'],
  'sender-not-owned': ['change-address', 'retype-password'],
  'sender-domain-rejected': ['change-address'],
  'recipient-rejected': ['change-address'],
  'relay-denied': ['try-other-server', 'edit-server'],
  'dns-not-found': ['try-other-server', 'edit-server', 'change-address'],
  'port-blocked-or-timeout': ['try-other-server', 'retry'],
  'connection-refused': ['try-other-server', 'edit-server'],
  'connection-dropped': ['retry', 'try-other-server'],
  'not-smtp': ['try-other-server', 'edit-server'],
  'tls-wrong-mode': ['try-other-server', 'edit-server'],
  'tls-not-offered': ['try-other-server', 'edit-server'],
  'tls-protocol-too-old': ['try-other-server', 'retry'],
  'cert-hostname-mismatch': ['try-other-server', 'edit-server'],
  'rate-limited': ['wait-and-retry'],
  'daily-quota-exceeded': ['wait-and-retry', 'choose-mail-plus'],
  greylisted: ['wait-and-retry'],
  'server-temporary-failure': ['wait-and-retry'],
  'dns-temporary': ['wait-and-retry'],
  'mailbox-full': ['open-provider-page', 'retry'],
};

/** The computer reaches nothing: another mailbox would not help, and may even cost something. */
const WITHOUT_NETWORK: readonly Cause[] = ['no-network', 'dns-temporary'];

/** Refused once more, the same password can lock the mailbox. */
const PASSWORD_REFUSED: readonly Cause[] = ['wrong-credentials', 'app-password-required'];

/** Waits in seconds where the server did not say how long. */
const DEFAULT_WAIT: Readonly<Partial<Record<Cause, number>>> = {
  'rate-limited': 300,
  greylisted: 300,
  'server-temporary-failure': 60,
  'auth-temporarily-unavailable': 60,
  'dns-temporary': 20,
};

function isPossible(action: FailureAction, context: WizardContext): boolean {
  if (action === 'try-other-server') return hasOtherFinding(context);
  if (action === 'edit-server')
    return context.draft.manual !== null || !context.discovery?.provider;
  if (action === 'choose-mail-plus') return context.draft.choice !== 'mail-plus';
  if (action === 'open-provider-page') {
    return linkUrl('provider-page', context.discovery?.provider ?? null) !== null;
  }
  return true;
}

/** Whether the catalogue vouches for the server: then it is there, and the network does not say so. */
function isKnownServer(context: WizardContext): boolean {
  const host = chosenFinding(context)?.host;
  return context.discovery?.provider?.servers.some((server) => server.host === host) ?? false;
}

function fixesOf(cause: Cause | undefined, context: WizardContext): readonly FailureAction[] {
  if (cause === 'dns-not-found' && isKnownServer(context)) return ['retry', 'try-other-server'];
  return (cause && FIXES[cause]) ?? ['retry'];
}

/** What may be done whatever the cause is, after its own fixes. */
function otherWays(
  cause: Cause | undefined,
  fixes: readonly FailureAction[],
): readonly FailureAction[] {
  if (cause && WITHOUT_NETWORK.includes(cause)) return [];
  const repeats = !fixes.includes('wait-and-retry') && !(cause && PASSWORD_REFUSED.includes(cause));
  return [...(repeats ? (['retry'] as const) : []), 'change-address', 'choose-mail-plus'];
}

/** The main button of the failure page and its quiet ones, the likeliest fix first. */
export function failureActions(context: WizardContext): {
  readonly primary: FailureAction;
  readonly secondary: readonly FailureAction[];
} {
  const cause = context.diagnosis?.cause;
  const fixes = fixesOf(cause, context);
  const possible = [...new Set([...fixes, ...otherWays(cause, fixes)])].filter((action) =>
    isPossible(action, context),
  );
  const [primary = 'retry', ...others] = possible;
  return { primary, secondary: others.slice(0, 3) };
}

/** The instant before which a retry makes no sense, ISO 8601; null when any time will do. */
export function retryAt(context: WizardContext): string | null {
  const { diagnosis, failedAt } = context;
  if (!diagnosis || !failedAt) return null;
  const seconds = diagnosis.retryAfter ?? DEFAULT_WAIT[diagnosis.cause] ?? null;
  return seconds === null ? null : new Date(Date.parse(failedAt) + seconds * 1000).toISOString();
}
