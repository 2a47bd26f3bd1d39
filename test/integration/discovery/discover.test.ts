import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDiscover, type DiscoverOptions } from '../../../src/discovery/discover.ts';
import { catalogueSchema } from '../../../src/providers/catalogue.ts';
import { type Authority, createAuthority, issueCertificate } from '../../servers/certificates.ts';
import { type DnsServer, type Name, startDns } from '../../servers/dns.ts';
import { type HttpsServer, startHttps } from '../../servers/https.ts';
import { type MailServer, startMailServer } from '../../servers/mail.ts';

const LOOPBACK: Name = { a: ['127.0.0.1'] };

const catalogue = catalogueSchema.parse(
  JSON.parse(await readFile(new URL('../../../assets/providers.json', import.meta.url), 'utf8')),
);

const zone: Record<string, Name> = {
  // A practice with its own mail server, found by guessing alone.
  'acme.test': { a: ['127.0.0.1'], mx: [[10, 'mx.acme.test']], ns: ['ns.acme.test'] },
  'mx.acme.test': LOOPBACK,
  'mail.acme.test': LOOPBACK,
  'smtp.acme.test': LOOPBACK,
  // Custom domains at providers.
  'google.test': { mx: [[1, 'smtp.google.com']] },
  'office.test': { mx: [[0, 'office-test.mail.protection.outlook.com']] },
  'hotmail.test': { mx: [[2, 'hotmail-test.olc.protection.outlook.com']] },
  'aruba-range.test': { mx: [[10, 'mx.aruba-range.test']] },
  'mx.aruba-range.test': { a: ['62.149.128.72'] },
  'aruba-ns.test': { mx: [[10, 'mx.aruba-ns.test']], ns: ['dns.technorail.com'] },
  'mx.aruba-ns.test': LOOPBACK,
  'elsewhere.test': { mx: [[10, 'mx.other.test']], ns: ['dns.technorail.com'] },
  'mx.other.test': LOOPBACK,
  'siteground.test': { mx: [[10, 'mx10.antispam.mailspamprotection.com']] },
  'certified.test': { mx: [[10, 'mx.pec.aruba.it']] },
  // Domains that say what they do not have.
  'nullmx.test': { mx: [[0, '']], a: ['127.0.0.1'] },
  'nosubmission.test': { mx: [[10, 'mx.other.test']] },
  '_submission._tcp.nosubmission.test': { srv: [[0, 0, 0, '']] },
  // Service records.
  'srv.test': { mx: [[10, 'mx.other.test']] },
  '_submissions._tcp.srv.test': {
    srv: [
      [20, 0, 465, 'second.srv.test'],
      [10, 5, 465, 'light.srv.test'],
      [10, 50, 465, 'first.srv.test'],
    ],
  },
  '_submission._tcp.srv.test': { srv: [[0, 0, 587, 'submission.hoster.test']] },
  // Faults of name servers.
  'servfail.test': { fault: 'servfail' },
  'silent.test': { fault: 'silent' },
  'garbage.test': { fault: 'garbage' },
  'truncated.test': { fault: 'truncated', mx: [[1, 'smtp.google.com']] },
  'slow.test': { delayMs: 300, mx: [[1, 'smtp.google.com']] },
  'lying.test': {
    mx: [
      [1, 'localhost'],
      [2, 'a_b.-.test'],
    ],
  },
  '_submissions._tcp.lying.test': {
    srv: [
      [0, 0, 465, 'localhost'],
      [0, 0, 0, 'mail.lying.test'],
      [0, 0, 465, '127.0.0.1'],
    ],
  },
  // Settings documents.
  'auto.test': LOOPBACK,
  'autoconfig.auto.test': LOOPBACK,
  'wellknown.test': LOOPBACK,
  'wronghost.test': LOOPBACK,
  'autoconfig.wronghost.test': LOOPBACK,
  'downgrade.test': LOOPBACK,
  'moved.test': LOOPBACK,
  'huge.test': LOOPBACK,
  'laughs.test': LOOPBACK,
  'latin.test': LOOPBACK,
  'plain.test': LOOPBACK,
  'oauth.test': LOOPBACK,
  'hanging.test': LOOPBACK,
  'pechost.test': LOOPBACK,
  'ispdb.test': LOOPBACK,
  'autoconfig.thunderbird.net': LOOPBACK,
};

interface ServerWords {
  readonly host: string;
  readonly port?: number;
  readonly socket?: string;
  readonly login?: string;
  readonly username?: string;
}

const document = (...servers: readonly ServerWords[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1"><emailProvider id="example">
  <incomingServer type="imap"><hostname>imap.example.test</hostname><port>993</port>
    <socketType>SSL</socketType></incomingServer>
  ${servers
    .map(
      ({ host, port = 465, socket = 'SSL', login = 'password-cleartext', username }) =>
        `<outgoingServer type="smtp"><hostname>${host}</hostname><port>${port}</port>
        <socketType>${socket}</socketType><authentication>${login}</authentication>
        <username>${username ?? '%EMAILADDRESS%'}</username></outgoingServer>`,
    )
    .join('\n')}
</emailProvider></clientConfig>`;

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level || ''};`.repeat(10)}">`,
).join('')}]>${document({ host: '&lol9;.example.test' }).replace(/^<\?xml.*?\?>/, '')}`;

const WELL_KNOWN = '/.well-known/autoconfig/mail/config-v1.1.xml';

const pages = {
  'autoconfig.auto.test/mail/config-v1.1.xml': {
    body: document(
      { host: 'Smtp.Auto.Test', username: '%EMAILLOCALPART%' },
      { host: 'smtp.auto.test', port: 587, socket: 'STARTTLS' },
      { host: 'smtp.auto.test', port: 25, socket: 'plain' },
    ),
  },
  [`auto.test${WELL_KNOWN}`]: { body: document({ host: 'not-this-one.auto.test' }) },
  [`wellknown.test${WELL_KNOWN}`]: { body: document({ host: 'smtp.wellknown.test' }) },
  'autoconfig.wronghost.test/mail/config-v1.1.xml': {
    body: document({ host: 'smtp.wronghost.test' }),
  },
  [`downgrade.test${WELL_KNOWN}`]: {
    status: 302,
    headers: { location: 'http://downgrade.test/config.xml' },
  },
  [`moved.test${WELL_KNOWN}`]: {
    status: 301,
    headers: { location: `https://wellknown.test${WELL_KNOWN}` },
  },
  [`huge.test${WELL_KNOWN}`]: {
    body: document({ host: 'smtp.huge.test' }) + ' '.repeat(10 * 1024 * 1024),
  },
  [`laughs.test${WELL_KNOWN}`]: { body: LAUGHS },
  [`latin.test${WELL_KNOWN}`]: {
    body: Buffer.from(
      document({ host: 'smtp.latin.test', username: 'città-%EMAILLOCALPART%' }).replace(
        'UTF-8',
        'ISO-8859-1',
      ),
      'latin1',
    ),
  },
  [`plain.test${WELL_KNOWN}`]: {
    body: document({ host: 'smtp.plain.test', port: 25, socket: 'plain' }),
  },
  [`oauth.test${WELL_KNOWN}`]: { body: document({ host: 'smtp.oauth.test', login: 'OAuth2' }) },
  [`hanging.test${WELL_KNOWN}`]: { silent: true },
  [`pechost.test${WELL_KNOWN}`]: { body: document({ host: 'smtps.pec.example.test' }) },
  'autoconfig.thunderbird.net/v1.1/ispdb.test': { body: document({ host: 'smtp.ispdb.test' }) },
};

let authority: Authority;
let dns: DnsServer;
let https: HttpsServer;
let mail: MailServer;

beforeAll(async () => {
  authority = await createAuthority();
  dns = await startDns(zone);
  const hosts = Object.keys(zone).filter((name) => !name.startsWith('_') && name !== 'acme.test');
  const identities = await Promise.all(
    hosts.map(async (host) => {
      const name = host.endsWith('wronghost.test') ? 'other.example' : host;
      return [
        host,
        await issueCertificate(authority, { commonName: name, names: [name] }),
      ] as const;
    }),
  );
  https = await startHttps(Object.fromEntries(identities), pages);
  mail = await startMailServer({ authority });
});

afterAll(async () => {
  await Promise.all([dns?.close(), https?.close(), mail?.stop()]);
});

/** Without `ports`, mail servers are looked for where nothing listens. */
const discoverWith = (ports: Partial<DiscoverOptions> = {}) =>
  createDiscover({
    catalogue,
    legacyDomains: ['legacy.test'],
    mailPlus: { domains: [], smtp: null },
    dnsServer: dns.address,
    authorities: [authority.pem],
    httpsPort: https.port,
    entrances: [{ port: 1, security: 'tls' }],
    ...ports,
  });

describe('custom domains', () => {
  it.each([
    ['google.test', 'google-workspace', 'smtp.gmail.com', 'high'],
    ['office.test', 'microsoft365', 'smtp.office365.com', 'high'],
    ['aruba-range.test', 'aruba', 'smtps.aruba.it', 'high'],
    ['aruba-ns.test', 'aruba', 'smtps.aruba.it', 'medium'],
    ['truncated.test', 'google-workspace', 'smtp.gmail.com', 'high'],
    ['slow.test', 'google-workspace', 'smtp.gmail.com', 'high'],
  ])('%s is recognised as %s', async (domain, provider, host, trust) => {
    const address = `mario.rossi@${domain}`;
    const found = await discoverWith()(address);
    expect(found).toMatchObject({ verdict: 'ok', provider: { id: provider } });
    expect(found.findings[0]).toMatchObject({ host, username: address, source: 'mx', trust });
  });

  it('trusts name servers only when the mail is in the domain itself', async () => {
    const found = await discoverWith()('mario@elsewhere.test');
    expect(found).toMatchObject({ verdict: 'unknown', reason: 'nothing-found', provider: null });
  });

  it('names the hosting company even when its server is not found', async () => {
    const found = await discoverWith()('mario@siteground.test');
    expect(found).toMatchObject({ verdict: 'unknown', provider: { id: 'siteground' } });
  });

  it('blocks certified mail that only its MX gives away', async () => {
    const found = await discoverWith()('mario@certified.test');
    expect(found).toMatchObject({
      verdict: 'blocked',
      reason: 'pec',
      provider: { id: 'aruba-pec' },
    });
    expect(found.findings).toEqual([]);
  });

  it('says that Microsoft’s personal mailboxes want OAuth2', async () => {
    const found = await discoverWith()('mario@hotmail.test');
    expect(found).toMatchObject({ verdict: 'needs-oauth', provider: { id: 'outlook-personal' } });
  });
});

describe('what DNS says', () => {
  it.each([
    ['absent.test', 'domain-not-found'],
    ['nullmx.test', 'nothing-found'],
    ['nosubmission.test', 'nothing-found'],
    ['servfail.test', 'nothing-found'],
    ['lying.test', 'nothing-found'],
  ])('%s ends as %s', async (domain, reason) => {
    const found = await discoverWith()(`mario@${domain}`);
    expect(found).toMatchObject({ verdict: 'unknown', reason, findings: [] });
  });

  it('orders service records by security, priority and weight', async () => {
    const found = await discoverWith()('mario@srv.test');
    expect(found.findings.map(({ host, security, trust }) => [host, security, trust])).toEqual([
      ['first.srv.test', 'tls', 'medium'],
      ['light.srv.test', 'tls', 'medium'],
      ['second.srv.test', 'tls', 'medium'],
      ['submission.hoster.test', 'starttls', 'low'],
    ]);
  });

  it.each(['silent.test', 'garbage.test'])(
    'gives up on %s within the limits, as if there were no network',
    async (domain) => {
      const limits = { mx: 200, autoconfig: 200, ispdb: 200, srv: 200, guess: 200, all: 400 };
      const found = await discoverWith({ limits })(`mario@${domain}`);
      expect(found.verdict).toBe('unknown');
      expect(found.findings).toEqual([]);
    },
  );

  it('notices at once that no name server can be reached', async () => {
    const found = await discoverWith({ dnsServer: '127.0.0.1:1' })('mario@acme.test');
    expect(found).toMatchObject({ verdict: 'unknown', reason: 'no-network' });
  });
});

describe('settings documents', () => {
  it('come from the domain’s own host first, without servers in clear text', async () => {
    const found = await discoverWith()('mario.rossi@auto.test');
    expect(found).toMatchObject({ verdict: 'ok', provider: null });
    expect(found.findings).toEqual([
      {
        host: 'smtp.auto.test',
        port: 465,
        security: 'tls',
        username: 'mario.rossi',
        source: 'autoconfig',
        trust: 'medium',
      },
      {
        host: 'smtp.auto.test',
        port: 587,
        security: 'starttls',
        username: 'mario.rossi@auto.test',
        source: 'autoconfig',
        trust: 'medium',
      },
    ]);
  });

  it.each([
    ['wellknown.test', 'smtp.wellknown.test', 'autoconfig'],
    ['moved.test', 'smtp.wellknown.test', 'autoconfig'],
    ['latin.test', 'smtp.latin.test', 'autoconfig'],
    ['ispdb.test', 'smtp.ispdb.test', 'ispdb'],
  ])('%s leads to %s by %s', async (domain, host, source) => {
    const found = await discoverWith()(`mario@${domain}`);
    expect(found.findings[0]).toMatchObject({ host, source });
  });

  it('are read in the encoding that they declare', async () => {
    const found = await discoverWith()('mario@latin.test');
    expect(found.findings[0]?.username).toBe('città-mario');
  });

  it.each([
    ['a certificate for another host', 'wronghost.test'],
    ['a redirect to http', 'downgrade.test'],
    ['ten megabytes', 'huge.test'],
    ['a billion laughs', 'laughs.test'],
    ['servers in clear text only', 'plain.test'],
  ])('count for nothing with %s', async (_, domain) => {
    const found = await discoverWith()(`mario@${domain}`);
    expect(found).toMatchObject({ verdict: 'unknown', reason: 'nothing-found', findings: [] });
  });

  it('say when a mailbox takes no password', async () => {
    const found = await discoverWith()('mario@oauth.test');
    expect(found).toMatchObject({ verdict: 'needs-oauth', findings: [] });
  });

  it('never lead to a certified mail server', async () => {
    const found = await discoverWith()('mario@pechost.test');
    expect(found).toMatchObject({ verdict: 'blocked', reason: 'pec', findings: [] });
  });

  it('are not waited for beyond their limit', async () => {
    const limits = { autoconfig: 300, all: 2000 };
    const found = await discoverWith({ limits })('mario@hanging.test');
    expect(found).toMatchObject({ verdict: 'unknown', reason: 'nothing-found' });
  });

  it('are asked for with nothing of the address but its domain', async () => {
    await discoverWith()('geheim.person@auto.test');
    expect(https.requests.join('\n')).not.toMatch(/geheim|person|@|%40/);
    expect(https.requests.every((request) => request.startsWith('GET https://'))).toBe(true);
    expect(dns.questions.join('\n')).not.toMatch(/geheim|person/);
  });
});

describe('the guess, against a real mail server', () => {
  it('finds both ways in, implicit TLS first', async () => {
    const entrances = [
      { port: mail.ports.tls, security: 'tls' },
      { port: mail.ports.starttls, security: 'starttls' },
    ] as const;
    const found = await discoverWith({ entrances })('alice@acme.test');
    expect(found.verdict).toBe('ok');
    expect(found.findings[0]).toEqual({
      host: 'smtp.acme.test',
      port: mail.ports.tls,
      security: 'tls',
      username: 'alice@acme.test',
      source: 'guess',
      trust: 'low',
    });
  });

  it('finds STARTTLS where nothing else is', async () => {
    const entrances = [{ port: mail.ports.starttls, security: 'starttls' }] as const;
    const found = await discoverWith({ entrances })('alice@acme.test');
    expect(found.findings[0]).toMatchObject({ host: 'smtp.acme.test', security: 'starttls' });
  });

  it.each([
    ['expired', 'starttls'],
    ['wrongHost', 'starttls'],
    ['selfSigned', 'starttls'],
    ['tlsExpired', 'tls'],
    ['tls', 'starttls'],
    ['starttls', 'tls'],
  ] as const)('counts nothing at the port %s with %s', async (name, security) => {
    const limits = { guess: 1500 };
    const entrances = [{ port: mail.ports[name], security }];
    const found = await discoverWith({ entrances, limits })('alice@acme.test');
    expect(found).toMatchObject({ verdict: 'unknown', reason: 'nothing-found', findings: [] });
  });

  it('counts nothing when the authority is not trusted', async () => {
    const entrances = [{ port: mail.ports.tls, security: 'tls' }] as const;
    const found = await discoverWith({ entrances, authorities: [] })('alice@acme.test');
    expect(found).toMatchObject({ verdict: 'unknown', reason: 'nothing-found' });
  });

  it('tries no login', async () => {
    const entrances = [{ port: mail.ports.tls, security: 'tls' }] as const;
    await discoverWith({ entrances })('alice@acme.test');
    expect(await mail.log()).not.toMatch(/sasl_method|authentication failed/i);
  });
});
