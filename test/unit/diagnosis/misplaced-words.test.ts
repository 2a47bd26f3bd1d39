import { expect, test } from 'vitest';
import { explain } from '../../../src/diagnosis/diagnose.ts';

test.each([
  ['rcpt-to', '550 self-signed certificate of apparel store: mailbox closed'],
  ['data', '554 our policy expired, certificate needed'],
] as const)('words of encryption in a reply at %s are no certificate', (stage, text) => {
  expect(explain({ text, stage }).cause).not.toMatch(/^(?:cert|tls)-/);
});

test('the same words at their own stage are', () => {
  expect(explain({ text: 'self-signed certificate', stage: 'tls' }).cause).toBe('cert-untrusted');
});

test.each([
  [
    'PermanentNegativeCompletion, category: Unspecified3, detail: Five',
    'auth',
    'wrong-credentials',
  ],
  ['PermanentNegativeCompletion, category: MailSystem, detail: Two', 'rcpt-to', 'mailbox-full'],
  [
    'TransientNegativeCompletion, category: MailSystem, detail: One',
    'data',
    'server-temporary-failure',
  ],
] as const)('a code in words is its number: %s', (code, stage, cause) => {
  const text = `SMTP error: lettre::transport::smtp::Error { Code { severity: ${code} } }`;
  expect(explain({ text, stage }).cause).toBe(cause);
});

test.each([
  ['mail-from', 'sender-not-owned'],
  ['rcpt-to', 'recipient-rejected'],
  ['auth', 'auth-mechanism-unsupported'],
  ['tcp', 'port-blocked-or-timeout'],
] as const)(
  'with nothing known but that it was at %s, it is what most often is',
  (stage, cause) => {
    expect(explain({ text: '?', stage })).toMatchObject({ cause, confidence: 'likely' });
  },
);
