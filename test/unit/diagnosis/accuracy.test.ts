import { describe, expect, test } from 'vitest';
import { readCases, score } from '../../../scripts/accuracy.ts';
import { CAUSES } from '../../../src/diagnosis/cause.ts';

describe.each(['smtp-failures', 'smtp-failures-own'] as const)('on the failures of %s', (name) => {
  const cases = readCases(name);

  test('every cause occurs', () => {
    expect(new Set(cases.map(({ label }) => label))).toEqual(new Set(CAUSES));
  });

  test('at least 95 in 100 are told right with all that is known', () => {
    const { right, total } = score(cases, 'all');
    expect(right / total).toBeGreaterThanOrEqual(0.95);
  });

  test('at least 90 in 100 are told right from the words alone', () => {
    const { right, total } = score(cases, 'text');
    expect(right / total).toBeGreaterThanOrEqual(0.9);
  });

  test('no password is called wrong that was not', () => {
    const accused = score(cases, 'all').wrong.filter(({ found }) => found === 'wrong-credentials');
    expect(accused).toEqual([]);
  });
});
