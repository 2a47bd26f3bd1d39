import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { createProbe, type ProbeRequest } from '../../../src/smtp/probe.ts';
import { testMessage } from '../../../src/smtp/test-message.ts';
import { type MailServer, startMailServer } from '../../servers/mail.ts';
import type { PostfixPort } from '../../servers/postfix.ts';
import { ALICE, BOB } from '../../servers/users.ts';
import { everything } from './requests.ts';

let mail: MailServer;

beforeAll(async () => {
  mail = await startMailServer();
});

afterAll(async () => {
  await mail?.stop();
});

const NAME = 'Dott. Mario Rossi';

function request(port: PostfixPort, more: Partial<ProbeRequest> = {}): ProbeRequest {
  const security = port.startsWith('tls') ? 'tls' : 'starttls';
  return {
    server: { host: 'localhost', port: mail.ports[port], security },
    username: ALICE.address,
    password: new Secret(ALICE.password),
    from: { address: ALICE.address, name: NAME },
    to: BOB.address,
    message: null,
    authorities: [mail.authority.pem],
    ...more,
  };
}

const probe = createProbe();

describe('against a real Postfix with Dovecot’s logins', () => {
  test.each(['starttls', 'tls'] as const)(
    'a good sender is proven over %s, and the message lies in the mailbox',
    async (port) => {
      const before = (await mail.messages(ALICE.address)).length;
      const message = testMessage({
        address: ALICE.address,
        name: NAME,
        date: new Date('2026-11-22T10:15:00Z'),
        language: 'it',
      });
      const result = await probe(request(port, { to: ALICE.address, message }));
      expect(result.failure).toBeNull();
      expect(result.stages.at(-1)?.detail).toMatch(/^accepted: 250 2\.0\.0 /);
      const delivered = (await mail.waitForMessages(ALICE.address, before + 1)).find((one) =>
        one.includes(result.messageId ?? 'no message id'),
      );
      expect(delivered).toContain(`From: "${NAME}" <${ALICE.address}>`);
      expect(delivered).toContain(`To: ${ALICE.address}`);
      expect(delivered).toContain('Subject: Prova della casella alice@acme.test');
      expect(delivered).toContain('Auto-Submitted: auto-generated');
      expect(delivered).toContain('X-Mailer: Mittente');
      expect(delivered).toMatch(/Received: from \[127\.0\.0\.1\]/);
      expect(everything(result)).not.toContain(ALICE.password);
    },
  );

  test('an address that the user owns besides her own may send', async () => {
    const from = { address: 'sales@acme.test', name: NAME };
    expect(await probe(request('starttls', { from }))).toMatchObject({ ok: true });
  });

  test('a wrong password is refused at the login', async () => {
    const wrong = new Secret('not-the-Pa55');
    const result = await probe(request('starttls', { password: wrong }));
    expect(result.failure).toMatchObject({
      stage: 'auth',
      error: null,
      reply: { code: 535, enhanced: '5.7.8' },
    });
    expect(everything(result)).not.toContain(wrong.reveal());
  });

  test('somebody else’s address is refused at the recipient, after Postfix accepted the sender', async () => {
    const from = { address: BOB.address, name: NAME };
    const { failure } = await probe(request('tls', { from }));
    expect(failure).toMatchObject({ stage: 'rcpt-to', reply: { code: 553, enhanced: '5.7.1' } });
    expect(failure?.reply?.text).toContain('not owned by user');
  });

  test('an unknown recipient is refused', async () => {
    const { failure } = await probe(request('starttls', { to: 'nobody@acme.test' }));
    expect(failure).toMatchObject({ stage: 'rcpt-to', reply: { code: 550, enhanced: '5.1.1' } });
  });

  test('a message that is too large is refused', async () => {
    const message = { subject: 'Grande', text: 'ricetta '.repeat(20_000) };
    const { failure } = await probe(request('starttls', { message }));
    expect(failure).toMatchObject({ stage: 'data', reply: { code: 552 } });
  });

  test('the fourth message within a minute is refused, with the words of a limit', async () => {
    const outcomes = [];
    for (let count = 0; count < 4; count += 1) outcomes.push(await probe(request('limited')));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, false]);
    expect(outcomes.at(-1)?.failure).toMatchObject({ stage: 'mail-from', reply: { code: 450 } });
  });
});

describe('before the password', () => {
  test.each([
    ['expired', 'CERT_HAS_EXPIRED'],
    ['tlsExpired', 'CERT_HAS_EXPIRED'],
    ['wrongHost', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ] as const)('the certificate of the %s port is refused as %s', async (port, code) => {
    const { failure, transcript } = await probe(request(port));
    expect(failure).toMatchObject({ stage: 'tls', error: { code }, tls: { verification: code } });
    expect(failure?.tls?.chain[0]?.names.length).toBeGreaterThan(0);
    expect(transcript.join('\n')).not.toContain('AUTH');
    expect(await mail.log()).not.toMatch(new RegExp(`^.* ${port}/smtpd.*sasl_`, 'm'));
  });

  test('an authority that was not given is not trusted, and its chain is kept', async () => {
    const { failure } = await probe(request('starttls', { authorities: [] }));
    expect(failure?.stage).toBe('tls');
    expect(failure?.tls?.verification).toMatch(
      /^(UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY)$/,
    );
    expect(failure?.tls?.chain[0]).toMatchObject({
      subject: 'CN=mail.acme.test',
      issuer: 'CN=Acme Test CA',
      names: expect.arrayContaining(['localhost', '127.0.0.1']),
    });
  });

  test('a server that takes logins without TLS gets none', async () => {
    const { failure } = await probe(request('plain'));
    expect(failure).toMatchObject({ stage: 'tls', error: { code: 'ESTARTTLS' } });
    expect(failure?.capabilities).toContain('AUTH PLAIN LOGIN');
    expect(await mail.log()).not.toMatch(/ plain\/smtpd.*sasl_/);
  });

  test('implicit TLS on a STARTTLS port and the reverse are told by what the port speaks', async () => {
    const asTls = { host: 'localhost', port: mail.ports.starttls, security: 'tls' } as const;
    expect((await probe(request('tls', { server: asTls }))).failure).toMatchObject({
      stage: 'tls',
      observations: [{ kind: 'security-mismatch', speaks: 'plain-smtp' }],
    });
    const asPlain = { host: 'localhost', port: mail.ports.tls, security: 'starttls' } as const;
    expect((await probe(request('tls', { server: asPlain }))).failure).toMatchObject({
      stage: 'greeting',
      observations: [{ kind: 'security-mismatch', speaks: 'tls' }],
    });
  });
});
