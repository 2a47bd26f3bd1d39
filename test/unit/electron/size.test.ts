import { describe, expect, it } from 'vitest';
import { isLargerThan } from '../../../electron/size.ts';

describe('isLargerThan', () => {
  it('counts values, keys and the units of strings', () => {
    const event = { type: 'HOME' };
    const size = 1 + 'type'.length + 1 + 'HOME'.length;
    expect(isLargerThan(event, size)).toBe(false);
    expect(isLargerThan(event, size - 1)).toBe(true);
  });

  it('counts what is deep inside', () => {
    expect(isLargerThan([[[{ a: 'x'.repeat(100) }]]], 100)).toBe(true);
  });

  it('takes a circular value for a large one', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(isLargerThan(circle, 1000)).toBe(true);
  });

  it.each([
    ['bytes', new Uint8Array(2000)],
    ['a buffer', new ArrayBuffer(2000)],
    ['a map', new Map(Array.from({ length: 2000 }, (_, index) => [index, index]))],
    ['a set', new Set(Array.from({ length: 2000 }, (_, index) => index))],
    ['many keys', Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [index, 0]))],
  ])('sees the size of %s', (_name, value) => {
    expect(isLargerThan(value, 1000)).toBe(true);
  });

  it('lets the values of other kinds pass as small', () => {
    for (const value of [null, undefined, 1, true, new Date(0)]) {
      expect(isLargerThan(value, 1)).toBe(false);
    }
  });
});
