import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDiscover, type DiscoverOptions } from '../../../src/discovery/discover.ts';
import { catalogueSchema } from '../../../src/providers/catalogue.ts';
import { type Authority, createAuthority, issueCertificate } from '../../servers/certificates.ts';
import { type DnsServer, startDns } from '../../servers/dns.ts';
import { type HttpsServer, startHttps } from '../../servers/https.ts';
import { type MailServer, startMailServer } from '../../servers/mail.ts';
import { pages, zone } from './internet.ts';

const catalogue = catalogueSchema.parse(
  JSON.parse(await readFile(new URL('../../../assets/providers.json', import.meta.url), 'utf8')),
);

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
