import { setTimeout as sleep } from 'node:timers/promises';
import type { LockOptions as FileLockOptions } from 'proper-lockfile';
import { fail, type Result, succeed } from '../result.ts';
import { errorCode, type FileProblem, fileSystemProblem } from './problem.ts';

/**
 * Runs an action while nobody else changes the practice. `isHeld` says whether that is still so:
 * a computer that slept may find that another program has taken over.
 */
export type Lock = <Value>(
  sendersFile: string,
  action: (isHeld: () => boolean) => Promise<Value>,
) => Promise<Result<Value, FileProblem>>;

export interface LockOptions {
  /** A lock that nobody has renewed for so long was left by a program that died, in milliseconds. */
  readonly staleMs?: number;
  /** How long to wait for another program, in milliseconds; longer than `staleMs`. */
  readonly patienceMs?: number;
}

const PAUSE_MS = 50;

/** One turn at a time within this program; the lock file speaks to the others. */
const turns = new Map<string, Promise<unknown>>();

/** A lock that all programs on all computers see: a folder beside the senders file. */
export function createLock({ staleMs = 5000, patienceMs = 9000 }: LockOptions = {}): Lock {
  return async (sendersFile, action) => {
    const before = turns.get(sendersFile) ?? Promise.resolve();
    const turn = before.then(() => lockAndRun(sendersFile, action, staleMs, patienceMs));
    const settled = turn.catch(() => undefined);
    turns.set(sendersFile, settled);
    try {
      return await turn;
    } finally {
      if (turns.get(sendersFile) === settled) turns.delete(sendersFile);
    }
  };
}

async function lockAndRun<Value>(
  sendersFile: string,
  action: (isHeld: () => boolean) => Promise<Value>,
  staleMs: number,
  patienceMs: number,
): Promise<Result<Value, FileProblem>> {
  let held = true;
  const onCompromised = () => {
    held = false;
  };
  const options = { realpath: false, stale: staleMs, update: staleMs / 5, onCompromised };
  const release = await acquire(sendersFile, options, patienceMs);
  if (!release.ok) return release;
  try {
    return succeed(await action(() => held));
  } finally {
    await release.value().catch(ignoreLost);
  }
}

async function acquire(
  sendersFile: string,
  options: FileLockOptions,
  patienceMs: number,
): Promise<Result<() => Promise<void>, FileProblem>> {
  // Loaded on first use: most starts of a program change nothing.
  const { default: lockfile } = await import('proper-lockfile');
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      return succeed(await lockfile.lock(sendersFile, options));
    } catch (error) {
      const problem = fileSystemProblem({ which: 'senders', file: sendersFile }, error, 'writing');
      if (problem.code !== 'file-busy' || waited >= patienceMs) return fail(problem);
    }
    await sleep(PAUSE_MS);
  }
}

/** Whoever took the lock over, or removed its folder, has released it already. */
function ignoreLost(error: unknown): void {
  if (errorCode(error) === null) throw error;
}
