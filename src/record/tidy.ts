import type { Keychain } from '../keychain/keychain.ts';
import { hasJournal, isAlive, readJournal } from './journal.ts';
import { fileSystemProblem } from './problem.ts';
import type { RecordProfile } from './profile.ts';
import { recover } from './recover.ts';
import { defaultEffects, type SaveEffects } from './save-effects.ts';

/** Whether no save is left unfinished, nor a credential of one that could not be removed. */
export async function isTidy(
  { sendersFile }: Pick<RecordProfile, 'sendersFile'>,
  { files }: SaveEffects = defaultEffects,
): Promise<boolean> {
  try {
    return !(await hasJournal(files, sendersFile));
  } catch (error) {
    fileSystemProblem({ which: 'senders', file: sendersFile }, error, 'reading');
    return false;
  }
}

/**
 * Finishes or undoes a save that was interrupted; returns whether that was done. Where it cannot be
 * (a program is saving right now, the folder is read-only) it waits for the next time: the files
 * that the record reads are whole in any case, and a save will say what is wrong with the folder.
 */
export async function tidyUp(
  profile: RecordProfile,
  keychain: Keychain | null,
  { files, lock }: SaveEffects = defaultEffects,
): Promise<boolean> {
  const { sendersFile } = profile;
  try {
    if (!(await hasJournal(files, sendersFile))) return false;
    const journal = await readJournal(files, profile);
    if (journal !== null && isAlive(journal.owner)) return false;
    return (await lock(sendersFile, () => recover(files, profile, keychain))).ok;
  } catch (error) {
    fileSystemProblem({ which: 'senders', file: sendersFile }, error, 'writing');
    return false;
  }
}
