/** Why a probe failed: the closed list that scripts and the record rely on. */
export const CAUSES = [
  'dns-not-found',
  'dns-temporary',
  'no-network',
  'port-blocked-or-timeout',
  'connection-refused',
  'connection-dropped',
  'not-smtp',
  'tls-wrong-mode',
  'tls-not-offered',
  'tls-intercepted',
  'cert-expired',
  'cert-hostname-mismatch',
  'cert-untrusted',
  'tls-protocol-too-old',
  'wrong-credentials',
  'app-password-required',
  'oauth-required',
  'smtp-access-disabled',
  'account-locked-or-suspended',
  'auth-mechanism-unsupported',
  'auth-temporarily-unavailable',
  'sender-not-owned',
  'sender-domain-rejected',
  'recipient-rejected',
  'relay-denied',
  'rate-limited',
  'daily-quota-exceeded',
  'mailbox-full',
  'ip-blocklisted',
  'content-rejected-as-spam',
  'dmarc-alignment-failed',
  'message-too-big',
  'greylisted',
  'ehlo-rejected',
  'server-temporary-failure',
  'server-permanent-failure',
  'oauth-token-expired-or-invalid',
  'auth-missing',
  'smtp-redirected-by-network',
] as const;

export type Cause = (typeof CAUSES)[number];

export const FIXERS = ['doctor', 'technician', 'provider', 'wait'] as const;

export type FixableBy = (typeof FIXERS)[number];
