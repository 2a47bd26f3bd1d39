import { describe, expect, it } from 'vitest';
import { onInterrupt } from '../../../src/cli/interrupt.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

const listeners = () => SIGNALS.map((signal) => process.listenerCount(signal));

describe('a program that is told to end', () => {
  it.each(SIGNALS)(
    'stops what it does at the first %s, and leaves the second alone',
    async (signal) => {
      const before = listeners();
      let stopped = 0;
      onInterrupt(() => {
        stopped += 1;
      });
      // As the lock does: it ends the program unless somebody else listens.
      let others = 0;
      const lock = () => {
        others = process.listenerCount(signal) - 1;
      };
      process.on(signal, lock);
      process.emit(signal);
      process.removeListener(signal, lock);
      expect(stopped).toBe(1);
      expect(others).toBeGreaterThan(0);
      await new Promise((resolve) => setImmediate(resolve));
      expect(listeners()).toEqual(before);
    },
  );

  it('is not held back once its work is done', () => {
    const before = listeners();
    onInterrupt(() => undefined)();
    expect(listeners()).toEqual(before);
  });
});
