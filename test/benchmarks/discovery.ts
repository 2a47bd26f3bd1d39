import { readFile } from 'node:fs/promises';
import { assetPath } from '../../src/assets.ts';
import { createDiscover, type DiscoverOptions } from '../../src/discovery/discover.ts';
import { createDns } from '../../src/discovery/dns.ts';
import { mxSource } from '../../src/discovery/mx.ts';
import type { Dns, Http } from '../../src/discovery/network.ts';
import { parseAddress } from '../../src/providers/address.ts';
import { catalogueSchema } from '../../src/providers/catalogue.ts';
import { fail } from '../../src/result.ts';
import { startDns } from '../servers/dns.ts';
import { interleave, timed } from './interleave.ts';
import { alone, compared, type Measurement } from './measurement.ts';

const KNOWN = 'mario.rossi@gmail.com';
const UNKNOWN = 'mario.rossi@practice.test';

/** How long the name server of the unknown domain takes, in milliseconds: a slow line's. */
const ANSWER_MS = 100;

const zone = {
  'practice.test': {
    mx: [[1, 'smtp.google.com']],
    a: ['127.0.0.1'],
    ns: ['ns.practice.test'],
    delayMs: ANSWER_MS,
  },
} as const;

export const discovery: Measurement = {
  name: 'discovery',
  title: 'Finding the server of an address',
  async run(effort) {
    const catalogue = catalogueSchema.parse(
      JSON.parse(await readFile(assetPath('providers.json'), 'utf8')),
    );
    const dns = await startDns(zone);
    const options: DiscoverOptions = {
      catalogue,
      legacyDomains: [],
      mailPlus: { domains: [], smtp: null },
      dnsServer: dns.address,
    };
    const address = parseAddress(UNKNOWN);
    if (!address.ok) throw new Error('the address is malformed');
    const network = countingNetwork();
    const source = mxSource(catalogue, createDns(dns.address));
    try {
      const rounds = effort.rounds(0.5);
      const times = await interleave(
        {
          known: timed(() => createDiscover({ ...options, ...network.parts })(KNOWN)),
          unknown: timed(() => createDiscover(options)(UNKNOWN)),
          source: timed(() => source(address.value, new AbortController().signal)),
        },
        { rounds },
      );
      return [
        alone({ what: 'an address of the catalogue', unit: 'ms', goal: 5 }, times.known),
        alone({ what: 'what it asks the network', unit: 'questions', goal: 0 }, [network.asked()]),
        compared(
          { what: 'an unknown address, whose MX decides', unit: 'ms' },
          times.unknown,
          'the MX source alone',
          times.source,
        ),
      ];
    } finally {
      await dns.close();
    }
  },
};

/** A network that answers nothing and counts what it is asked. */
function countingNetwork() {
  let asked = 0;
  const refuse = async () => {
    asked += 1;
    return fail('failed' as const);
  };
  const dns: Dns = { mx: refuse, ns: refuse, srv: refuse, addresses: refuse };
  const http: Http = { get: refuse };
  const checkSubmission = async () => {
    asked += 1;
    return 'unusable' as const;
  };
  return { parts: { dns, http, checkSubmission }, asked: () => asked };
}
