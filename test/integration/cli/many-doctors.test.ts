import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Applied, type ManyDoctors, openManyDoctors } from '../../support/many-doctors.ts';

const PROGRAM = join(import.meta.dirname, '../../../src/cli/main.ts');

/** As the product promises: what providers take for a burst is more. */
const AT_ONE_SERVER = 2;

/** Room for a practice and those who are under way, and for no hundred others. */
const HEAP_MIB = 64;

let many: ManyDoctors;
let few: Applied;
let all: Applied;

beforeAll(async () => {
  many = await openManyDoctors(100, 100);
  few = await many.apply(PROGRAM, 10, HEAP_MIB);
  all = await many.apply(PROGRAM, 100, HEAP_MIB);
}, 300_000);

afterAll(async () => {
  await many?.close();
});

describe('a hundred doctors over a slow line', () => {
  it('are all proven and saved', async () => {
    expect(all.status).toBe(0);
    expect(all.results).toHaveLength(100);
    expect(all.results.filter(({ saved }) => !saved)).toEqual([]);
    const { senders } = (await many.senders()) as { senders: { status: string }[] };
    expect(senders.map(({ status }) => status)).toEqual(Array(100).fill('verified'));
  });

  it('come to each server a few at a time, and once each', () => {
    for (const line of many.lines) {
      expect(line.mostAtOnce).toBeLessThanOrEqual(AT_ONE_SERVER);
    }
    // At all servers together they do not wait for each other.
    expect(many.lines.map(({ mostAtOnce }) => mostAtOnce)).toEqual(Array(4).fill(AT_ONE_SERVER));
    const connections = many.lines.map((line) => line.connections);
    expect(connections.reduce((sum, each) => sum + each, 0)).toBe(110);
  });

  it('take hardly more memory than ten', () => {
    expect(all.peakMiB).toBeLessThan(few.peakMiB * 1.5);
  });
});
