import type { Provider } from '../providers/catalogue.ts';
import type { SmtpServer } from '../smtp/server.ts';

/** Where a finding came from, most trustworthy first. */
export const SOURCES = [
  'manual',
  'catalogue',
  'mx',
  'autoconfig',
  'ispdb',
  'srv',
  'guess',
] as const;

export type Source = (typeof SOURCES)[number];

/** `high`: published and checked; `medium`: published by the domain; `low`: observed only. */
export type Trust = 'high' | 'medium' | 'low';

/** A server setting that discovery found. */
export interface Finding extends SmtpServer {
  readonly username: string;
  readonly source: Source;
  readonly trust: Trust;
}

export type BlockReason = 'pec' | 'closed' | 'legacy' | 'oauth-only';

export type UnknownReason = 'no-network' | 'domain-not-found' | 'nothing-found';

/** What is known of an address before any password is asked for. */
export type Discovery = {
  readonly address: string;
  readonly provider: Provider | null;
  /** Best first. */
  readonly findings: readonly Finding[];
} & (
  | { readonly verdict: 'ok' }
  | { readonly verdict: 'blocked'; readonly reason: Exclude<BlockReason, 'oauth-only'> }
  | { readonly verdict: 'needs-oauth'; readonly reason: 'oauth-only' }
  | { readonly verdict: 'unknown'; readonly reason: UnknownReason }
);

/** A mailbox for which no password is asked: refused, or without a known server. */
export type CannotServe = Exclude<Discovery, { verdict: 'ok' }>;

/** Only the domain of the address ever leaves this computer. */
export type Discover = (address: string, signal?: AbortSignal) => Promise<Discovery>;
