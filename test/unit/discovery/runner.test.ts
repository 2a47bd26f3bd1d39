import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runByPriority, type Task } from '../../../src/discovery/runner.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const decides = (answer: string) => answer !== 'nothing';

function after(ms: number, answer: string, limit = 1000): Task<string> & { signal?: AbortSignal } {
  return {
    limit,
    run(signal) {
      this.signal = signal;
      return new Promise((resolve) => {
        setTimeout(() => resolve(answer), ms);
      });
    },
  } as Task<string> & { signal?: AbortSignal };
}

const run = (tasks: readonly Task<string>[], signal = new AbortController().signal) =>
  runByPriority(tasks, { signal, limit: 5000, decides });

describe('the runner', () => {
  it('waits for a slower answer of higher priority', async () => {
    const running = run([after(50, 'first'), after(10, 'second')]);
    await vi.advanceTimersByTimeAsync(50);
    expect(await running).toEqual(['first', 'second']);
  });

  it('does not wait for a lower one once a higher one decides', async () => {
    const low = after(900, 'second');
    const running = run([after(10, 'first'), low]);
    await vi.advanceTimersByTimeAsync(10);
    expect(await running).toEqual(['first', null]);
    expect(low.signal?.aborted).toBe(true);
  });

  it('starts all of them together', async () => {
    const tasks = [after(10, 'nothing'), after(10, 'nothing'), after(10, 'last')];
    const running = run(tasks);
    expect(tasks.every(({ signal }) => signal)).toBe(true);
    await vi.advanceTimersByTimeAsync(10);
    expect(await running).toEqual(['nothing', 'nothing', 'last']);
  });

  it('passes over one whose time is up, even if it does not listen', async () => {
    const running = run([after(9000, 'first', 100), after(10, 'second')]);
    await vi.advanceTimersByTimeAsync(100);
    expect(await running).toEqual([null, 'second']);
  });

  it('keeps what lower ones said when the time of all is up', async () => {
    const running = runByPriority([after(9000, 'first', 9000), after(10, 'second')], {
      signal: new AbortController().signal,
      limit: 200,
      decides,
    });
    await vi.advanceTimersByTimeAsync(200);
    expect(await running).toEqual([null, 'second']);
  });

  it('leaves no timer behind', async () => {
    const running = run([after(0, 'first'), after(0, 'second')]);
    await vi.advanceTimersByTimeAsync(0);
    await running;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('rejects with the caller’s reason and cancels everything', async () => {
    const caller = new AbortController();
    const task = after(100, 'first');
    const running = run([task], caller.signal);
    caller.abort(new Error('typed on'));
    await expect(running).rejects.toThrow('typed on');
    expect(task.signal?.aborted).toBe(true);
    await expect(run([task], caller.signal)).rejects.toThrow('typed on');
  });

  it('lets an error through, for it is a bug', async () => {
    const broken: Task<string> = { limit: 100, run: () => Promise.reject(new Error('bug')) };
    await expect(run([after(10, 'first'), broken])).rejects.toThrow('bug');
  });

  it('has nothing to say without tasks', async () => {
    expect(await run([])).toEqual([]);
  });
});
