import { appendFile, open } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import type { Result } from '../result.ts';
import { z } from '../zod.ts';
import { newFileOf } from './journal.ts';
import { errorCode, type SaveProblem } from './problem.ts';
import type { Saved } from './save.ts';
import { defaultEffects, type SaveEffects } from './save-effects.ts';
import { readSenders, type Sender, senderStatusSchema } from './senders.ts';

export const CHANGES = ['saved', 'mail-plus-asked', 'checked', 'removed'] as const;

/**
 * One change of one doctor's sender, one line of the history. Loose: a newer version may add keys.
 * There is no room for a secret: every key is named here and none holds what a person typed.
 */
const historyEntrySchema = z.looseObject({
  at: z.iso.datetime(),
  /** The operating system's name of the user who ran the program; null where it has none. */
  user: z.nullable(z.string()),
  doctorId: z.string(),
  change: z.enum(CHANGES),
  /** The sender's address before and after. */
  from: z.nullable(z.string()),
  to: z.nullable(z.string()),
  status: senderStatusSchema,
  /** Why a check failed; null when it did not. */
  cause: z.nullable(z.string()),
});

export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export type HistoryChange = HistoryEntry['change'];

const MAX_BYTES = 1024 * 1024;

/** After dropping the oldest lines, so that not every later line rewrites the file. */
const KEPT_SHARE = 0.75;

/** The history lies beside the senders file, one JSON document a line, the newest last. */
export const historyOf = (sendersFile: string) =>
  path.join(path.dirname(sendersFile), 'mittente-history.jsonl');

/** What a history needs of its surroundings. */
export interface HistoryOptions {
  readonly effects?: SaveEffects;
  readonly user?: () => string | null;
  /** Size in bytes past which the oldest lines go. */
  readonly maxBytes?: number;
}

interface Change {
  readonly sendersFile: string;
  readonly doctorId: string;
  readonly change: HistoryChange;
  readonly at: Date;
}

/**
 * Makes a change of a doctor's sender and, once it is made, notes it in the history. The result is
 * the change's own: a history that cannot be written fails nothing.
 */
export async function noteChange(
  change: Change,
  make: () => Promise<Result<Saved, SaveProblem>>,
  options: HistoryOptions = {},
): Promise<Result<Saved, SaveProblem>> {
  const { sendersFile, doctorId } = change;
  const before = await readSenders(sendersFile);
  const made = await make();
  if (!made.ok) return made;
  const senders = before.ok ? (before.value?.senders ?? []) : [];
  const previous = senders.find((sender) => sender.doctorId === doctorId) ?? null;
  await append(sendersFile, entryOf(change, previous, made.value.sender, options), options);
  return made;
}

function entryOf(
  { doctorId, change, at }: Change,
  previous: Sender | null,
  sender: Sender | null,
  { user = currentUser }: HistoryOptions,
): HistoryEntry {
  return {
    at: at.toISOString(),
    user: user(),
    doctorId,
    change,
    from: previous?.address ?? null,
    to: sender?.address ?? null,
    status: sender?.status ?? 'none',
    cause: change === 'checked' ? (sender?.failing?.cause ?? null) : null,
  };
}

/** Null for a user without a name, such as that of some containers. */
function currentUser(): string | null {
  try {
    return userInfo().username;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

async function append(
  sendersFile: string,
  entry: HistoryEntry,
  { effects = defaultEffects, maxBytes = MAX_BYTES }: HistoryOptions,
): Promise<void> {
  const { files, lock } = effects;
  const file = historyOf(sendersFile);
  const line = Buffer.from(`${JSON.stringify(entry)}\n`, 'utf8');
  try {
    await lock(file, async () => {
      const end = await endOf(file);
      // The first line makes a file that the same people may write as the senders file.
      if (end === null) return files.write(file, line, sendersFile);
      // A line that was cut short by a power failure must not swallow this one.
      const whole = end.complete ? line : Buffer.concat([Buffer.from('\n'), line]);
      if (end.size + whole.length <= maxBytes) return appendFile(file, whole);
      const content = (await files.read(file)) ?? Buffer.alloc(0);
      const kept = newestLines(Buffer.concat([content, whole]), maxBytes * KEPT_SHARE);
      await files.write(newFileOf(file), kept, file);
      await files.rename(newFileOf(file), file);
    });
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}

/** The size of a file, and whether its last line ends; null when there is none. */
async function endOf(file: string): Promise<{ size: number; complete: boolean } | null> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size === 0) return { size, complete: true };
      const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
      return { size, complete: buffer[0] === NEWLINE };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

const NEWLINE = 0x0a;

/** Whole lines from the end, at most so many bytes. */
function newestLines(content: Buffer, maxBytes: number): Buffer {
  if (content.length <= maxBytes) return content;
  const cut = content.indexOf(NEWLINE, content.length - Math.floor(maxBytes) - 1);
  return content.subarray(cut + 1);
}

/**
 * The last changes of a doctor's sender, the newest first. A line that is not readable is left
 * out, and a history that is not readable is empty: it decides nothing.
 */
export async function readHistory(
  sendersFile: string,
  doctorId: string,
  count: number,
  { files }: SaveEffects = defaultEffects,
): Promise<readonly HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  for (const line of (await linesOf(historyOf(sendersFile), files)).reverse()) {
    if (entries.length === count) break;
    const entry = entryIn(line);
    if (entry?.doctorId === doctorId) entries.push(entry);
  }
  return entries;
}

/** Every change of every doctor's sender that is readable, the oldest first. */
export async function readWholeHistory(
  sendersFile: string,
  { files }: SaveEffects = defaultEffects,
): Promise<readonly HistoryEntry[]> {
  const lines = await linesOf(historyOf(sendersFile), files);
  return lines.flatMap((line) => entryIn(line) ?? []);
}

async function linesOf(file: string, files: SaveEffects['files']): Promise<string[]> {
  try {
    const content = await files.read(file);
    return content === null ? [] : content.toString('utf8').split('\n');
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return [];
  }
}

function entryIn(line: string): HistoryEntry | null {
  try {
    const entry = historyEntrySchema.safeParse(JSON.parse(line));
    return entry.success ? entry.data : null;
  } catch {
    return null;
  }
}
