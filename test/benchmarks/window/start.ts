import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { electronArguments, LOST_START } from '../../../scripts/runtime.ts';
import { memoryOf } from './processes.ts';

/** One start of a program, from nothing to a page that can be used. */
export interface Start {
  /** From the spawn to the first page that can be used, in milliseconds. */
  readonly usableMs: number;
  /** Proportional memory of all its processes once they had come to rest, in MiB. */
  readonly memoryMiB: number | null;
}

export interface StartWish {
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Milliseconds after which memory is looked at; null: it is not. */
  readonly restMs: number | null;
}

const PATIENCE_MS = 30_000;

/** Starts a program of `makePrograms` with an empty data folder, and ends it; a lost start is no start. */
export async function startOnce(wish: StartWish): Promise<Start> {
  try {
    return await attempt(wish);
  } catch (error) {
    if (!String(error).includes(LOST_START)) throw error;
    console.warn(`Started again: ${String(error)}`);
    return attempt(wish);
  }
}

async function attempt(wish: StartWish): Promise<Start> {
  const userData = await mkdtemp(join(tmpdir(), 'mittente-bench-'));
  const words = [...electronArguments(), `--user-data-dir=${userData}`, ...wish.args];
  const spawned = performance.timeOrigin + performance.now();
  const child = spawn(wish.executable, words, {
    env: wish.env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  try {
    const usable = await firstUse(child);
    const memoryMiB = wish.restMs === null ? null : await memoryAtRest(child, wish.restMs);
    return { usableMs: usable - spawned, memoryMiB };
  } finally {
    child.kill('SIGKILL');
    await ended;
    await rm(userData, { recursive: true, force: true, maxRetries: 5 });
  }
}

function firstUse(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error('no page could be used')), PATIENCE_MS);
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`the program ended with ${signal ?? code}`)),
    );
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const [, usable] = /^usable ([\d.]+)$/m.exec(text) ?? [];
      if (usable === undefined) return;
      clearTimeout(timer);
      resolve(Number(usable));
    });
  });
}

async function memoryAtRest(child: ChildProcess, restMs: number): Promise<number> {
  await pause(restMs);
  return memoryOf(child.pid ?? 0);
}
