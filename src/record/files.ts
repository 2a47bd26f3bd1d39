import { access, constants, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './problem.ts';

/** What a save does to the disk, one small step each, so that tests can end it after any of them. */
export interface Files {
  /** Null when there is no such file. */
  read(file: string): Promise<Buffer | null>;
  /** Whether there is a file that may be replaced; throws when it may not, or is no file. */
  checkTarget(file: string): Promise<boolean>;
  /** Writes the whole file, with the permissions of `like` if that exists, and waits for the disk. */
  write(file: string, content: Buffer, like: string): Promise<void>;
  /** Replaces `to`; waits for a reader that holds it open (Windows). */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file that may not be there; waits as `rename`. */
  remove(file: string): Promise<void>;
  makeFolder(folder: string): Promise<void>;
}

/** Windows says EPERM or EACCES when anyone holds the file open without sharing its deletion. */
const HELD_OPEN = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** About four seconds in all: a record reads a small file in far less, a virus scanner in about that. */
const WAITS_MS = [20, 40, 80, 160, 320, 640, 1280, 1280];

export interface FilesOptions {
  readonly platform?: NodeJS.Platform;
  readonly waitsMs?: readonly number[];
  readonly rename?: typeof rename;
}

/** The disk itself. `waitsMs`: pauses in milliseconds between attempts on a file held open. */
export function createFiles(options: FilesOptions = {}): Files {
  const { waitsMs = WAITS_MS, rename: renameOnce = rename, platform = process.platform } = options;
  const waits = platform === 'win32' ? waitsMs : null;
  const patiently = <Value>(action: () => Promise<Value>) =>
    waits === null ? action() : retryWhileHeld(action, waits);
  return {
    read: readOrNull,
    checkTarget,
    write: writeDurably,
    rename: async (from, to) => {
      await patiently(() => renameOnce(from, to));
      await flushFolder(path.dirname(to));
    },
    remove: async (file) => {
      await patiently(() => removeIfThere(file));
    },
    makeFolder: async (folder) => {
      await mkdir(folder, { recursive: true });
    },
  };
}

async function retryWhileHeld<Value>(
  action: () => Promise<Value>,
  waitsMs: readonly number[],
  heldOpen = HELD_OPEN,
): Promise<Value> {
  for (const wait of waitsMs) {
    try {
      return await action();
    } catch (error) {
      if (!heldOpen.has(errorCode(error) ?? '')) throw error;
      await sleep(wait);
    }
  }
  try {
    return await action();
  } catch (error) {
    if (!heldOpen.has(errorCode(error) ?? '')) throw error;
    throw Object.assign(error as Error, { code: 'EBUSY' });
  }
}

/**
 * Reads a file, and waits for a program that holds it open without sharing. Windows calls that
 * EBUSY here (a sharing violation); EPERM and EACCES are permissions, which do not pass.
 */
export function readPatiently(file: string, waitsMs = WAITS_MS): Promise<Buffer> {
  return retryWhileHeld(() => readFile(file), waitsMs, new Set(['EBUSY']));
}

async function readOrNull(file: string): Promise<Buffer | null> {
  try {
    return await readPatiently(file);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function checkTarget(file: string): Promise<boolean> {
  const found = await statOrNull(file);
  if (found === null) return false;
  if (!found.isFile()) {
    throw Object.assign(new Error(`${file} is not a file`), { code: 'EISDIR' });
  }
  await access(file, constants.W_OK);
  return true;
}

/** Not flushed to the disk: a removal that power failure undoes is made again by the next start. */
async function removeIfThere(file: string): Promise<void> {
  try {
    await rm(file);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

async function statOrNull(file: string) {
  try {
    return await stat(file);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function writeDurably(file: string, content: Buffer, like: string): Promise<void> {
  const replaced = await statOrNull(like);
  const handle = await open(file, 'w');
  try {
    if (replaced !== null && process.platform !== 'win32') {
      await handle.chmod(replaced.mode & 0o777);
    }
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A rename is on the disk only when its folder is; Windows has no such call and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function fileExists(file: string): Promise<boolean> {
  return (await statOrNull(file)) !== null;
}
