import type { Catalogue } from '../providers/catalogue.ts';
import type { SmtpServer } from '../smtp/server.ts';
import type { Entrances } from './guess.ts';
import type { LIMITS } from './limits.ts';
import type { CheckSubmission, Dns, Http } from './network.ts';

export interface DiscoverOptions {
  readonly catalogue: Catalogue;
  /** The vendor's retired domains: no mailbox there sends any more. */
  readonly legacyDomains: readonly string[];
  readonly mailPlus: { readonly domains: readonly string[]; readonly smtp: SmtpServer | null };
  readonly dns?: Dns;
  readonly http?: Http;
  readonly checkSubmission?: CheckSubmission;
  /** Further authorities to trust (PEM), for https and for the guess. */
  readonly authorities?: readonly string[];
  /** A name server instead of the system's: `address:port`. */
  readonly dnsServer?: string;
  readonly isOnline?: () => boolean;
  readonly limits?: Partial<typeof LIMITS>;
  /** Where mail servers and settings documents are, when not at their usual ports. */
  readonly entrances?: Entrances;
  readonly httpsPort?: number;
}
