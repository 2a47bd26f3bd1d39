import type { ParsedAddress } from '../providers/address.ts';
import type { Provider } from '../providers/catalogue.ts';
import type { Finding } from './finding.ts';

/**
 * What one source says of an address.
 * `found`: servers. `provider`: who runs the mailbox, but not which server. `refused`: no
 * password can work there. `none`: this domain has no mailboxes or sends no mail, whatever the
 * lower sources believe. `nothing`: the source does not know.
 */
export type SourceAnswer =
  | {
      readonly kind: 'found';
      readonly findings: readonly Finding[];
      readonly provider: Provider | null;
    }
  | { readonly kind: 'provider'; readonly provider: Provider }
  | { readonly kind: 'refused'; readonly provider: Provider | null }
  | { readonly kind: 'none'; readonly reason: 'domain-not-found' | 'nothing-found' | 'no-network' }
  | { readonly kind: 'nothing' };

/** One way of finding a server. It only answers; the runner decides. */
export type AskSource = (address: ParsedAddress, signal: AbortSignal) => Promise<SourceAnswer>;

/** Whether an answer ends the search: nothing of lower priority can change it. */
export const isDecisive = (answer: SourceAnswer): boolean =>
  answer.kind === 'found' || answer.kind === 'refused' || answer.kind === 'none';

export const NOTHING: SourceAnswer = { kind: 'nothing' };
