import { describe, expect, test } from 'vitest';
import type { Address } from '../../../src/smtp/connect.ts';
import { freePorts } from '../../servers/ports.ts';
import type { ScriptedServer } from '../../servers/scripted.ts';
import { submission } from '../../servers/submission.ts';
import { prepareScripted } from './harness.ts';
import { SHORT_LIMITS } from './requests.ts';

const { start, identity, probeOf } = prepareScripted();

const LOOPBACK: Address = { address: '127.0.0.1', family: 4 };

const failingResolver = (code: string) => () =>
  Promise.reject(Object.assign(new Error(`getaddrinfo ${code} mail.acme.test`), { code }));

const honest = (): Promise<ScriptedServer> =>
  start(submission({ identity: identity(), security: 'starttls' }));

describe('the way to the server', () => {
  test('keeps the resolver’s no', async () => {
    const resolver = failingResolver('ENOTFOUND');
    const result = await probeOf(await honest(), {}, { resolver });
    expect(result.failure).toMatchObject({
      stage: 'dns',
      error: { code: 'ENOTFOUND' },
      observations: [],
    });
    expect(result.stages.map(({ stage }) => stage)).toEqual(['dns']);
  });

  test('asks whether the internet is there when the resolver cannot tell', async () => {
    const resolver = failingResolver('EAI_AGAIN');
    const result = await probeOf(await honest(), {}, { resolver });
    expect(result.failure).toMatchObject({
      stage: 'dns',
      error: { code: 'EAI_AGAIN' },
      observations: [{ kind: 'internet', reachable: false }],
    });
  });

  test('tells a firewall from no network by a place that answers', async () => {
    const elsewhere = await honest();
    const landmark = { host: '127.0.0.1', port: elsewhere.port };
    const resolver = failingResolver('EAI_AGAIN');
    const result = await probeOf(elsewhere, {}, { resolver, landmark });
    expect(result.failure?.observations).toEqual([{ kind: 'internet', reachable: true }]);
  });

  test.each([
    ['a redirect to its own page', 'HTTP/1.1 302 Found\r\nLocation: http://login.acme.test/\r\n'],
    ['the code made for it', 'HTTP/1.1 511 Network Authentication Required\r\n'],
  ])('tells a network that wants a login first, by %s', async (_by, answer) => {
    const portal = await start(async ({ line, send, end }) => {
      await line();
      send(`${answer}Content-Length: 0\r\n\r\n`);
      end();
    });
    const { port } = await freePorts('port');
    const landmark = { host: '127.0.0.1', port, webPort: portal.port };
    const result = await probeOf({ ...portal, port }, {}, { landmark });
    expect(result.failure?.observations).toContainEqual({ kind: 'captive-portal' });
  });

  test('takes a page that redirects to itself for what it is', async () => {
    const web = await start(async ({ line, send, end }) => {
      await line();
      send('HTTP/1.1 301 Moved\r\nLocation: https://127.0.0.1/\r\nContent-Length: 0\r\n\r\n');
      end();
    });
    const { port } = await freePorts('port');
    const landmark = { host: '127.0.0.1', port, webPort: web.port };
    const result = await probeOf({ ...web, port }, {}, { landmark });
    expect(result.failure?.observations).not.toContainEqual({ kind: 'captive-portal' });
  });

  test('tells a name without addresses', async () => {
    const result = await probeOf(await honest(), {}, { resolver: async () => [] });
    expect(result.failure).toMatchObject({ stage: 'dns', error: { code: 'ENOTFOUND' } });
  });

  test('gives a resolver that never answers its time and no more', async () => {
    const resolver = (): Promise<never> => new Promise(() => undefined);
    const result = await probeOf(await honest(), {}, { resolver });
    expect(result.failure).toMatchObject({ stage: 'dns', timedOut: true });
  });

  test('falls back to IPv4 where IPv6 leads nowhere, and says so', async () => {
    const resolver = async (): Promise<readonly Address[]> => [
      { address: '::1', family: 6 },
      LOOPBACK,
    ];
    const result = await probeOf(await honest(), {}, { resolver });
    expect(result.ok).toBe(true);
    const tcp = result.stages.find(({ stage }) => stage === 'tcp');
    expect(tcp?.detail).toMatch(/connected to 127\.0\.0\.1 .*failed before: ::1/);
  });

  test('notes a host that only has IPv6 where that leads nowhere', async () => {
    const resolver = async (): Promise<readonly Address[]> => [{ address: '::1', family: 6 }];
    const result = await probeOf(await honest(), {}, { resolver });
    expect(result.failure?.stage).toBe('tcp');
    expect(result.failure?.observations).toContainEqual({ kind: 'ipv6-only-failure' });
  });

  test('tells a refused connection, and looks at the standard ports', async () => {
    const server = await honest();
    const { port } = await freePorts('port');
    const request = { server: { host: 'localhost', port, security: 'starttls' } } as const;
    const result = await probeOf(server, request, { resolver: async () => [LOOPBACK] });
    expect(result.failure).toMatchObject({
      stage: 'tcp',
      timedOut: false,
      error: { code: 'ECONNREFUSED' },
    });
    const looked = result.failure?.observations.map((one) =>
      one.kind === 'other-port' ? [one.server.port, one.server.security] : one.kind,
    );
    expect(looked).toEqual([
      [465, 'tls'],
      [587, 'starttls'],
    ]);
  });

  test('takes an address for a host, and checks the certificate against it', async () => {
    const server = await honest();
    const request = {
      server: { host: '127.0.0.1', port: server.port, security: 'starttls' },
    } as const;
    const result = await probeOf(server, request);
    expect(result.stages[0]).toMatchObject({ stage: 'dns', ok: true });
    expect(result.failure?.tls?.verification).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  });

  test('stops when the whole has taken too long, whatever its stages may take', async () => {
    const slow = submission({
      identity: identity(),
      security: 'starttls',
      misdeeds: { auth: () => undefined },
    });
    const limits = { ...SHORT_LIMITS, overall: 1_000 };
    const result = await probeOf(await start(slow), {}, { limits });
    expect(result.failure).toMatchObject({ stage: 'auth', timedOut: true });
    expect(result.failure?.error?.message).not.toContain('2000 ms');
  });
});

describe('a port that speaks the other way', () => {
  test('implicit TLS asked of a STARTTLS port is seen as such', async () => {
    const result = await probeOf(await honest(), { security: 'tls' });
    expect(result.failure).toMatchObject({
      stage: 'tls',
      observations: [{ kind: 'security-mismatch', speaks: 'plain-smtp' }],
    });
  });

  test('STARTTLS asked of an implicit TLS port is seen without waiting for the limit', async () => {
    const server = await start(submission({ identity: identity(), security: 'tls' }));
    const result = await probeOf(server);
    expect(result.failure).toMatchObject({
      stage: 'greeting',
      timedOut: true,
      observations: [{ kind: 'security-mismatch', speaks: 'tls' }],
    });
  });

  test('another protocol is told from plain SMTP', async () => {
    const server = await start((client) => client.send('SSH-2.0-Example_1.0\r\n'));
    const result = await probeOf(server, { security: 'tls' });
    expect(result.failure?.observations).toEqual([{ kind: 'security-mismatch', speaks: 'other' }]);
  });

  test('nothing is looked at a second time when experiments are off', async () => {
    const server = await honest();
    const result = await probeOf(server, { security: 'tls' }, { experiments: false });
    expect(result.failure?.observations).toEqual([]);
    expect(server.connections()).toBe(1);
  });
});
