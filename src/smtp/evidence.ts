import type { SmtpServer } from './server.ts';

/** In the order of a STARTTLS session; with implicit TLS, `tls` precedes `greeting`. */
export const STAGES = [
  'dns',
  'tcp',
  'greeting',
  'ehlo',
  'tls',
  'auth',
  'mail-from',
  'rcpt-to',
  'data',
] as const;

export type Stage = (typeof STAGES)[number];

/** One finished stage: `ms` is its duration in milliseconds, `detail` is for technicians. */
export interface StageResult {
  readonly stage: Stage;
  readonly ok: boolean;
  readonly ms: number;
  readonly detail: string;
}

/** An SMTP reply (RFC 5321, section 4.2) with its enhanced code, if any (RFC 3463). */
export interface Reply {
  readonly code: number;
  readonly enhanced: string | null;
  readonly text: string;
}

export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  readonly names: readonly string[];
  /** ISO 8601 dates. */
  readonly validFrom: string;
  readonly validTo: string;
  readonly fingerprint256: string;
}

/** What was seen of TLS: the chain runs from the server's certificate to its last issuer. */
export interface TlsEvidence {
  readonly protocol: string | null;
  /** Node's verification code, such as `CERT_HAS_EXPIRED`; null when verified. */
  readonly verification: string | null;
  readonly chain: readonly Certificate[];
}

/** What a failed stage left behind, raw: the diagnosis is made from this alone. */
export interface Evidence {
  readonly stage: Stage;
  readonly server: SmtpServer;
  readonly username: string;
  /** An error of the resolver, the socket, TLS, or the protocol: Node's code and message. */
  readonly error: { readonly code: string | null; readonly message: string } | null;
  readonly timedOut: boolean;
  readonly reply: Reply | null;
  readonly tls: TlsEvidence | null;
  readonly greeting: string | null;
  /** EHLO keywords with their parameters, upper case; null before EHLO. */
  readonly capabilities: readonly string[] | null;
  /** What further experiments found (another port, another host), in fixed words. */
  readonly observations: readonly Observation[];
}

/** Results of the experiments that tell apart what one failure alone cannot. */
export type Observation =
  | { readonly kind: 'other-port'; readonly server: SmtpServer; readonly reachable: boolean }
  | { readonly kind: 'security-mismatch'; readonly speaks: 'tls' | 'plain-smtp' | 'other' }
  | { readonly kind: 'internet'; readonly reachable: boolean }
  | { readonly kind: 'captive-portal' }
  | { readonly kind: 'ipv6-only-failure' };
