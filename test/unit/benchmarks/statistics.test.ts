import { describe, expect, it } from 'vitest';
import { interleave } from '../../benchmarks/interleave.ts';
import { alone, compared } from '../../benchmarks/measurement.ts';
import { formatLine } from '../../benchmarks/report.ts';
import { quantile, ratioOf, summarise } from '../../benchmarks/statistics.ts';

describe('what repetitions come to', () => {
  it('is the middle one, wherever it was measured, and half of them around it', () => {
    expect(summarise([9, 1, 5, 3, 7])).toEqual({ median: 5, low: 3, high: 7, count: 5 });
  });

  it('lies between two of them in proportion where there is no middle one', () => {
    expect(quantile([4, 1, 2, 3], 0.5)).toBe(2.5);
    expect(quantile([1, 2], 0.25)).toBe(1.25);
    expect(quantile([6], 0.75)).toBe(6);
  });

  it('is not moved by one repetition that the machine disturbed', () => {
    expect(summarise([10, 10, 10, 10, 900]).median).toBe(10);
  });

  it('is nothing without any', () => {
    expect(() => summarise([])).toThrow(RangeError);
  });
});

describe('a ratio', () => {
  it('is that of the medians, and its spread that of the rounds', () => {
    expect(ratioOf([2, 4, 6], [1, 2, 2])).toEqual({ median: 2, low: 2, high: 2.5, count: 3 });
  });

  it('does not spread when both were slow in the same rounds', () => {
    const { low, high } = ratioOf([2, 20, 200], [1, 10, 100]);
    expect([low, high]).toEqual([2, 2]);
  });

  it('is refused for rounds that are not complete', () => {
    expect(() => ratioOf([1, 2], [1])).toThrow(RangeError);
  });
});

describe('taking turns', () => {
  it('gives every contestant its turn in every round, and leaves the first out', async () => {
    const turns: string[] = [];
    const contestant = (name: string) => async () => {
      turns.push(name);
      return turns.length;
    };
    const contestants = { a: contestant('a'), b: contestant('b') };
    expect(await interleave(contestants, { rounds: 2 })).toEqual({ a: [3, 5], b: [4, 6] });
    expect(turns.join(' ')).toBe('a b a b a b');
  });
});

describe('a line of the report', () => {
  const about = { what: 'start', unit: 'ms', goal: 1.15 } as const;

  it('claims a ratio, and says whether the goal was reached', () => {
    const line = compared(about, [110, 120], 'the bare window', [100, 100]);
    expect(formatLine(line)).toContain('1.15 (1.13 to 1.18) times the bare window');
    expect(formatLine(line)).toContain('goal 1.15: reached');
    expect(formatLine(compared(about, [120], 'the bare window', [100]))).toContain('missed');
  });

  it('claims a value where there is nothing to compare', () => {
    const line = alone({ what: 'payload', unit: 'MB', goal: 3 }, [2.5]);
    expect(formatLine(line)).toContain('2.50 (2.50 to 2.50) MB, goal 3: reached');
  });
});
