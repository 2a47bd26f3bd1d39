import { describe, expect, it } from 'vitest';
import { createTurnstile, runInLanes } from '../../../../src/wizard/many/lanes.ts';

const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

/** Work that ends when the test says so. */
function workshop() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    work: (item: string) => {
      begun.push(item);
      return new Promise<void>((resolve) => ends.set(item, resolve));
    },
    end: async (item: string) => {
      ends.get(item)?.();
      await settle();
    },
  };
}

const laneOf = (item: string) => item.charAt(0);

describe('lanes', () => {
  it('hold at most so many each, and a full one does not hold up another', async () => {
    const { begun, work, end } = workshop();
    const all = runInLanes(['a1', 'a2', 'a3', 'b1'], laneOf, { overall: 8, perLane: 2 }, work);
    await settle();
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    await end('b1');
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    await end('a2');
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
    await end('a1');
    await end('a3');
    await all;
  });

  it('hold at most so many all together', async () => {
    const { begun, work, end } = workshop();
    const all = runInLanes(['a1', 'b1', 'c1'], laneOf, { overall: 2, perLane: 2 }, work);
    await settle();
    expect(begun).toEqual(['a1', 'b1']);
    await end('a1');
    expect(begun).toEqual(['a1', 'b1', 'c1']);
    await end('b1');
    await end('c1');
    await all;
  });

  it('finish every item of a hundred in few lanes', async () => {
    const items = Array.from({ length: 100 }, (_, index) => `${'abc'.charAt(index % 3)}${index}`);
    const done: string[] = [];
    let running = 0;
    let most = 0;
    await runInLanes(items, laneOf, { overall: 8, perLane: 2 }, async (item) => {
      running += 1;
      most = Math.max(most, running);
      await settle();
      running -= 1;
      done.push(item);
    });
    expect(new Set(done).size).toBe(100);
    expect(most).toBe(6);
  });
});

describe('a turnstile', () => {
  it('lets two of the same key through at a time, in order, and goes on after a failure', async () => {
    const { begun, work, end } = workshop();
    const pass = createTurnstile(2);
    const failing = pass('x', async () => {
      await work('1');
      throw new Error('no');
    });
    const others = [
      ...['2', '3', '4'].map((item) => pass('x', () => work(item))),
      pass('y', () => work('y')),
    ];
    await settle();
    expect(begun).toEqual(['1', '2', 'y']);
    await end('1');
    await expect(failing).rejects.toThrow('no');
    expect(begun).toEqual(['1', '2', 'y', '3']);
    for (const item of ['2', '3', '4', 'y']) await end(item);
    await Promise.all(others);
    expect(begun).toEqual(['1', '2', 'y', '3', '4']);
  });
});
