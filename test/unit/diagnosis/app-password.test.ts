import { expect, test } from 'vitest';
import { looksLikeAppPassword } from '../../../src/diagnosis/app-password.ts';
import { Secret } from '../../../src/secret.ts';

test.each([
  ['abcdefghijklmnop', true],
  ['abcd efgh ijkl mnop', true],
  [' abcd-efgh-ijkl-mnop ', true],
  ['Abcdefghijklmnop', false],
  ['abcdefghijklmno', false],
  ['estate2026', false],
  ['', false],
])('%j has the form of an app password: %s', (typed, expected) => {
  expect(looksLikeAppPassword(new Secret(typed))).toBe(expected);
});
