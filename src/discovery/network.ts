import type { Mx } from '../providers/lookup.ts';
import type { Result } from '../result.ts';

/** An SRV record (RFC 2782); an empty `host` says that the service is not offered. */
export interface Srv {
  readonly host: string;
  readonly port: number;
  readonly priority: number;
  readonly weight: number;
}

/**
 * `not-found`: the name does not exist; `no-data`: it has no such record; `offline`: no name
 * server can be reached from here; `failed`: one was asked and gave no usable answer.
 */
export type DnsProblem = 'not-found' | 'no-data' | 'offline' | 'failed';

/** Name look-ups. Aborting makes them fail at once; they never throw. */
export interface Dns {
  mx(domain: string, signal: AbortSignal): Promise<Result<readonly Mx[], DnsProblem>>;
  ns(domain: string, signal: AbortSignal): Promise<Result<readonly string[], DnsProblem>>;
  srv(name: string, signal: AbortSignal): Promise<Result<readonly Srv[], DnsProblem>>;
  /** IPv4 and IPv6 addresses of a host. */
  addresses(host: string, signal: AbortSignal): Promise<Result<readonly string[], DnsProblem>>;
}

export type HttpProblem = 'not-found' | 'too-large' | 'insecure' | 'failed';

/** Fetches documents over https, and over nothing else. Never throws. */
export interface Http {
  get(url: string, signal: AbortSignal): Promise<Result<Uint8Array, HttpProblem>>;
}

/** What a submission server showed before any login. */
export type SubmissionCheck = 'password' | 'oauth-only' | 'unusable';

/** Opens TLS to a server and looks whether it takes passwords. Never sends one, never throws. */
export type CheckSubmission = (
  server: {
    readonly host: string;
    readonly port: number;
    readonly security: 'tls' | 'starttls';
  },
  signal: AbortSignal,
) => Promise<SubmissionCheck>;
