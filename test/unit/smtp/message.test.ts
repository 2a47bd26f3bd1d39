import { describe, expect, test } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { envelopeAddress, needsUtf8 } from '../../../src/smtp/envelope.ts';
import { composeMessage } from '../../../src/smtp/message.ts';
import { addressLiteral } from '../../../src/smtp/steps.ts';
import { testMessage } from '../../../src/smtp/test-message.ts';

const DATE = new Date('2026-11-22T10:15:00Z');

describe('an address in a command', () => {
  test('stays as it is, an international domain aside', () => {
    expect(envelopeAddress('alice@acme.test')).toBe('alice@acme.test');
    expect(envelopeAddress('alice@übung.test')).toBe('alice@xn--bung-zra.test');
    expect(envelopeAddress('örtlich@acme.test')).toBe('örtlich@acme.test');
  });

  test.each(['', 'a@acme.test>\r\nRCPT TO:<b@acme.test', 'a\u0000@acme.test', '<a@acme.test>'])(
    'is refused when it would become another command: %j',
    (address) => {
      expect(envelopeAddress(address)).toBeNull();
    },
  );

  test('needs SMTPUTF8 only for letters outside ASCII', () => {
    expect(needsUtf8('örtlich@acme.test')).toBe(true);
    expect(needsUtf8('alice@acme.test')).toBe(false);
  });
});

describe('the name that the client introduces itself with', () => {
  test.each([
    ['192.0.2.7', '[192.0.2.7]'],
    ['::ffff:192.0.2.7', '[192.0.2.7]'],
    ['2001:db8::7', '[IPv6:2001:db8::7]'],
    ['fe80::1%eth0', '[IPv6:fe80::1]'],
  ])('%s becomes %s', (address, literal) => {
    expect(addressLiteral(address)).toBe(literal);
  });
});

describe('the test message', () => {
  const about = { address: 'alice@acme.test', name: 'Dott. Mario Rossi', date: DATE };

  test.each([
    ['it', 'novembre'],
    ['en', 'November'],
    ['de', 'November'],
  ] as const)('says in %s what it is, for whom, and when', (language, month) => {
    const { subject, text } = testMessage({ ...about, language });
    expect(subject).toContain(about.address);
    for (const part of [about.address, about.name, month, '2026']) expect(text).toContain(part);
    expect(`${subject}${text}`).not.toMatch(/\{\{|\}\}/);
  });

  test('is written in seven-bit lines, with an identifier on the sender’s domain', async () => {
    const message = testMessage({ ...about, language: 'it' });
    const request = {
      server: { host: 'mail.acme.test', port: 465, security: 'tls' },
      username: about.address,
      password: new Secret('unused'),
      from: { address: about.address, name: 'Dott.ssa Nicolò "Test" Rossi' },
      to: 'alice@acme.test',
      message,
      authorities: [],
    } as const;
    const { messageId, content } = await composeMessage(request, message, DATE);
    const text = content.toString('latin1');
    expect(messageId).toMatch(/^<[0-9a-f-]{36}@acme\.test>$/);
    expect(text).toContain(`Message-ID: ${messageId}`);
    expect(text).toContain('Date: Sun, 22 Nov 2026 10:15:00 +0000');
    expect(text).toContain('<alice@acme.test>');
    expect(text).toMatch(/Content-Type: text\/plain; charset=utf-8/);
    expect(text).toMatch(/^[\r\n\t -~]*$/);
    expect(Math.max(...text.split(/\r?\n/).map((line) => line.length))).toBeLessThanOrEqual(78);
  });
});
