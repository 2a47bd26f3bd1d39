import { describe, expect, test } from 'vitest';
import type { ProbeResult } from '../../../src/smtp/probe.ts';
import { createAuthority, issueCertificate } from '../../servers/certificates.ts';
import type { Script, ScriptedServer } from '../../servers/scripted.ts';
import { type Misdeed, submission } from '../../servers/submission.ts';
import { prepareScripted } from './harness.ts';
import { expectNoPassword, failedStage } from './requests.ts';

type Client = Parameters<Misdeed>[0];

const { start, identity, probeOf } = prepareScripted();

async function refuse(
  script: Script,
  security: 'starttls' | 'tls' = 'starttls',
): Promise<{ server: ScriptedServer; result: ProbeResult }> {
  const server = await start(script);
  const result = await probeOf(server, { security });
  expect(result.ok).toBe(false);
  expectNoPassword(result);
  return { server, result };
}

describe('a server that cheats', () => {
  test('says 250 to everything: a login that was not checked is no login', async () => {
    const yes: Script = async (client) => {
      client.send('220 yes\r\n');
      while ((await client.line()) !== null) client.send('250 yes\r\n');
    };
    const { result } = await refuse(yes);
    expect(result.failure).toMatchObject({ stage: 'tls', error: { code: 'ESTARTTLS' } });

    const secured: Script = async (client) => {
      if (await client.startTls(identity())) await yes(client);
    };
    const without = await refuse(secured, 'tls');
    expect(without.result.failure).toMatchObject({ stage: 'auth', error: { code: 'ENOAUTH' } });

    const misdeeds = { auth: (client: Client) => client.send('250 yes\r\n') };
    const offering = await refuse(
      submission({ identity: identity(), security: 'tls', misdeeds }),
      'tls',
    );
    expect(offering.result.failure).toMatchObject({ stage: 'auth', reply: { code: 250 } });
  });

  test('slips replies in before TLS (CVE-2011-0411): the session ends there', async () => {
    const misdeeds = {
      starttls: (client: Client) =>
        client.send('220 go ahead\r\n250-mail.acme.test\r\n250 AUTH PLAIN\r\n'),
    };
    const { server, result } = await refuse(
      submission({ identity: identity(), security: 'starttls', misdeeds }),
    );
    expect(result.failure).toMatchObject({ stage: 'tls', error: { code: 'EPROTOCOL' } });
    expect(server.received()).not.toMatch(/AUTH/);
  });

  test('offers a login but no STARTTLS: nothing is asked of it', async () => {
    const misdeeds = {
      ehlo: (client: Client) => client.send('250-mail.acme.test\r\n250 AUTH PLAIN LOGIN\r\n'),
    };
    const { server, result } = await refuse(
      submission({ identity: identity(), security: 'starttls', misdeeds }),
    );
    expect(result.failure).toMatchObject({ stage: 'tls', error: { code: 'ESTARTTLS' } });
    expect(result.failure?.capabilities).toEqual(['AUTH PLAIN LOGIN']);
    expect(server.received()).not.toMatch(/AUTH|STARTTLS/);
  });

  test('refuses STARTTLS: its words are the evidence', async () => {
    const misdeeds = {
      starttls: (client: Client) =>
        client.send('454 4.7.0 TLS not available due to local problem\r\n'),
    };
    const { result } = await refuse(
      submission({ identity: identity(), security: 'starttls', misdeeds }),
    );
    expect(result.failure).toMatchObject({ stage: 'tls', reply: { code: 454, enhanced: '4.7.0' } });
  });

  test('changes its certificate between two connections: each one is judged by itself', async () => {
    const other = await issueCertificate(await createAuthority('Another CA'), {
      commonName: 'localhost',
      names: ['localhost'],
    });
    let count = 0;
    const server = await start((client) => {
      count += 1;
      const shown = count === 1 ? identity() : other;
      return submission({ identity: shown, security: 'starttls' })(client);
    });
    expect((await probeOf(server)).ok).toBe(true);
    const heard = server.received().length;
    const second = await probeOf(server);
    expect(second.failure).toMatchObject({
      stage: 'tls',
      tls: { verification: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    });
    expect(server.received().slice(heard)).not.toMatch(/AUTH/);
  });

  test('fails the login for now: a temporary reply is kept as it is', async () => {
    const misdeeds = {
      auth: (client: Client) => client.send('454 4.7.0 Temporary authentication failure\r\n'),
    };
    const { result } = await refuse(
      submission({ identity: identity(), security: 'starttls', misdeeds }),
    );
    expect(result.failure).toMatchObject({
      stage: 'auth',
      error: null,
      reply: { code: 454, enhanced: '4.7.0', text: 'Temporary authentication failure' },
    });
  });

  test('asks for more and more during the login', async () => {
    const misdeeds = {
      auth: async (client: Client) => {
        do client.send('334 bW9yZQ==\r\n');
        while ((await client.line()) !== null);
      },
    };
    const { result } = await refuse(
      submission({ identity: identity(), security: 'tls', misdeeds }),
      'tls',
    );
    expect(failedStage(result)).toBe('auth');
  });

  test('speaks another protocol', async () => {
    const { result } = await refuse((client) => {
      client.send('HTTP/1.1 400 Bad Request\r\nServer: example\r\n\r\n');
      client.end();
    });
    expect(failedStage(result)).toBe('greeting');
    expect(result.failure?.greeting).toBe('HTTP/1.1 400 Bad Request');
    expect(result.failure?.error?.message).toContain('HTTP/1.1 400 Bad Request');
    expect(result.failure?.reply).toBeNull();
  });

  test('has nothing but a protocol that is too old', async () => {
    const old = { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' } as const;
    const { result } = await refuse(async (client) => {
      await client.startTls(identity(), old);
    }, 'tls');
    expect(result.failure?.stage).toBe('tls');
    expect(result.failure?.error?.message).toMatch(/protocol/i);
  });

  test('agrees to TLS and then says nothing, or anything but TLS', async () => {
    const silent = await refuse(async (client) => {
      client.send('220 hello\r\n');
      await client.line();
      client.send('250-mail.acme.test\r\n250 STARTTLS\r\n');
      await client.line();
      client.send('220 go ahead\r\n');
    });
    expect(silent.result.failure).toMatchObject({ stage: 'tls', timedOut: true });

    const babbling = await refuse(async (client) => {
      client.send('220 hello\r\n');
      await client.line();
      client.send('250-mail.acme.test\r\n250 STARTTLS\r\n');
      await client.line();
      client.send('220 go ahead\r\n');
      await client.line();
      await client.flood('blah blah blah '.repeat(1_000), 1);
    });
    expect(babbling.result.failure).toMatchObject({ stage: 'tls', timedOut: false });
    expect(babbling.result.failure?.error?.message).toMatch(/version|record|packet/i);
  });
});

describe('an authority that cannot be read', () => {
  test('makes nothing trusted that was not before', async () => {
    const server = await start(submission({ identity: identity(), security: 'tls' }));
    const result = await probeOf(server, { security: 'tls', authorities: ['not a certificate'] });
    expect(failedStage(result)).toBe('tls');
    expect(server.received()).toBe('');
  });
});
