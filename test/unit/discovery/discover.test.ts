import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../../src/discovery/limits.ts';
import type { Dns } from '../../../src/discovery/network.ts';
import { fail, succeed } from '../../../src/result.ts';
import { catalogue, createWorld, discoverIn, documentFor, hanging, mxAt } from './world.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('a provider that the catalogue knows by its domain', () => {
  const usable = catalogue.providers.filter(({ servers }) => servers.length > 0);

  it('is answered without a single question to the network', async () => {
    const world = createWorld();
    const discover = discoverIn(world, { isOnline: () => false });
    for (const provider of usable) {
      for (const domain of provider.domains) {
        const found = await discover(`mario@${domain.replace('*.', 'studio.')}`);
        expect(found.provider?.id, domain).toBe(provider.id);
        expect(found.verdict, domain).toBe(provider.state === 'blocked' ? 'needs-oauth' : 'ok');
      }
    }
    expect(world.asked).toEqual([]);
  });

  it('opens no socket even with the real network behind it', async () => {
    const world = createWorld();
    const refuse = () => {
      throw new Error('the network was touched');
    };
    const dns: Dns = { mx: refuse, ns: refuse, srv: refuse, addresses: refuse };
    const discover = discoverIn({ ...world, dns });
    await expect(discover('mario@gmail.com')).resolves.toMatchObject({ verdict: 'ok' });
  });

  it('is answered with its servers, best first, and the username in its form', async () => {
    const discover = discoverIn(createWorld());
    const gmail = await discover(' Mario.Rossi@GMAIL.com ');
    expect(gmail).toMatchObject({
      address: 'Mario.Rossi@gmail.com',
      verdict: 'ok',
      findings: [
        {
          host: 'smtp.gmail.com',
          port: 465,
          security: 'tls',
          username: 'Mario.Rossi@gmail.com',
          source: 'catalogue',
          trust: 'high',
        },
        { host: 'smtp.gmail.com', port: 587, security: 'starttls' },
      ],
    });
    const webDe = await discover('mario.rossi@web.de');
    expect(webDe.findings[0]?.username).toBe('mario.rossi');
  });

  it.each([
    ['mario@cartellaclinicaparmenide.it', 'blocked', 'legacy'],
    ['mario@mail.cartellaclinicaparmenide.it', 'blocked', 'legacy'],
    ['mario@pec.it', 'blocked', 'pec'],
    ['mario@pec.omceovr.it', 'blocked', 'pec'],
    ['mario@poste.it', 'blocked', 'closed'],
    ['mario@proton.me', 'blocked', 'closed'],
    ['mario@hotmail.it', 'needs-oauth', 'oauth-only'],
  ])('%s is %s (%s), without a question', async (address, verdict, reason) => {
    const world = createWorld();
    const found = await discoverIn(world)(address);
    expect(found).toMatchObject({ verdict, reason, findings: [] });
    expect(world.asked).toEqual([]);
  });

  it('is looked for further when its server is not known, and keeps its name', async () => {
    const world = createWorld({ checkSubmission: async () => 'password' });
    const found = await discoverIn(world)('mario@vodafone.it');
    expect(found).toMatchObject({ verdict: 'ok', provider: { id: 'vodafone' } });
    expect(found.findings[0]).toMatchObject({ host: 'smtp.vodafone.it', source: 'guess' });
  });
});

describe('Mail Plus', () => {
  const smtp = { host: 'smtp.mailplus.example', port: 465, security: 'tls' } as const;

  it('uses the vendor’s own server where the campaign names it', async () => {
    const world = createWorld();
    const discover = discoverIn(world, { mailPlus: { domains: ['mailplus.example'], smtp } });
    const found = await discover('mario@mailplus.example');
    expect(found).toMatchObject({ verdict: 'ok', findings: [{ ...smtp, source: 'catalogue' }] });
    expect(world.asked).toEqual([]);
  });

  it('is looked for like any other domain while the campaign does not', async () => {
    const world = createWorld({ dns: { mx: mxAt('smtp.google.com') } });
    const discover = discoverIn(world, { mailPlus: { domains: ['mailplus.example'], smtp: null } });
    expect(await discover('mario@mailplus.example')).toMatchObject({
      provider: { id: 'google-workspace' },
    });
  });
});

describe('an unknown domain', () => {
  it('is found by the most trustworthy source that answers, not by the fastest', async () => {
    const world = createWorld({
      dns: {
        mx: async () => {
          await new Promise((resolve) => setTimeout(resolve, 20));
          return succeed([{ host: 'mx.aruba.it', priority: 1 }]);
        },
      },
      http: async () => succeed(documentFor('smtp.studio.example')),
      checkSubmission: async () => 'password',
    });
    const found = await discoverIn(world)('mario@studio.example');
    expect(found.findings[0]).toMatchObject({ host: 'smtps.aruba.it', source: 'mx' });
  });

  it.each([
    ['not-found', 'domain-not-found'],
    ['offline', 'no-network'],
  ] as const)('with the DNS answer %s ends as %s', async (problem, reason) => {
    const world = createWorld({ dns: { mx: async () => fail(problem) } });
    expect(await discoverIn(world)('mario@studio.example')).toMatchObject({
      verdict: 'unknown',
      reason,
    });
  });

  it('is not asked about at all without a network', async () => {
    const world = createWorld();
    const found = await discoverIn(world, { isOnline: () => false })('mario@studio.example');
    expect(found).toMatchObject({ verdict: 'unknown', reason: 'no-network' });
    expect(world.asked).toEqual([]);
  });

  it('with a null MX is not guessed at', async () => {
    const world = createWorld({
      dns: { mx: mxAt('') },
      checkSubmission: async () => 'password',
    });
    expect(await discoverIn(world)('mario@studio.example')).toMatchObject({
      verdict: 'unknown',
      reason: 'nothing-found',
      findings: [],
    });
  });

  it('gets its provider’s hints even when another source found the server', async () => {
    const world = createWorld({ http: async () => succeed(documentFor('smtp.mail.yahoo.com')) });
    const found = await discoverIn(world)('mario@studio.example');
    expect(found).toMatchObject({ verdict: 'ok', provider: { id: 'yahoo' } });
  });

  it('that leads to a server of Microsoft’s personal mailboxes wants OAuth2', async () => {
    const world = createWorld({
      http: async () => succeed(documentFor('smtp-mail.outlook.com')),
    });
    expect(await discoverIn(world)('mario@studio.example')).toMatchObject({
      verdict: 'needs-oauth',
      provider: { id: 'outlook-personal' },
    });
  });

  it('that offers OAuth2 alone says so, from a document or from a server', async () => {
    const documented = createWorld({
      http: async () => succeed(documentFor('smtp.studio.example', 'OAuth2')),
    });
    const observed = createWorld({ checkSubmission: async () => 'oauth-only' });
    for (const world of [documented, observed]) {
      expect(await discoverIn(world)('mario@studio.example')).toMatchObject({
        verdict: 'needs-oauth',
        provider: null,
      });
    }
  });

  it('sends the domain and never the address', async () => {
    const world = createWorld();
    await discoverIn(world)('geheim.person@studio.example');
    expect(world.asked.length).toBeGreaterThan(10);
    expect(world.asked.join('\n')).not.toMatch(/geheim|person|@|%40/);
    expect(world.asked.filter((line) => line.startsWith('GET')).sort()).toEqual([
      'GET https://autoconfig.studio.example/mail/config-v1.1.xml',
      'GET https://autoconfig.thunderbird.net/v1.1/studio.example',
      'GET https://studio.example/.well-known/autoconfig/mail/config-v1.1.xml',
    ]);
  });

  it('is asked about once by each question', async () => {
    const world = createWorld({ dns: { mx: mxAt('mx.studio.example') } });
    await discoverIn(world)('mario@studio.example');
    const dnsQuestions = world.asked.filter((line) => /^(MX|NS|SRV|A) /.test(line));
    expect(new Set(dnsQuestions).size).toBe(dnsQuestions.length);
  });

  it('is guessed at in a fixed order of hosts and ports', async () => {
    const world = createWorld({ dns: { mx: mxAt('mx.hoster.example') } });
    await discoverIn(world)('mario@studio.example');
    expect(world.asked.filter((line) => line.startsWith('SMTP'))).toEqual([
      'SMTP smtp.studio.example:465',
      'SMTP smtp.studio.example:587',
      'SMTP mail.studio.example:465',
      'SMTP mail.studio.example:587',
      'SMTP studio.example:465',
      'SMTP studio.example:587',
      'SMTP mx.hoster.example:465',
      'SMTP mx.hoster.example:587',
    ]);
  });

  it('is not asked about when the text is no address', async () => {
    const world = createWorld();
    expect(await discoverIn(world)('mario rossi')).toMatchObject({ verdict: 'unknown' });
    expect(world.asked).toEqual([]);
  });
});

describe('the limits', () => {
  it('end a search in which everything hangs, within the guess’s limit, which is below eight seconds', async () => {
    vi.useFakeTimers();
    const cancelled: string[] = [];
    const world = createWorld({
      dns: { srv: hanging(cancelled, 'srv', fail('failed' as const)) },
      http: hanging(cancelled, 'http', fail('failed' as const)),
      checkSubmission: hanging(cancelled, 'smtp', 'unusable' as const),
    });
    let found: unknown;
    void discoverIn(world)('mario@studio.example').then((discovery) => {
      found = discovery;
    });
    await vi.advanceTimersByTimeAsync(LIMITS.guess - 1);
    expect(found).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(found).toMatchObject({ verdict: 'unknown', reason: 'nothing-found' });
    expect(new Set(cancelled)).toEqual(new Set(['srv', 'http', 'smtp']));
    expect(LIMITS.guess).toBeLessThan(LIMITS.all);
    expect(LIMITS.all).toBe(8000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('give up sooner on a name server that is silent altogether', async () => {
    vi.useFakeTimers();
    const silent = <Answer>() => hanging<Answer>([], 'dns', fail('failed' as const) as Answer);
    const dns: Dns = { mx: silent(), ns: silent(), srv: silent(), addresses: silent() };
    const world = createWorld({ dns, http: hanging([], 'http', fail('failed' as const)) });
    let found: unknown;
    void discoverIn(world)('mario@studio.example').then((discovery) => {
      found = discovery;
    });
    await vi.advanceTimersByTimeAsync(LIMITS.autoconfig);
    expect(found).toMatchObject({ verdict: 'unknown', reason: 'no-network' });
  });

  it('let a lower source win as soon as a hanging higher one runs out of its own time', async () => {
    vi.useFakeTimers();
    const world = createWorld({
      dns: { mx: hanging([], 'mx', fail('failed' as const)) },
      http: async () => succeed(documentFor('smtp.studio.example')),
    });
    let found: unknown;
    void discoverIn(world)('mario@studio.example').then((discovery) => {
      found = discovery;
    });
    await vi.advanceTimersByTimeAsync(LIMITS.mx - 1);
    expect(found).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(found).toMatchObject({ verdict: 'ok', findings: [{ source: 'autoconfig' }] });
  });

  it('cancel everything else when an answer decides', async () => {
    const cancelled: string[] = [];
    const world = createWorld({
      dns: { mx: mxAt('smtp.google.com'), srv: hanging(cancelled, 'srv', fail('failed' as const)) },
      http: hanging(cancelled, 'http', fail('failed' as const)),
      checkSubmission: hanging(cancelled, 'smtp', 'unusable' as const),
    });
    await discoverIn(world)('mario@studio.example');
    expect(new Set(cancelled)).toEqual(new Set(['srv', 'http', 'smtp']));
  });

  it('end at once, with the reason, when the caller gives up', async () => {
    const cancelled: string[] = [];
    const world = createWorld({ dns: { mx: hanging(cancelled, 'mx', fail('failed' as const)) } });
    const caller = new AbortController();
    const found = discoverIn(world)('mario@studio.example', caller.signal);
    await vi.waitUntil(() => world.asked.includes('MX studio.example'));
    caller.abort(new Error('another letter was typed'));
    await expect(found).rejects.toThrow('another letter was typed');
    expect(cancelled).toEqual(['mx']);
    await expect(discoverIn(world)('mario@gmail.com', caller.signal)).rejects.toThrow();
  });
});
