import { isWithin } from '../domain.ts';
import type { Catalogue, Provider } from '../providers/catalogue.ts';
import { findByMx, findByNs, isNullMx, type Mx } from '../providers/lookup.ts';
import { findByMxAddress } from '../providers/mx-ranges.ts';
import { type AskSource, NOTHING } from './answer.ts';
import { answerOf } from './catalogue.ts';
import type { Trust } from './finding.ts';
import type { Dns } from './network.ts';

/** More MX hosts than these are not looked up. */
const MAX_HOSTS = 3;

/** The catalogue, by the domain's MX hosts, their addresses, or its name servers. */
export function mxSource(catalogue: Catalogue, dns: Dns): AskSource {
  return async (address, signal) => {
    const { domain } = address;
    const answer = await dns.mx(domain, signal);
    if (!answer.ok) {
      if (answer.problem === 'not-found') return { kind: 'none', reason: 'domain-not-found' };
      if (answer.problem === 'offline') return { kind: 'none', reason: 'no-network' };
      if (answer.problem === 'failed') return NOTHING;
    }
    const records = answer.ok ? answer.value : [];
    if (isNullMx(records)) return { kind: 'none', reason: 'nothing-found' };
    const known = await recognise(catalogue, dns, domain, records, signal);
    if (!known) return NOTHING;
    return answerOf(known.provider, address, { source: 'mx', trust: known.trust });
  };
}

async function recognise(
  catalogue: Catalogue,
  dns: Dns,
  domain: string,
  records: readonly Mx[],
  signal: AbortSignal,
): Promise<{ provider: Provider; trust: Trust } | null> {
  const byName = findByMx(catalogue, records);
  if (byName) return { provider: byName, trust: 'high' };
  const hosts = [...records]
    .sort((a, b) => a.priority - b.priority)
    .slice(0, MAX_HOSTS)
    .map(({ host }) => host.toLowerCase());
  const addresses = await Promise.all(hosts.map((host) => dns.addresses(host, signal)));
  const byAddress = findByMxAddress(
    catalogue,
    addresses.flatMap((found) => (found.ok ? found.value : [])),
  );
  if (byAddress) return { provider: byAddress, trust: 'high' };
  // A foreign MX host means that the mail is elsewhere than the domain's name servers.
  if (!hosts.every((host) => isWithin(host, domain))) return null;
  const servers = await dns.ns(domain, signal);
  const byNs = servers.ok ? findByNs(catalogue, servers.value) : null;
  return byNs && { provider: byNs, trust: 'medium' };
}
