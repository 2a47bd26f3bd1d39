import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { createRedact } from '../../../src/smtp/redact.ts';
import { createTranscript } from '../../../src/smtp/transcript.ts';

const PASSWORD = 'Canary-Pa55+wörd';

const redact = createRedact(new Secret(PASSWORD));

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('redaction', () => {
  test.each([
    ['as typed', `no: ${PASSWORD}.`],
    ['in capitals', `no: ${PASSWORD.toUpperCase()}.`],
    ['in base64', `no: ${base64(PASSWORD)}.`],
    ['in base64 without padding', `no: ${base64(PASSWORD).replace(/=+$/, '')}.`],
    ['in base64 for URLs', `no: ${Buffer.from(PASSWORD).toString('base64url')}.`],
    ['as AUTH PLAIN sends it', `501 AUTH PLAIN ${base64(`\0alice@acme.test\0${PASSWORD}`)}`],
    ['with one more user name', base64(`alice@acme.test\0alice\0${PASSWORD}`)],
    ['glued to other letters', `xy${base64(`\0a\0${PASSWORD}`)}`],
    ['percent-encoded', encodeURIComponent(PASSWORD)],
    ['in hexadecimal', Buffer.from(PASSWORD).toString('hex').toUpperCase()],
  ])('removes the password %s', (_form, text) => {
    const clean = redact(text);
    expect(clean).toContain('[secret]');
    expect(clean).not.toMatch(/Canary|Q2FuYXJ5|43616e617279/i);
  });

  test('leaves the rest as it is', () => {
    const text = '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6 see https://example.com/a+b';
    expect(redact(text)).toBe(text);
  });

  test('leaves text alone when the password is too short to be told from letters', () => {
    expect(createRedact(new Secret('a'))('a banana')).toBe('a banana');
  });

  test('removes any password from any text around it', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 3, unit: 'grapheme' }),
        fc.string(),
        fc.string(),
        (password, before, after) => {
          const clean = createRedact(new Secret(password))(`${before} ${password} ${after}`);
          // The mask itself may contain a short password: it is then no one's secret.
          expect(clean.replaceAll('[secret]', '\u2063')).not.toContain(password);
        },
      ),
    );
  });
});

describe('redaction of base64', () => {
  test.each([0, 1, 2])('finds a password of any length behind %i other bytes', (before) => {
    for (let length = 3; length <= 24; length += 1) {
      const password = 'Canary-Pa55-Sesame-Oak-9'.slice(0, length);
      const run = base64(`${'x'.repeat(before)}${password}`).replace(/=+$/, '');
      expect(createRedact(new Secret(password))(`no: ${run}`)).toBe('no: [secret]');
    }
  });
});

describe('the transcript', () => {
  test('has one line for each line, marked, and no secret', () => {
    const transcript = createTranscript(redact);
    transcript.client('EHLO [127.0.0.1]');
    transcript.server(`250-mail.acme.test\n250 ${PASSWORD}`);
    transcript.note('closed');
    expect(transcript.lines).toEqual([
      'C: EHLO [127.0.0.1]',
      'S: 250-mail.acme.test',
      'S: 250 [secret]',
      '-- closed',
    ]);
  });

  test('is bounded in lines and in their length', () => {
    const transcript = createTranscript(redact);
    transcript.server('x'.repeat(100_000));
    transcript.server('250-again\n'.repeat(10_000));
    expect(transcript.lines.length).toBeLessThanOrEqual(201);
    expect(transcript.lines.at(-1)).toBe('...');
    expect(Math.max(...transcript.lines.map((line) => line.length))).toBeLessThan(1_100);
  });

  test('does not cut a password in half and show the first one', () => {
    const transcript = createTranscript(redact);
    transcript.server(`${'x'.repeat(995)}${PASSWORD}`);
    expect(transcript.lines.join()).not.toContain('Cana');
  });
});
