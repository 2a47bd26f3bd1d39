import { hostname } from 'node:os';
import path from 'node:path';
import type { Credential } from '../keychain/keychain.ts';
import { count, z } from '../zod.ts';
import { exportFilesOf } from './exports.ts';
import type { Files } from './files.ts';
import { errorCode } from './problem.ts';
import type { RecordProfile } from './profile.ts';
import { decodeUtf8 } from './text-file.ts';

/**
 * What a save has in hand, so that the next start can finish or undo it. Never a password.
 *
 * - `preparing`: nothing that the record reads has changed.
 * - `prepared`: the new files, and copies of the old ones, lie beside those that the record reads.
 *   Once the new senders file has taken its place, which is one rename, the save counts and is
 *   finished; otherwise it is undone.
 * - `tidying`: the files are done; credentials that nobody uses any more may be left.
 */
const journalSchema = z.strictObject({
  version: z.literal(1),
  state: z.enum(['preparing', 'prepared', 'tidying']),
  /** The program that saves. While it lives, there is nothing to tidy up. */
  owner: z.strictObject({ host: z.string(), pid: count() }),
  doctorId: z.string(),
  /** SHA-256 of the new senders file, hexadecimal. */
  sendersHash: z.string(),
  /** The senders file first. `existed`: before the save. `remove`: the save takes it away. */
  targets: z.array(z.strictObject({ file: z.string(), existed: z.boolean(), remove: z.boolean() })),
  /** Removed from the keychain in the end, unless a sender uses them. */
  unused: z.array(z.strictObject({ service: z.string(), account: z.string() })),
});

export type Journal = z.infer<typeof journalSchema>;

export type JournalTarget = Journal['targets'][number];

export const newFileOf = (file: string) => `${file}.mittente-new`;

export const oldFileOf = (file: string) => `${file}.mittente-old`;

export const backupOf = (sendersFile: string) => `${sendersFile}.bak`;

export const journalOf = (sendersFile: string) => `${sendersFile}.mittente-journal`;

export function thisProgram(): Journal['owner'] {
  return { host: hostname(), pid: process.pid };
}

/** Of another computer nothing is known: then the lock decides. */
export function isAlive({ host, pid }: Journal['owner']): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

export function hashOf(content: Buffer): string {
  // Not imported: every start looks for a journal, seldom finds one, and would wait for it.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(content).digest('hex');
}

export async function writeJournal(
  files: Files,
  sendersFile: string,
  journal: Journal,
): Promise<void> {
  const file = journalOf(sendersFile);
  const content = Buffer.from(`${JSON.stringify(journal, null, 2)}\n`, 'utf8');
  await files.write(newFileOf(file), content, sendersFile);
  await files.rename(newFileOf(file), file);
}

/** Whether a save was interrupted, or is under way in another program. */
export async function hasJournal(files: Files, sendersFile: string): Promise<boolean> {
  const file = journalOf(sendersFile);
  return (await files.read(file)) !== null || (await files.read(newFileOf(file))) !== null;
}

/**
 * The journal of an interrupted save; null when there is none that can be believed. Anyone who may
 * write in the folder could have written it: files and credentials other than ours are left out.
 */
export async function readJournal(files: Files, profile: RecordProfile): Promise<Journal | null> {
  const bytes = await files.read(journalOf(profile.sendersFile));
  const text = bytes === null ? null : decodeUtf8(bytes);
  if (text === null) return null;
  const journal = journalSchema.safeParse(parseOrNull(text));
  if (!journal.success) return null;
  const { doctorId, targets, unused } = journal.data;
  const ours = new Set([profile.sendersFile, ...exportFilesOf(profile, doctorId)]);
  return {
    ...journal.data,
    targets: targets.filter(({ file }) => ours.has(path.resolve(file))),
    unused: unused.filter(isOurs),
  };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isOurs({ service }: Credential): boolean {
  return service.startsWith('Mittente:');
}

export async function removeJournal(files: Files, sendersFile: string): Promise<void> {
  const file = journalOf(sendersFile);
  await files.remove(newFileOf(file));
  await files.remove(file);
}
