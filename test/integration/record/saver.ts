import { createKeychain } from '../../../src/keychain/create-keychain.ts';
import type { Keychain } from '../../../src/keychain/keychain.ts';
import { createFiles, type Files } from '../../../src/record/files.ts';
import { removeSender, saveSender } from '../../../src/record/save.ts';
import { tidyUp } from '../../../src/record/tidy.ts';
import { Secret } from '../../../src/secret.ts';
import { impatientLock, passwordOfSave, practiceIn, senderOfSave } from './practice-on-disk.ts';

/** What the program is to do; it is killed while it does it. */
export interface Orders {
  readonly folder: string;
  readonly doctorId: string;
  /** `once` saves number `n`; `on` goes on saving from `n` until killed. */
  readonly task: 'once' | 'on' | 'remove' | 'tidy';
  readonly n: number;
  /** The program kills itself after so many steps on the disk and the keychain; null: never. */
  readonly killAfter: number | null;
}

const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;
let steps = 0;

async function step<Value>(action: () => Promise<Value>): Promise<Value> {
  const value = await action();
  steps += 1;
  if (steps === orders.killAfter) {
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  }
  return value;
}

const disk = createFiles();
const files: Files = {
  read: (file) => step(() => disk.read(file)),
  checkTarget: (file) => step(() => disk.checkTarget(file)),
  write: (file, content, like) => step(() => disk.write(file, content, like)),
  rename: (from, to) => step(() => disk.rename(from, to)),
  remove: (file) => step(() => disk.remove(file)),
  makeFolder: (folder) => step(() => disk.makeFolder(folder)),
};

const system = createKeychain();
const keychain: Keychain = {
  check: () => step(() => system.check()),
  read: (credential) => step(() => system.read(credential)),
  write: (credential, password) => step(() => system.write(credential, password)),
  remove: (credential) => step(() => system.remove(credential)),
};

const effects = { files, lock: impatientLock };
const profile = practiceIn(orders.folder);
const { doctorId } = orders;

async function save(n: number): Promise<void> {
  const saved = await saveSender({
    profile,
    keychain,
    sender: senderOfSave(doctorId, n),
    password: new Secret(passwordOfSave(n)),
    now: new Date(),
    effects,
  });
  if (!saved.ok) throw new Error(JSON.stringify(saved.problem));
}

switch (orders.task) {
  case 'once':
    await save(orders.n);
    break;
  case 'on':
    for (let n = orders.n; ; n += 1) {
      await save(n);
      process.stdout.write(`${n}\n`);
    }
  case 'remove': {
    const removed = await removeSender({ profile, keychain, doctorId, now: new Date(), effects });
    if (!removed.ok) throw new Error(JSON.stringify(removed.problem));
    break;
  }
  case 'tidy':
    await tidyUp(profile, keychain, effects);
    break;
}
