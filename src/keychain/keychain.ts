import type { Result } from '../result.ts';
import type { Secret } from '../secret.ts';

/** Where a password lies in the keychain; the record derives both from the sender's server. */
export interface Credential {
  readonly service: string;
  readonly account: string;
}

export type KeychainProblem =
  | { readonly code: 'keychain-missing'; readonly detail: string }
  | { readonly code: 'keychain-locked'; readonly detail: string }
  | { readonly code: 'keychain-refused'; readonly detail: string };

/** The operating system's keychain, for exactly one person: the user who runs the program. */
export interface Keychain {
  /** Whether a password could be kept right now, without keeping one. */
  check(): Promise<Result<void, KeychainProblem>>;
  /** null: there is no such credential (a locked keychain is a problem, not null). */
  read(credential: Credential): Promise<Result<Secret | null, KeychainProblem>>;
  write(credential: Credential, password: Secret): Promise<Result<void, KeychainProblem>>;
  /** Value: whether there was one to remove. */
  remove(credential: Credential): Promise<Result<boolean, KeychainProblem>>;
}

/**
 * The credential contract: service `Mittente:` + SMTP host in lower case, account = SMTP username.
 * The record derives both from the host and username that it is about to use.
 */
export function credentialFor(host: string, username: string): Credential {
  return { service: `Mittente:${host.toLowerCase()}`, account: username };
}
