import type { Credential, Keychain, KeychainProblem } from '../keychain/keychain.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Secret } from '../secret.ts';
import type { Files } from './files.ts';
import {
  hashOf,
  type Journal,
  type JournalTarget,
  newFileOf,
  oldFileOf,
  thisProgram,
  writeJournal,
} from './journal.ts';
import type { Targets } from './plan.ts';
import { type FileProblem, fileSystemProblem, type SaveProblem } from './problem.ts';
import { credentialKey, discard, finish, putBack, tidyCredentials } from './recover.ts';

/** What one save does to the keychain. */
export interface CredentialChange {
  readonly keychain: Keychain;
  readonly credential: Credential;
  /** Null: the credential is removed. */
  readonly password: Secret | null;
}

/** One change of everything that the record reads, to be made whole or not at all. */
export interface Change {
  readonly doctorId: string;
  /** The senders file first, with content; then the exports. */
  readonly targets: Targets;
  readonly credential: CredentialChange | null;
  /** A credential that the doctor's sender no longer uses. */
  readonly replaced: Credential | null;
}

type Problem = FileProblem | KeychainProblem | { code: 'read-back-differs'; detail: string };

/** Ends a save from within; `transact` turns it into a value. */
class SaveFailure extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/**
 * Makes a change: prepares every file beside its target, then the password, then the senders file
 * in one rename (from here on the change counts), then the exports; reads all of it back. What fails
 * is undone. The order is such that the entry that the record reads always finds a password of its
 * own: the new one is there before the entry, and the old one goes after it.
 */
export async function transact(
  files: Files,
  change: Change,
  isHeld: () => boolean,
): Promise<Result<void, SaveProblem>> {
  const run = new Transaction(files, change);
  try {
    await run.prepare();
    // Whoever took over has already undone what was prepared: it is no longer ours to touch.
    if (!isHeld()) return fail({ ...takenOver(change.targets[0].file), restored: true });
    await run.commit();
    await run.readBack();
  } catch (error) {
    const restored = await run.undo();
    if (!(error instanceof SaveFailure)) throw error;
    return fail({ ...error.problem, restored });
  }
  await run.end();
  return succeed(undefined);
}

class Transaction {
  readonly #files: Files;
  readonly #change: Change;
  #journal: Journal;
  #previousPassword: Secret | null = null;
  #passwordTouched = false;
  #entryReplaced = false;

  constructor(files: Files, change: Change) {
    this.#files = files;
    this.#change = change;
    this.#journal = {
      version: 1,
      state: 'preparing',
      owner: thisProgram(),
      doctorId: change.doctorId,
      sendersHash: hashOf(change.targets[0].content),
      targets: [],
      unused: change.replaced === null ? [] : [change.replaced],
    };
  }

  async prepare(): Promise<void> {
    const targets: JournalTarget[] = [];
    for (const { file, content } of this.#change.targets) {
      const existed = await this.#on(file, () => this.#files.checkTarget(file));
      targets.push({ file, existed, remove: content === null });
    }
    await this.#readPreviousPassword();
    await this.#log({ ...this.#journal, targets });
    for (const [index, { file, content }] of this.#change.targets.entries()) {
      if (content !== null) await this.#write(newFileOf(file), content, file);
      if (targets[index]?.existed) {
        const old = await this.#on(file, () => this.#files.read(file));
        if (old !== null) await this.#write(oldFileOf(file), old, file);
      }
    }
    await this.#log({ ...this.#journal, state: 'prepared' });
  }

  async commit(): Promise<void> {
    const { credential, targets } = this.#change;
    if (credential?.password) {
      this.#passwordTouched = true;
      this.#keychainDid(
        await credential.keychain.write(credential.credential, credential.password),
      );
    }
    for (const { file, content } of targets) {
      await this.#on(file, () =>
        content === null ? this.#files.remove(file) : this.#files.rename(newFileOf(file), file),
      );
      this.#entryReplaced = true;
    }
    if (credential !== null && credential.password === null) {
      this.#passwordTouched = true;
      this.#keychainDid(await credential.keychain.remove(credential.credential));
    }
  }

  async readBack(): Promise<void> {
    const { credential, targets } = this.#change;
    for (const { file, content } of targets) {
      const found = await this.#on(file, () => this.#files.read(file));
      const same = content === null ? found === null : found?.equals(content);
      if (!same) throw differs(`${file} is not as it was written`);
    }
    if (credential === null) return;
    const found = this.#keychainDid(await credential.keychain.read(credential.credential));
    if (found?.reveal() !== credential.password?.reveal()) {
      throw differs('the keychain does not give back what it was given');
    }
  }

  /** Whether everything is as it was before. What cannot be put back now stays in the journal. */
  async undo(): Promise<boolean> {
    try {
      const { state, targets } = this.#journal;
      // The old entry needs the old password, whatever becomes of the files; the new one, the new.
      if (!this.#entryReplaced) await this.#restorePassword();
      if (state === 'preparing') await discard(this.#files, targets);
      else await putBack(this.#files, targets);
      if (!(await this.#restorePassword())) return false;
      await this.#tidy({ ...this.#journal, unused: [] });
      return true;
    } catch (error) {
      fileSystemProblem({ which: 'senders', file: this.#sendersFile }, error, 'writing');
      return false;
    }
  }

  /** The change counts. What cannot be tidied up now stays in the journal. */
  async end(): Promise<void> {
    try {
      await finish(this.#files, this.#journal.targets);
      await this.#tidy(this.#journal);
    } catch (error) {
      fileSystemProblem({ which: 'senders', file: this.#sendersFile }, error, 'writing');
    }
  }

  async #readPreviousPassword(): Promise<void> {
    const change = this.#change.credential;
    if (change === null) return;
    this.#previousPassword = this.#keychainDid(await change.keychain.read(change.credential));
    // An interrupted save leaves a password that no sender uses, an interrupted removal its own.
    if (this.#previousPassword === null || change.password === null) {
      this.#journal.unused.push(change.credential);
    }
  }

  async #restorePassword(): Promise<boolean> {
    const change = this.#change.credential;
    if (change === null || !this.#passwordTouched) return true;
    const done =
      this.#previousPassword === null
        ? await change.keychain.remove(change.credential)
        : await change.keychain.write(change.credential, this.#previousPassword);
    this.#passwordTouched = !done.ok;
    return done.ok;
  }

  async #tidy(journal: Journal): Promise<void> {
    const keychain = this.#change.credential?.keychain ?? null;
    await tidyCredentials(this.#files, this.#sendersFile, keychain, journal);
  }

  async #log(journal: Journal): Promise<void> {
    await this.#on(this.#sendersFile, () => writeJournal(this.#files, this.#sendersFile, journal));
    this.#journal = journal;
  }

  async #write(file: string, content: Buffer, target: string): Promise<void> {
    await this.#on(target, () => this.#files.write(file, content, target));
  }

  async #on<Value>(file: string, action: () => Promise<Value>): Promise<Value> {
    try {
      return await action();
    } catch (error) {
      const which = file === this.#sendersFile ? 'senders' : 'export';
      throw new SaveFailure(fileSystemProblem({ which, file }, error, 'writing'));
    }
  }

  #keychainDid<Value>(result: Result<Value, KeychainProblem>): Value {
    if (!result.ok) throw new SaveFailure(result.problem);
    return result.value;
  }

  get #sendersFile(): string {
    return this.#change.targets[0].file;
  }
}

function differs(detail: string): SaveFailure {
  return new SaveFailure({ code: 'read-back-differs', detail });
}

function takenOver(file: string): FileProblem {
  return {
    code: 'file-busy',
    which: 'senders',
    file,
    line: null,
    key: null,
    detail: 'another program took over while this one was held up',
  };
}

/** Whether two credentials are one entry of the keychain. */
export function isSameCredential(one: Credential, other: Credential): boolean {
  return credentialKey(one) === credentialKey(other);
}
