import type { Campaign } from '../campaign/campaign.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { findByServer, isPecDomain } from '../providers/lookup.ts';
import type { SmtpServer } from '../smtp/server.ts';
import { createDiscover } from './discover.ts';
import type { Discover, Discovery } from './finding.ts';

/** What is known without asking anybody. */
interface Known {
  readonly catalogue: Catalogue;
  readonly campaign: Campaign;
}

/**
 * What is known of an address whose server a technician gives. Nobody is asked: only what the
 * catalogue and the campaign say counts, so that a mailbox that cannot serve is still refused.
 */
export function discoverWithServer(
  { catalogue, campaign }: Known,
  server: SmtpServer,
  username: string | null,
): Discover {
  const askNobody = createDiscover({
    catalogue,
    legacyDomains: campaign.legacy.domains,
    mailPlus: campaign.mailPlus,
    isOnline: () => false,
  });
  return async (text, signal): Promise<Discovery> => {
    const known = await askNobody(text, signal);
    if (known.verdict === 'blocked' || known.verdict === 'needs-oauth') return known;
    const { address } = known;
    const byServer = findByServer(catalogue, server.host);
    const common = { address, provider: known.provider ?? byServer, findings: [] };
    if (isPecDomain(server.host) || byServer?.kind === 'pec') {
      return { ...common, verdict: 'blocked', reason: 'pec' };
    }
    if (byServer?.password === 'oauth-only') {
      return { ...common, verdict: 'needs-oauth', reason: 'oauth-only' };
    }
    const finding = { ...server, username: username ?? address };
    return {
      ...common,
      findings: [{ ...finding, source: 'manual', trust: 'medium' }],
      verdict: 'ok',
    };
  };
}

/** Discovery with a user name that a technician gives instead of those found. */
export function discoverWithUsername(discover: Discover, username: string): Discover {
  return async (address, signal) => {
    const discovery = await discover(address, signal);
    return {
      ...discovery,
      findings: discovery.findings.map((finding) => ({ ...finding, username })),
    };
  };
}
