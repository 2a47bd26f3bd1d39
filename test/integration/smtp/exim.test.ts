import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { createProbe, type ProbeRequest } from '../../../src/smtp/probe.ts';
import { type Exim, findExim, startExim } from '../../servers/exim.ts';
import { ALICE, BOB } from '../../servers/users.ts';

const binary = await findExim();

describe.skipIf(binary === null)('against a real Exim', () => {
  let exim: Exim;

  beforeAll(async () => {
    exim = await startExim(binary ?? '');
  });

  afterAll(async () => {
    await exim?.stop();
  });

  const request = (port: 'starttls' | 'tls', more: Partial<ProbeRequest> = {}): ProbeRequest => ({
    server: { host: 'localhost', port: exim.ports[port], security: port },
    username: ALICE.address,
    password: new Secret(ALICE.password),
    from: { address: ALICE.address, name: 'Dott. Mario Rossi' },
    to: BOB.address,
    message: { subject: 'Prova', text: 'Un messaggio di prova.\n' },
    authorities: [exim.authority.pem],
    ...more,
  });

  const probe = createProbe();

  test.each(['starttls', 'tls'] as const)('a good sender is proven over %s', async (port) => {
    const result = await probe(request(port));
    expect(result.failure).toBeNull();
    expect(await exim.log()).toContain(`id=${result.messageId?.slice(1, -1)}`);
  });

  test('a wrong password is refused at the login', async () => {
    const { failure } = await probe(request('tls', { password: new Secret('not-the-Pa55') }));
    expect(failure).toMatchObject({ stage: 'auth', reply: { code: 535 } });
  });

  test('somebody else’s address is refused as the sender', async () => {
    const from = { address: BOB.address, name: 'Dott. Mario Rossi' };
    const { failure } = await probe(request('starttls', { from }));
    expect(failure).toMatchObject({ stage: 'mail-from', reply: { code: 550, enhanced: '5.7.1' } });
  });

  test('an unknown recipient is refused', async () => {
    const { failure } = await probe(request('starttls', { to: 'nobody@acme.test' }));
    expect(failure).toMatchObject({ stage: 'rcpt-to', reply: { code: 550, text: 'Unknown user' } });
  });
});
