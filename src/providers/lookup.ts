import { isWithin } from '../domain.ts';
import type { Catalogue, Provider } from './catalogue.ts';

/** An MX record (RFC 5321, section 5.1): the lowest priority number is asked first. */
export interface Mx {
  readonly host: string;
  readonly priority: number;
}

/** The catalogue's entry for certified mail that only its name gives away. */
const GENERIC_PEC = 'pec';

/**
 * Whole labels that name a certified mailbox. Never a part of a label: `specialist.it`,
 * `pecora.it` and `aspect.it` are ordinary domains.
 */
const PEC_LABEL = /^(pec|legalmail|postacert.*)$/;

/** Names certified mail only in front of somebody's domain: `cert.comune.it`, not `cert.org`. */
const PEC_PREFIXES = new Set(['cert', 'pcert', 'postacer']);

/** The provider of an exact domain, or of the longest suffix that it lies below. */
export function findByDomain(catalogue: Catalogue, domain: string): Provider | null {
  const name = normalise(domain);
  const exact = catalogue.providers.find((provider) => provider.domains.includes(name));
  if (exact) return exact;
  const labels = name.split('.');
  for (let at = 1; at < labels.length; at += 1) {
    const suffix = `*.${labels.slice(at).join('.')}`;
    const below = catalogue.providers.find((provider) => provider.domains.includes(suffix));
    if (below) return below;
  }
  return findPecAbove(catalogue, name) ?? (isPecDomain(name) ? findPec(catalogue) : null);
}

/** A manager of certified mail serves nothing else below its own domains. */
const findPecAbove = (catalogue: Catalogue, name: string): Provider | null =>
  catalogue.providers.find(
    ({ kind, domains }) => kind === 'pec' && domains.some((domain) => isWithin(name, domain)),
  ) ?? null;

/** What is said of certified mail whose provider is not known. */
export const findPec = (catalogue: Catalogue): Provider | null => findById(catalogue, GENERIC_PEC);

/** The provider that has this host among its servers. */
export function findByServer(catalogue: Catalogue, host: string): Provider | null {
  const name = normalise(host);
  return (
    catalogue.providers.find(({ servers }) => servers.some((server) => server.host === name)) ??
    null
  );
}

export function findById(catalogue: Catalogue, id: string): Provider | null {
  return catalogue.providers.find((provider) => provider.id === id) ?? null;
}

/** Whether the domain's own labels say that it is certified mail. */
export function isPecDomain(domain: string): boolean {
  const labels = normalise(domain).split('.');
  const named = labels.slice(0, -1);
  return (
    named.some((label) => PEC_LABEL.test(label)) ||
    (labels.length > 2 && PEC_PREFIXES.has(labels[0] ?? ''))
  );
}

/**
 * The provider whose MX pattern fits best, trying the preferred MX host first. A host that no
 * pattern knows may still be named after certified mail: `mx.pec.example.it`.
 */
export function findByMx(catalogue: Catalogue, records: readonly Mx[]): Provider | null {
  const hosts = [...records].sort((a, b) => a.priority - b.priority).map(({ host }) => host);
  const known = findByHosts(catalogue, hosts, (provider) => provider.mx);
  if (known) return known;
  const certified = hosts
    .map(normalise)
    .find((host) => findPecAbove(catalogue, host) || isPecDomain(host));
  return certified ? (findPecAbove(catalogue, certified) ?? findPec(catalogue)) : null;
}

/** The provider whose name server pattern fits best. */
export function findByNs(catalogue: Catalogue, hosts: readonly string[]): Provider | null {
  return findByHosts(catalogue, hosts, (provider) => provider.ns);
}

/** A null MX: the domain says that it takes no mail at all (RFC 7505, section 3). */
export const isNullMx = (records: readonly Mx[]): boolean =>
  records.length === 1 && normalise(records[0]?.host ?? '') === '';

function findByHosts(
  catalogue: Catalogue,
  hosts: readonly string[],
  patternsOf: (provider: Provider) => readonly string[],
): Provider | null {
  for (const host of hosts) {
    const name = normalise(host);
    let best: { provider: Provider; weight: number } | null = null;
    for (const provider of catalogue.providers) {
      for (const pattern of patternsOf(provider)) {
        if (!matchesHost(pattern, name)) continue;
        const weight = weightOf(pattern, provider);
        if (!best || weight > best.weight) best = { provider, weight };
      }
    }
    if (best) return best.provider;
  }
  return null;
}

/** The most literal pattern wins, but certified mail always: it must never be missed. */
const weightOf = (pattern: string, provider: Provider): number =>
  pattern.replaceAll('*', '').length + (provider.kind === 'pec' ? 1000 : 0);

/** Whether a host name fits a pattern of the catalogue (see `providerSchema`). */
export function matchesHost(pattern: string, host: string): boolean {
  const expression = pattern
    .toLowerCase()
    .split('.')
    .map((label) =>
      label === '*'
        ? '[^.]+(?:\\.[^.]+)*'
        : label.replace(/[\\^$+?()[\]{}|-]/g, '\\$&').replaceAll('*', '[^.]*'),
    )
    .join('\\.');
  return new RegExp(`^${expression}$`).test(normalise(host));
}

const normalise = (name: string): string => name.toLowerCase().replace(/\.$/, '');
