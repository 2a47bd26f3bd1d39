import { BlockList, isIP } from 'node:net';
import type { Catalogue, Provider } from './catalogue.ts';

/** The provider in whose ranges one of the MX hosts' addresses lies. */
export function findByMxAddress(
  catalogue: Catalogue,
  addresses: readonly string[],
): Provider | null {
  const known = catalogue.providers
    .filter(({ mxRanges }) => mxRanges.length > 0)
    .map((provider) => ({ provider, ranges: listOf(provider.mxRanges) }));
  for (const address of addresses) {
    const found = known.find(({ ranges }) => ranges.check(address, familyOf(address)));
    if (found) return found.provider;
  }
  return null;
}

/** Node's list holds IPv4 in its own writing and mapped into IPv6 (RFC 4291, section 2.5.5.2). */
function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', bits] = range.split('/');
    list.addSubnet(network, Number(bits), familyOf(network));
  }
  return list;
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
