import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeDiscovery } from '../../../src/discovery/describe.ts';
import type { Dns } from '../../../src/discovery/network.ts';
import { LANGUAGES } from '../../../src/language.ts';
import { fail, succeed } from '../../../src/result.ts';
import { createWorld, discoverIn, documentFor } from './world.ts';

describe('whatever the network answers', () => {
  const host = fc.oneof(
    fc.domain(),
    fc.string(),
    fc.constantFrom('', '.', 'localhost', '127.0.0.1', '::1', 'mx.pec.aruba.it', 'mx.aruba.it'),
  );
  const problem = fc.constantFrom('no-data', 'failed', 'not-found', 'offline').map(fail);
  const mx = fc.array(fc.record({ host, priority: fc.nat(70000) }), { maxLength: 4 }).map(succeed);
  const srv = fc
    .array(fc.record({ host, port: fc.nat(70000), priority: fc.nat(9), weight: fc.nat(9) }), {
      maxLength: 4,
    })
    .map(succeed);
  const names = fc.array(host, { maxLength: 4 }).map(succeed);
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    host.map(documentFor),
    fc.string().map((login) => documentFor('smtp.studio.example', login)),
  );

  it('gives findings with TLS or none, and never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(mx, problem),
        fc.oneof(srv, problem),
        fc.oneof(names, problem),
        bytes,
        fc.constantFrom('password', 'oauth-only', 'unusable'),
        async (mxAnswer, srvAnswer, nameAnswer, document, seen) => {
          const world = createWorld({
            dns: {
              mx: async () => mxAnswer as Awaited<ReturnType<Dns['mx']>>,
              srv: async () => srvAnswer as Awaited<ReturnType<Dns['srv']>>,
              ns: async () => nameAnswer as Awaited<ReturnType<Dns['ns']>>,
              addresses: async () => nameAnswer as Awaited<ReturnType<Dns['addresses']>>,
            },
            http: async () => succeed(document),
            checkSubmission: async () => seen as 'password',
          });
          const found = await discoverIn(world)('mario@studio.example');
          expect(found.findings.length > 0).toBe(found.verdict === 'ok');
          for (const finding of found.findings) {
            expect(['tls', 'starttls']).toContain(finding.security);
            expect(finding.host).toMatch(/^[a-z0-9_.-]+\.[a-z0-9-]+$/);
            expect(finding.host).not.toMatch(/(^|\.)pec\./);
            expect(finding.port).toBeGreaterThan(0);
            expect(finding.username).not.toBe('');
          }
        },
      ),
    );
  });
});

describe('the hints of a discovery', () => {
  it('are the provider’s own words, in the language asked for', async () => {
    const found = await discoverIn(createWorld())('mario@gmail.com');
    const [it, en, de] = LANGUAGES.map((language) => describeDiscovery(found, language));
    expect(it?.[0]).toBe(found.provider?.hint?.it);
    expect(en?.[0]).toBe(found.provider?.hint?.en);
    expect(it?.length).toBeGreaterThan(3);
    expect(en?.length).toBe(it?.length);
    expect(de?.length).toBe(it?.length);
  });

  it('are none where nobody is known', async () => {
    const found = await discoverIn(createWorld())('mario@studio.example');
    expect(describeDiscovery(found, 'it')).toEqual([]);
  });
});
