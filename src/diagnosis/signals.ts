import type { Stage } from '../smtp/evidence.ts';

/** What an experiment, a certificate, the set-up or the provider's entry establishes. */
export type Fact =
  /** An experiment: nothing at all on the internet answers. */
  | 'internet-down'
  | 'captive-portal'
  | 'other-port-reachable'
  /** An experiment: the port speaks the other kind of encryption than the one set. */
  | 'mode-mismatch'
  /** An experiment: the port speaks something that is no mail. */
  | 'speaks-other'
  | 'timed-out'
  /** The chain ends in an authority named like an antivirus or a proxy. */
  | 'cert-intercepted'
  | 'cert-untrusted'
  /** The certificate or the greeting belongs to somebody else than the provider asked for. */
  | 'foreign-server'
  /** The certificate names the provider asked for. */
  | 'provider-certificate'
  /** A known provider, whose certificates every PC trusts. */
  | 'provider-public'
  /** After TLS: the server's EHLO lists no login at all, or no way that a password serves. */
  | 'no-auth-offered'
  | 'only-oauth-offered'
  | 'no-password-mechanism'
  | 'no-starttls-offered'
  /** The set-up: encryption from the start on a port for STARTTLS, and the reverse, or none. */
  | 'implicit-on-starttls-port'
  | 'starttls-on-implicit-port'
  | 'provider-app-password'
  | 'provider-oauth'
  /** Sending from other programs is off until the doctor switches it on. */
  | 'provider-access-off'
  | 'provider-aruba'
  | 'password-like-app-password'
  /** The login was tried with a token instead of a password. */
  | 'oauth-used';

/** What rules see: evidence and error lines, reduced to one form. */
export interface Signals {
  /** The stage that was given; null when it has to be inferred. */
  readonly stage: Stage | null;
  /** Where it can have happened: the given stage alone, or what text and code allow. */
  readonly plausible: readonly Stage[];
  /** Folded: the error's code and message, the reply's text. */
  readonly text: string;
  /** Folded free words on what was set, with host, port and security. */
  readonly config: string;
  readonly code: number | null;
  readonly enhanced: string | null;
  readonly facts: ReadonlySet<Fact>;
  readonly provider: string | null;
  readonly product: string | null;
  readonly retryAfter: number | null;
}
