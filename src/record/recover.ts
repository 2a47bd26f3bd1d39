import { type Credential, credentialFor, type Keychain } from '../keychain/keychain.ts';
import { succeed } from '../result.ts';
import type { Files } from './files.ts';
import {
  backupOf,
  hashOf,
  type Journal,
  type JournalTarget,
  newFileOf,
  oldFileOf,
  readJournal,
  removeJournal,
  writeJournal,
} from './journal.ts';
import type { RecordProfile } from './profile.ts';
import { deserialiseSenders, type SendersFile } from './senders.ts';

/**
 * Finishes or undoes the save that an earlier run did not end. The caller holds the lock. Without
 * a keychain, or with one that refuses, left-over credentials wait in the journal.
 */
export async function recover(
  files: Files,
  profile: RecordProfile,
  keychain: Keychain | null,
): Promise<void> {
  const journal = await readJournal(files, profile);
  if (journal === null) {
    await removeJournal(files, profile.sendersFile);
    return;
  }
  switch (journal.state) {
    case 'preparing':
      await discard(files, journal.targets);
      break;
    case 'prepared':
      if (await isCommitted(files, profile.sendersFile, journal)) {
        await finish(files, journal.targets);
      } else await putBack(files, journal.targets);
      break;
    case 'tidying':
      break;
  }
  await tidyCredentials(files, profile.sendersFile, keychain, journal);
}

async function isCommitted(files: Files, sendersFile: string, journal: Journal): Promise<boolean> {
  const current = await files.read(sendersFile);
  return current !== null && hashOf(current) === journal.sendersHash;
}

/** Removes what was prepared; the record's files were not touched. */
export async function discard(files: Files, targets: readonly JournalTarget[]): Promise<void> {
  for (const { file } of targets) {
    await files.remove(newFileOf(file));
    await files.remove(oldFileOf(file));
  }
}

/** Brings a save that counts to its end. Done twice, it changes nothing more. */
export async function finish(files: Files, targets: readonly JournalTarget[]): Promise<void> {
  for (const { file, remove } of targets) {
    if (remove) await files.remove(file);
    else if ((await files.read(newFileOf(file))) !== null)
      await files.rename(newFileOf(file), file);
  }
  const [senders, ...exports] = targets;
  if (senders !== undefined && (await files.read(oldFileOf(senders.file))) !== null) {
    await files.rename(oldFileOf(senders.file), backupOf(senders.file));
  }
  for (const { file } of exports) await files.remove(oldFileOf(file));
}

/**
 * Puts every file back as it was before the save. Done twice, it changes nothing more. The senders
 * file comes first: from then on an interruption is continued here and not in `finish`. A file that
 * the save did not reach is left alone: it may be the one that could not be replaced.
 */
export async function putBack(files: Files, targets: readonly JournalTarget[]): Promise<void> {
  for (const { file, existed } of targets) {
    const old = await files.read(oldFileOf(file));
    if (old === null) {
      if (!existed) await files.remove(file);
    } else if ((await files.read(file))?.equals(old)) await files.remove(oldFileOf(file));
    else await files.rename(oldFileOf(file), file);
    await files.remove(newFileOf(file));
  }
}

/**
 * Removes the credentials that no sender uses any more and then the journal. One that cannot be
 * removed now stays in the journal for the next time: it is no reason to fail a save.
 */
export async function tidyCredentials(
  files: Files,
  sendersFile: string,
  keychain: Keychain | null,
  journal: Journal,
): Promise<void> {
  const bytes = await files.read(sendersFile);
  const senders = bytes === null ? succeed(null) : deserialiseSenders(bytes, sendersFile);
  const left: Credential[] = [];
  for (const credential of journal.unused) {
    if (senders.ok && isUsed(senders.value, credential)) continue;
    const removed = senders.ok ? await keychain?.remove(credential) : undefined;
    if (removed?.ok !== true) left.push(credential);
  }
  if (left.length === 0) await removeJournal(files, sendersFile);
  else {
    const tidying: Journal = { ...journal, state: 'tidying', targets: [], unused: left };
    await writeJournal(files, sendersFile, tidying);
  }
}

/** Windows does not tell capitals from small letters in the names of credentials. */
export function isUsed(senders: SendersFile | null, credential: Credential): boolean {
  const sought = credentialKey(credential);
  return (
    senders?.senders.some(
      ({ smtp }) =>
        smtp !== null && credentialKey(credentialFor(smtp.host, smtp.username)) === sought,
    ) ?? false
  );
}

export function credentialKey({ service, account }: Credential): string {
  return `${service}\n${account}`.toLowerCase();
}
