import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ACCOUNT, type Misdeed, submission } from '../../servers/submission.ts';
import { prepareScripted } from './harness.ts';
import { expectNoPassword } from './requests.ts';

const { start, identity, probeOf } = prepareScripted();

const decode = (text: string | null): string => Buffer.from(text ?? '', 'base64').toString();

const welcomeIf = (right: boolean): string => (right ? '235 2.7.0 ok\r\n' : '535 5.7.8 no\r\n');

async function login(offers: readonly string[], auth: Misdeed) {
  const wish = { identity: identity(), security: 'tls', offers, misdeeds: { auth } } as const;
  const server = await start(submission(wish));
  const result = await probeOf(server, { security: 'tls', message: null });
  expectNoPassword(result);
  return { server, result };
}

describe('the login', () => {
  test('prefers PLAIN', async () => {
    const { result } = await login(['AUTH CRAM-MD5 LOGIN PLAIN XOAUTH2'], (client, line) => {
      const [, mechanism, token] = line.split(' ');
      const expected = `\0${ACCOUNT.username}\0${ACCOUNT.password}`;
      client.send(welcomeIf(mechanism === 'PLAIN' && decode(token ?? '') === expected));
    });
    expect(result.ok).toBe(true);
    expect(result.transcript).toContain('C: AUTH PLAIN [secret]');
  });

  test('speaks LOGIN where PLAIN is not offered', async () => {
    const { result } = await login(['AUTH=LOGIN'], async (client) => {
      client.send('334 VXNlcm5hbWU6\r\n');
      const username = decode(await client.line());
      client.send('334 UGFzc3dvcmQ6\r\n');
      const password = decode(await client.line());
      client.send(welcomeIf(username === ACCOUNT.username && password === ACCOUNT.password));
    });
    expect(result.ok).toBe(true);
  });

  test('speaks CRAM-MD5 where nothing else is offered', async () => {
    const challenge = '<1896.697170952@mail.acme.test>';
    const { result } = await login(['AUTH CRAM-MD5'], async (client) => {
      client.send(`334 ${Buffer.from(challenge).toString('base64')}\r\n`);
      const answer = decode(await client.line());
      const digest = createHmac('md5', ACCOUNT.password).update(challenge).digest('hex');
      client.send(welcomeIf(answer === `${ACCOUNT.username} ${digest}`));
    });
    expect(result.ok).toBe(true);
  });

  test('is not tried where only tokens are taken, and what is taken is evidence', async () => {
    const { server, result } = await login(
      ['SIZE 1000', 'AUTH XOAUTH2 OAUTHBEARER'],
      () => undefined,
    );
    expect(result.failure).toMatchObject({
      stage: 'auth',
      error: { code: 'EAUTHMECHANISM' },
      capabilities: ['SIZE 1000', 'AUTH XOAUTH2 OAUTHBEARER'],
    });
    expect(server.received()).not.toMatch(/^AUTH/m);
  });

  test('is required: a server that wants none has proven nothing', async () => {
    const { result } = await login(['SIZE 1000'], () => undefined);
    expect(result.failure).toMatchObject({ stage: 'auth', error: { code: 'ENOAUTH' } });
  });

  test('ends with QUIT after the recipient when no message is to be sent', async () => {
    const { server, result } = await login(['AUTH PLAIN'], (client) =>
      client.send(welcomeIf(true)),
    );
    expect(result).toMatchObject({ ok: true, messageId: null, failure: null });
    expect(result.stages.at(-1)?.stage).toBe('rcpt-to');
    expect(server.received()).toMatch(/QUIT\r\n$/);
    expect(server.received()).not.toMatch(/^DATA/m);
  });
});
