import { describe, expect, test } from 'vitest';
import {
  formatReply,
  mechanismsOf,
  parseCapabilities,
  parseReply,
  printable,
} from '../../../src/smtp/reply.ts';

describe('a reply', () => {
  test.each([
    ['250 ok', { code: 250, enhanced: null, text: 'ok' }],
    ['250', { code: 250, enhanced: null, text: '' }],
    ['535 5.7.8 refused', { code: 535, enhanced: '5.7.8', text: 'refused' }],
    ['550 5.7.139', { code: 550, enhanced: '5.7.139', text: '' }],
    ['421 4.7.0\ttry later', { code: 421, enhanced: '4.7.0', text: 'try later' }],
    ['450 version 4.7.0 of us', { code: 450, enhanced: null, text: 'version 4.7.0 of us' }],
  ])('%s', (raw, reply) => {
    expect(parseReply(raw)).toEqual(reply);
  });

  test('of several lines becomes one text, its enhanced code said once', () => {
    const raw =
      '534-5.7.9 Application-specific password\n534-5.7.9 required. More at\n534 5.7.9 https://x.test';
    expect(parseReply(raw)).toEqual({
      code: 534,
      enhanced: '5.7.9',
      text: 'Application-specific password required. More at https://x.test',
    });
  });

  test('finds the enhanced code of a later line', () => {
    expect(parseReply('550-Sorry.\n550 5.1.1 unknown')).toMatchObject({ enhanced: '5.1.1' });
  });

  test.each(['', 'HTTP/1.1 400 Bad Request', '25', '2500 ok', '\u0000', 'hello'])(
    'is not seen in %j',
    (raw) => {
      expect(parseReply(raw)).toBeNull();
    },
  );

  test('is bounded, and fit for a screen', () => {
    const reply = parseReply(`550 a\u0000b\u001b[31m\u202e${'x'.repeat(100_000)}`);
    expect(reply?.text).toMatch(/^a\uFFFDb\uFFFD\[31m\uFFFDx+$/);
    expect(reply?.text.length).toBeLessThanOrEqual(1_000);
  });

  test('is written on one line', () => {
    expect(formatReply({ code: 535, enhanced: '5.7.8', text: 'no' })).toBe('535 5.7.8 no');
    expect(formatReply({ code: 220, enhanced: null, text: '' })).toBe('220');
  });
});

describe('capabilities', () => {
  test('are the keywords after the greeting line, upper case', () => {
    const raw = '250-mail.acme.test\r\n250-size 100\r\n250-AUTH plain LOGIN\r\n250 STARTTLS';
    expect(parseCapabilities(raw)).toEqual(['SIZE 100', 'AUTH PLAIN LOGIN', 'STARTTLS']);
  });

  test('are bounded', () => {
    expect(parseCapabilities('250-x\n'.repeat(10_000)).length).toBeLessThanOrEqual(64);
  });

  test('name the mechanisms, in both spellings, once each', () => {
    expect(mechanismsOf(['AUTH PLAIN LOGIN', 'AUTH=LOGIN CRAM-MD5', 'AUTHX Y'])).toEqual([
      'PLAIN',
      'LOGIN',
      'CRAM-MD5',
    ]);
    expect(mechanismsOf(['SIZE', 'AUTH'])).toEqual([]);
  });
});

describe('printable text', () => {
  test('keeps what people write', () => {
    expect(printable('già usata: è così, straße €')).toBe('già usata: è così, straße €');
  });
});
