import { networkInterfaces } from 'node:os';
import { isWithin } from '../domain.ts';
import { type ParsedAddress, parseAddress } from '../providers/address.ts';
import type { Provider } from '../providers/catalogue.ts';
import { findByDomain, findByServer, findPec, isPecDomain } from '../providers/lookup.ts';
import type { SourceAnswer } from './answer.ts';
import { answerOf } from './catalogue.ts';
import type { Discover, Discovery, Finding } from './finding.ts';
import type { DiscoverOptions } from './options.ts';

export type { DiscoverOptions } from './options.ts';

/**
 * Finds out what is known of an address. A provider of the catalogue is answered without any
 * packet; otherwise the sources run together, the most trustworthy answer wins, and nothing but
 * the domain leaves this computer. Rejects only with the signal's reason.
 */
export function createDiscover(options: DiscoverOptions): Discover {
  const usesSystem = !options.dns && !options.dnsServer;
  const isOnline = options.isOnline ?? (usesSystem ? hasNetwork : () => true);

  return async (text, signal = new AbortController().signal) => {
    signal.throwIfAborted();
    const parsed = parseAddress(text);
    if (!parsed.ok) return unknown(text, null, 'nothing-found');
    const address = parsed.value;
    const isLegacy = options.legacyDomains.some((legacy) => isWithin(address.domain, legacy));
    if (isLegacy) return retired(address.address);
    const known = answerLocally(options, address);
    const provider = known?.kind === 'provider' ? known.provider : null;
    if (known && !provider) return conclude(options, address, known, null);
    if (!isOnline()) return unknown(address.address, provider, 'no-network');

    const { askSources } = await import('./ask-sources.ts');
    const { best, named } = await askSources(options, address, signal);
    return conclude(options, address, best, named ?? provider);
  };
}

/** What needs no network: Mail Plus, and the catalogue by domain. */
function answerLocally(
  { catalogue, mailPlus }: DiscoverOptions,
  address: ParsedAddress,
): SourceAnswer | null {
  const from = { source: 'catalogue', trust: 'high' } as const;
  if (mailPlus.smtp && mailPlus.domains.includes(address.domain)) {
    const finding: Finding = { ...mailPlus.smtp, username: address.address, ...from };
    return { kind: 'found', provider: null, findings: [finding] };
  }
  const provider = findByDomain(catalogue, address.domain);
  return provider && answerOf(provider, address, from);
}

/** From the decisive answer to the verdict. `named`: who runs the mailbox, from another source. */
function conclude(
  { catalogue }: DiscoverOptions,
  { address }: ParsedAddress,
  answer: SourceAnswer,
  named: Provider | null,
): Discovery {
  if (answer.kind === 'refused') return refuse(address, answer.provider ?? named);
  if (answer.kind === 'none') return unknown(address, named, answer.reason);
  if (answer.kind !== 'found') return unknown(address, named, 'nothing-found');
  const { findings } = answer;
  if (findings.some(({ host }) => isPecDomain(host))) return refuse(address, findPec(catalogue));
  const provider = answer.provider ?? named ?? findByServer(catalogue, findings[0]?.host ?? '');
  if (provider?.password === 'oauth-only') return refuse(address, provider);
  return { address, provider, findings, verdict: 'ok' };
}

function refuse(address: string, provider: Provider | null): Discovery {
  const common = { address, provider, findings: [] };
  if (provider?.kind === 'pec') return { ...common, verdict: 'blocked', reason: 'pec' };
  if (!provider || provider.password === 'oauth-only') {
    return { ...common, verdict: 'needs-oauth', reason: 'oauth-only' };
  }
  return { ...common, verdict: 'blocked', reason: 'closed' };
}

const unknown = (
  address: string,
  provider: Provider | null,
  reason: 'no-network' | 'domain-not-found' | 'nothing-found',
): Discovery => ({ address, provider, findings: [], verdict: 'unknown', reason });

const retired = (address: string): Discovery => ({
  address,
  provider: null,
  findings: [],
  verdict: 'blocked',
  reason: 'legacy',
});

/** An address that the computer gave itself (RFC 3927, RFC 4291) leads nowhere. */
const hasNetwork = (): boolean =>
  Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(({ internal, address }) => !internal && !/^(169\.254\.|fe80:)/i.test(address)),
  );
