import { describe, expect, test } from 'vitest';
import { FIXTURES, readCases, score } from '../../../scripts/accuracy.ts';
import { CAUSES } from '../../../src/diagnosis/cause.ts';

describe.each(FIXTURES)('on the failures of %s', (name) => {
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

describe('on the failures that were written down before any rule saw them', () => {
  const cases = readCases('smtp-failures-more');

  test('at least 97 in 100 are told right with all that is known', () => {
    const { right, total } = score(cases, 'all');
    expect(right / total).toBeGreaterThanOrEqual(0.97);
  });

  test.each(['text', 'text-and-stage'] as const)(
    'no password is called wrong that was not, where the words decide, given %s',
    (given) => {
      const { wrong } = score(
        cases.filter(({ config }) => config === undefined),
        given,
      );
      expect(wrong.filter(({ found }) => found === 'wrong-credentials')).toEqual([]);
    },
  );
});
