import { mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Keychain } from '../../../src/keychain/keychain.ts';
import { createFiles, type Files } from '../../../src/record/files.ts';
import { journalOf, newFileOf } from '../../../src/record/journal.ts';
import { createLock } from '../../../src/record/lock.ts';
import { type Export, exportSchema, type RecordProfile } from '../../../src/record/profile.ts';
import { removeSender, saveSender } from '../../../src/record/save.ts';
import type { SaveEffects } from '../../../src/record/save-effects.ts';
import { readSenders, type Sender } from '../../../src/record/senders.ts';
import { tidyUp } from '../../../src/record/tidy.ts';
import { Secret } from '../../../src/secret.ts';
import {
  expectValue,
  MemoryKeychain,
  NOW,
  profileIn,
  senderOf,
  temporaryFolder,
} from './fixtures.ts';

/** No system gives out so high a process id. */
const GONE = { host: hostname(), pid: 2 ** 31 - 1 };

const OLD = senderOf('rossi');
const MOVED = senderOf('rossi', {
  smtp: { ...OLD.smtp, host: 'smtp.other.test' } as Sender['smtp'],
  credential: { service: 'Mittente:smtp.other.test', account: 'rossi@example.test' },
});

async function practice(): Promise<{ profile: RecordProfile; keychain: MemoryKeychain }> {
  const folder = await temporaryFolder();
  const template = path.join(folder, 'host.mustache');
  await writeFile(template, '{{smtp.host}}');
  const own: Export = exportSchema.parse({
    path: path.join(folder, '{{doctorId}}.txt'),
    template,
    per: 'doctor',
    escape: 'none',
  });
  const profile = profileIn(folder, [own]);
  const keychain = new MemoryKeychain();
  const password = new Secret('old');
  expectValue(await saveSender({ profile, keychain, sender: OLD, password, now: NOW }));
  return { profile, keychain };
}

/** What ends the program in the middle: after it, nothing works any more, as after a kill. */
class Killed extends Error {}

/** Effects that work for a number of steps. `before`: the last one does not even happen. */
function mortal(steps: number, before: boolean, keychain: Keychain) {
  let left = steps;
  const step = async <Value>(action: () => Promise<Value>): Promise<Value> => {
    if (left <= 0 || (left === 1 && before)) {
      left = 0;
      throw new Killed();
    }
    left -= 1;
    const value = await action();
    if (left === 0) throw new Killed();
    return value;
  };
  const disk = createFiles();
  const files: Files = {
    read: (file) => step(() => disk.read(file)),
    checkTarget: (file) => step(() => disk.checkTarget(file)),
    write: (file, content, like) => step(() => disk.write(file, content, like)),
    rename: (from, to) => step(() => disk.rename(from, to)),
    remove: (file) => step(() => disk.remove(file)),
    makeFolder: (folder) => step(() => disk.makeFolder(folder)),
  };
  const effects: SaveEffects = { files, lock: createLock() };
  const dying: Keychain = {
    check: () => step(() => keychain.check()),
    read: (credential) => step(() => keychain.read(credential)),
    write: (credential, password) => step(() => keychain.write(credential, password)),
    remove: (credential) => step(() => keychain.remove(credential)),
  };
  return { effects, keychain: dying };
}

/** What the record finds: the entry, the password that it looks up for it, and the export. */
async function asTheRecord(profile: RecordProfile, keychain: MemoryKeychain) {
  const file = expectValue(await readSenders(profile.sendersFile));
  const sender = file?.senders[0];
  if (!sender?.smtp) return null;
  const key = `Mittente:${sender.smtp.host}/${sender.smtp.username}`;
  return { host: sender.smtp.host, password: keychain.passwords.get(key) };
}

/** The next start: the program that saved is gone, and this one is another. */
async function afterRestart({ profile, keychain }: Practice): Promise<void> {
  const file = journalOf(profile.sendersFile);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text !== null) await writeFile(file, JSON.stringify({ ...JSON.parse(text), owner: GONE }));
  await tidyUp(profile, keychain);
}

const exported = (profile: RecordProfile) =>
  readFile(path.join(path.dirname(profile.sendersFile), 'rossi.txt'), 'utf8').catch(() => null);

type Practice = Awaited<ReturnType<typeof practice>>;

const moves = ({ profile }: Practice, effects: SaveEffects, keychain: Keychain) =>
  saveSender({ profile, keychain, effects, sender: MOVED, password: new Secret('new'), now: NOW });

const goes = ({ profile }: Practice, effects: SaveEffects, keychain: Keychain) =>
  removeSender({ profile, keychain, effects, doctorId: 'rossi', now: NOW });

const STATES = {
  old: { host: 'smtp.example.test', password: 'old' },
  new: { host: 'smtp.other.test', password: 'new' },
};

describe.each([
  ['moved to another server', moves, STATES.new],
  ['removed', goes, null],
])('a sender that is being %s when the program is killed', (_, change, after) => {
  it.each([true, false])(
    'is the old one or the new one at every step (before it: %s)',
    async (before) => {
      let ended = false;
      for (let steps = 1; !ended; steps += 1) {
        const given = await practice();
        const { effects, keychain } = mortal(steps, before, given.keychain);
        try {
          await change(given, effects, keychain);
          ended = true;
        } catch (error) {
          if (!(error instanceof Killed)) throw error;
        }
        const found = await asTheRecord(given.profile, given.keychain);
        expect([STATES.old, after], `after step ${steps}`).toContainEqual(found);

        await afterRestart(given);
        const tidied = await asTheRecord(given.profile, given.keychain);
        expect(tidied).toEqual(found);
        expect(await exported(given.profile)).toBe(found?.host ?? null);
        expect([...given.keychain.passwords.values()]).toEqual(found ? [found.password] : []);
        const names = await readdir(path.dirname(given.profile.sendersFile));
        expect(names.filter((name) => name.includes('.mittente-'))).toEqual([]);
      }
    },
  );
});

describe('a new password for the same mailbox', () => {
  it('is the old one or the new one whenever the program is killed', async () => {
    for (let steps = 1; ; steps += 1) {
      const given = await practice();
      const { effects, keychain } = mortal(steps, false, given.keychain);
      const saving = saveSender({
        profile: given.profile,
        keychain,
        effects,
        sender: OLD,
        password: new Secret('new'),
        now: NOW,
      });
      const killed = await saving.then(
        () => false,
        () => true,
      );
      await afterRestart(given);
      const found = await asTheRecord(given.profile, given.keychain);
      expect(['old', 'new']).toContain(found?.password);
      expect(given.keychain.passwords.size).toBe(1);
      if (!killed) break;
    }
  });
});

describe('what an interrupted save left', () => {
  const leftBehind = async () => {
    const given = await practice();
    const credential = { service: 'Mittente:smtp.stray.test', account: 'a' };
    given.keychain.passwords.set('Mittente:smtp.stray.test/a', 'stray');
    const journal = {
      version: 1,
      state: 'prepared',
      owner: GONE,
      doctorId: 'rossi',
      sendersHash: 'other',
      targets: [{ file: given.profile.sendersFile, existed: true, remove: false }],
      unused: [credential],
    };
    await writeFile(journalOf(given.profile.sendersFile), JSON.stringify(journal));
    await writeFile(newFileOf(given.profile.sendersFile), '{}');
    return { ...given, journal };
  };

  it('of passwords waits for a start that has the keychain', async () => {
    const { profile, keychain } = await leftBehind();
    expect(await tidyUp(profile, null)).toBe(true);
    expect(keychain.passwords.has('Mittente:smtp.stray.test/a')).toBe(true);
    expect(await tidyUp(profile, keychain)).toBe(true);
    expect(keychain.passwords.has('Mittente:smtp.stray.test/a')).toBe(false);
    expect(await tidyUp(profile, keychain)).toBe(false);
  });

  it('never leads to files or credentials that are not ours', async () => {
    const { profile, keychain, journal } = await leftBehind();
    const bystander = path.join(path.dirname(profile.sendersFile), 'letter.txt');
    await writeFile(bystander, 'dear');
    keychain.passwords.set('Bank/a', 'secret');
    const forged = {
      ...journal,
      targets: [{ file: bystander, existed: false, remove: true }],
      unused: [{ service: 'Bank', account: 'a' }],
    };
    await writeFile(journalOf(profile.sendersFile), JSON.stringify(forged));
    expect(await tidyUp(profile, keychain)).toBe(true);
    expect(await readFile(bystander, 'utf8')).toBe('dear');
    expect(keychain.passwords.has('Bank/a')).toBe(true);
  });

  it('and cannot be understood is cleared away', async () => {
    const { profile, keychain } = await leftBehind();
    await writeFile(journalOf(profile.sendersFile), '{"version": 9');
    expect(await tidyUp(profile, keychain)).toBe(true);
    expect(await tidyUp(profile, keychain)).toBe(false);
    expect(await asTheRecord(profile, keychain)).toEqual(STATES.old);
  });

  it('is left to the program that is saving right now', async () => {
    const { profile, keychain, journal } = await leftBehind();
    const alive = { ...journal, owner: { ...GONE, pid: process.pid } };
    await writeFile(journalOf(profile.sendersFile), JSON.stringify(alive));
    expect(await tidyUp(profile, keychain)).toBe(false);
  });

  it('is left to the program on another computer that holds the lock', async () => {
    const { profile, keychain, journal } = await leftBehind();
    const remote = { ...journal, owner: { ...GONE, host: 'other-computer.test' } };
    await writeFile(journalOf(profile.sendersFile), JSON.stringify(remote));
    const effects: SaveEffects = { files: createFiles(), lock: createLock({ patienceMs: 0 }) };
    await mkdir(`${profile.sendersFile}.lock`);
    expect(await tidyUp(profile, keychain, effects)).toBe(false);
    await rmdir(`${profile.sendersFile}.lock`);
    expect(await tidyUp(profile, keychain, effects)).toBe(true);
  });
});
