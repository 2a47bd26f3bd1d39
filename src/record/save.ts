import path from 'node:path';
import { type Credential, credentialFor, type Keychain } from '../keychain/keychain.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Secret } from '../secret.ts';
import type { Doctor } from './doctors.ts';
import { type CheckOutcome, checkedEntry, requestedEntry, savedEntry } from './entry.ts';
import { type EntryEdit, plan } from './plan.ts';
import { fileSystemProblem, type SaveProblem } from './problem.ts';
import type { RecordProfile } from './profile.ts';
import { isUsed, recover } from './recover.ts';
import { defaultEffects, type SaveEffects } from './save-effects.ts';
import type { Sender, SendersFile } from './senders.ts';
import { type CredentialChange, isSameCredential, transact } from './transaction.ts';

interface SaveContext {
  readonly profile: RecordProfile;
  readonly effects?: SaveEffects;
}

/** A change that was made: the doctor's entry as the record now reads it; null: it has none. */
export interface Saved {
  readonly sender: Sender | null;
}

/**
 * Saves a sender and its password as one transaction: the keychain, the senders file, the exports,
 * all read back. `password` null keeps the password that the keychain holds. `sender.credential` is
 * derived here from the server, whatever it says.
 */
export async function saveSender(
  input: SaveContext & {
    readonly keychain: Keychain;
    readonly sender: Sender;
    readonly password: Secret | null;
    readonly now: Date;
  },
): Promise<Result<Saved, SaveProblem>> {
  const { keychain, sender, password } = input;
  return await change(input, {
    doctorId: sender.doctorId,
    keychain,
    edit: (previous) => savedEntry(previous, sender),
    credential: () =>
      password === null || sender.smtp === null
        ? null
        : { keychain, credential: credentialOf(sender.smtp), password },
  });
}

/** Forgets a doctor's sender, and its password unless another doctor's sender uses it too. */
export async function removeSender(
  input: SaveContext & {
    readonly keychain: Keychain;
    readonly doctorId: string;
    readonly now: Date;
  },
): Promise<Result<Saved, SaveProblem>> {
  const { keychain, doctorId } = input;
  return await change(input, {
    doctorId,
    keychain,
    edit: () => null,
    credential: (previous, senders) => {
      if (!previous?.smtp) return null;
      const credential = credentialOf(previous.smtp);
      return isUsed(senders, credential) ? null : { keychain, credential, password: null };
    },
  });
}

/** Notes that the doctor asked for Mail Plus; a personal sender that works goes on working. */
export async function recordMailPlusRequest(
  input: SaveContext & { readonly doctor: Doctor; readonly at: Date },
): Promise<Result<Saved, SaveProblem>> {
  const { doctor, at } = input;
  return await change(
    { ...input, now: at },
    { doctorId: doctor.id, edit: (previous) => requestedEntry(previous, doctor, at) },
  );
}

/** Notes the outcome of a check of the stored sender; without a stored sender nothing is noted. */
export async function markChecked(
  input: SaveContext & {
    readonly doctorId: string;
    readonly outcome: CheckOutcome;
    readonly at: Date;
  },
): Promise<Result<Saved, SaveProblem>> {
  const { doctorId, outcome, at } = input;
  return await change(
    { ...input, now: at },
    {
      doctorId,
      edit: (previous) => (previous?.smtp ? checkedEntry(previous, outcome, at) : previous),
    },
  );
}

interface Edit extends EntryEdit {
  readonly keychain?: Keychain;
  /** What happens to the keychain, given the previous entry and the new senders file. */
  readonly credential?: (previous: Sender | null, senders: SendersFile) => CredentialChange | null;
}

async function change(
  context: SaveContext & { readonly now: Date },
  edit: Edit,
): Promise<Result<Saved, SaveProblem>> {
  const { profile, effects = defaultEffects } = context;
  const { files, lock } = effects;
  const { sendersFile } = profile;
  const subject = { which: 'senders', file: sendersFile } as const;
  if (edit.keychain !== undefined) {
    const usable = await edit.keychain.check();
    if (!usable.ok) return fail({ ...usable.problem, restored: true });
  }
  try {
    // Only the built-in profile's folder is ours to make; a profile's own path may be a slip.
    if (profile.file === null) await files.makeFolder(path.dirname(sendersFile));
    const done = await lock(sendersFile, async (isHeld) => {
      await recover(files, profile, edit.keychain ?? null);
      return await changeLocked(context, edit, effects, isHeld);
    });
    return done.ok ? done.value : fail({ ...done.problem, restored: true });
  } catch (error) {
    return fail({ ...fileSystemProblem(subject, error, 'writing'), restored: true });
  }
}

async function changeLocked(
  { profile, now }: SaveContext & { readonly now: Date },
  { doctorId, edit, credential }: Edit,
  { files }: SaveEffects,
  isHeld: () => boolean,
): Promise<Result<Saved, SaveProblem>> {
  const planned = await plan(profile, { doctorId, edit }, now);
  if (!planned.ok) return fail({ ...planned.problem, restored: true });
  const { previous, sender, change } = planned.value;
  if (change === null) return succeed({ sender });
  const saved = await transact(
    files,
    {
      doctorId,
      targets: change.targets,
      credential: credential?.(previous, change.senders) ?? null,
      replaced: replacedCredential(previous, sender),
    },
    isHeld,
  );
  return saved.ok ? succeed({ sender }) : saved;
}

function replacedCredential(previous: Sender | null, sender: Sender | null): Credential | null {
  if (!previous?.smtp || !sender?.smtp) return null;
  const old = credentialOf(previous.smtp);
  return isSameCredential(old, credentialOf(sender.smtp)) ? null : old;
}

function credentialOf({ host, username }: { host: string; username: string }): Credential {
  return credentialFor(host, username);
}
