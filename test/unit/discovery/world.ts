import { readFile } from 'node:fs/promises';
import { createDiscover, type DiscoverOptions } from '../../../src/discovery/discover.ts';
import type { CheckSubmission, Dns, Http } from '../../../src/discovery/network.ts';
import { catalogueSchema } from '../../../src/providers/catalogue.ts';
import { fail, succeed } from '../../../src/result.ts';

export const catalogue = catalogueSchema.parse(
  JSON.parse(await readFile(new URL('../../../assets/providers.json', import.meta.url), 'utf8')),
);

/** A network that says nothing exists, and writes down what it was asked. */
export interface World {
  readonly asked: string[];
  readonly dns: Dns;
  readonly http: Http;
  readonly checkSubmission: CheckSubmission;
}

export interface Wishes {
  readonly dns?: Partial<Dns>;
  readonly http?: Http['get'];
  readonly checkSubmission?: CheckSubmission;
}

export function createWorld(wishes: Wishes = {}): World {
  const asked: string[] = [];
  const noting =
    <Args extends [string, AbortSignal], Answer>(
      kind: string,
      answer: (...args: Args) => Promise<Answer>,
    ) =>
    (...args: Args) => {
      asked.push(`${kind} ${args[0]}`);
      return answer(...args);
    };
  const noData = async () => fail('no-data' as const);
  return {
    asked,
    dns: {
      mx: noting('MX', wishes.dns?.mx ?? noData),
      ns: noting('NS', wishes.dns?.ns ?? noData),
      srv: noting('SRV', wishes.dns?.srv ?? noData),
      addresses: noting('A', wishes.dns?.addresses ?? noData),
    },
    http: { get: noting('GET', wishes.http ?? (async () => fail('not-found' as const))) },
    checkSubmission: async (server, signal) => {
      asked.push(`SMTP ${server.host}:${server.port}`);
      return wishes.checkSubmission?.(server, signal) ?? 'unusable';
    },
  };
}

export const discoverIn = (
  { dns, http, checkSubmission }: World,
  options: Partial<DiscoverOptions> = {},
) =>
  createDiscover({
    catalogue,
    legacyDomains: ['cartellaclinicaparmenide.it'],
    mailPlus: { domains: [], smtp: null },
    dns,
    http,
    checkSubmission,
    ...options,
  });

export const mxAt =
  (host: string): Dns['mx'] =>
  async () =>
    succeed([{ host, priority: 10 }]);

/** Never answers; when it is cancelled it says so in `cancelled`, and gives `end`. */
export const hanging =
  <Answer>(cancelled: string[], name: string, end: Answer) =>
  (_: unknown, signal: AbortSignal): Promise<Answer> =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        cancelled.push(name);
        resolve(end);
      });
    });

/** A settings document with one server. */
export const documentFor = (host: string, login = 'password-cleartext') =>
  new TextEncoder().encode(
    `<clientConfig><emailProvider id="x"><outgoingServer type="smtp"><hostname>${host}</hostname>
    <port>465</port><socketType>SSL</socketType><authentication>${login}</authentication>
    <username>%EMAILADDRESS%</username></outgoingServer></emailProvider></clientConfig>`,
  );
