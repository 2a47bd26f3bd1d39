import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFiles, type Files } from '../../../src/record/files.ts';
import { createLock } from '../../../src/record/lock.ts';
import type { Export } from '../../../src/record/profile.ts';
import type { SaveEffects } from '../../../src/record/save-effects.ts';
import { readSenders } from '../../../src/record/senders.ts';
import { expectValue, senderOf } from './fixtures.ts';
import { CREDENTIAL, elsewhere, SavingPractice } from './saving.ts';

const withFiles = (over: Partial<Files>): SaveEffects => ({
  files: { ...createFiles(), ...over },
  lock: createLock(),
});

let practice: SavingPractice;

beforeEach(async () => {
  practice = await SavingPractice.create();
});

const save: SavingPractice['save'] = (...given) => practice.save(...given);

describe('a save that cannot be made changes nothing', () => {
  beforeEach(async () => {
    await save(senderOf('rossi'), 'old');
  });

  const changed = elsewhere('rossi');
  const again = senderOf('rossi', { displayName: 'Studio Rossi' });

  async function expectUntouched(action: () => Promise<unknown>, problem: object) {
    const before = await practice.everything();
    expect(await action()).toMatchObject({ ok: false, problem: { restored: true, ...problem } });
    expect(await practice.everything()).toEqual(before);
  }

  it('when the keychain is locked', async () => {
    practice.keychain.problem = { code: 'keychain-locked', detail: 'x' };
    await expectUntouched(() => save(changed), { code: 'keychain-locked' });
  });

  it('when the keychain refuses the password', async () => {
    practice.keychain.refuses = 'write';
    await expectUntouched(() => save(changed), { code: 'keychain-refused' });
  });

  it('when the keychain gives back something else', async () => {
    practice.keychain.garblesNext = true;
    await expectUntouched(() => save(changed), { code: 'read-back-differs' });
  });

  it('when the senders file is malformed', async () => {
    await writeFile(practice.profile.sendersFile, '{ "version": 1, ');
    await expectUntouched(() => save(changed), { code: 'file-malformed', which: 'senders' });
  });

  it('when an export has a value that it cannot hold', async () => {
    const bad = { ...changed, displayName: 'Rossi\nBcc: x@example.test' };
    await expectUntouched(() => save(bad), { code: 'value-not-writable', key: 'displayName' });
  });

  it('when a template is gone', async () => {
    await rm(path.join(practice.folder, 'practice.mustache'));
    await expectUntouched(() => save(changed), { code: 'file-missing', which: 'export' });
  });

  it('when a folder stands in the place of an export', async () => {
    await rm(path.join(practice.folder, 'all.ini'));
    await mkdir(path.join(practice.folder, 'all.ini'));
    expect(await save(changed)).toMatchObject({
      problem: { code: 'file-is-folder', which: 'export', restored: true },
    });
    expect(practice.keychain.passwords.size).toBe(1);
    expect(expectValue(await readSenders(practice.profile.sendersFile))?.senders).toEqual([
      senderOf('rossi'),
    ]);
  });

  it('when the folder of an export does not exist', async () => {
    const [own] = practice.profile.exports;
    const exports = [{ ...own, path: '/nowhere/x.ini' } as Export];
    practice.profile = { ...practice.profile, exports };
    await expectUntouched(() => save(changed), { code: 'folder-missing', which: 'export' });
  });

  it('when the disk is full', async () => {
    const effects = withFiles({
      write: async (file) => {
        await writeFile(file, 'torn');
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      },
    });
    await expectUntouched(() => save(changed, 'new', effects), { code: 'disk-full' });
  });

  it.each(['senders.json', 'rossi.ini', 'all.ini'])(
    'when another program keeps %s open',
    async (name) => {
      const { rename } = createFiles();
      const effects = withFiles({
        rename: async (from, to) => {
          if (path.basename(to) === name) {
            throw Object.assign(new Error('held open'), { code: 'EBUSY' });
          }
          await rename(from, to);
        },
      });
      await expectUntouched(() => save(changed, 'new', effects), { code: 'file-busy' });
      await expectUntouched(() => save(again, 'new', effects), { code: 'file-busy' });
    },
  );

  it('when a file is not as it was written', async () => {
    const { rename } = createFiles();
    const effects = withFiles({
      rename: async (from, to) => {
        await rename(from, to);
        const isNew = from.endsWith('.mittente-new') && to.endsWith('all.ini');
        if (isNew) await writeFile(to, 'a virus scanner was here');
      },
    });
    await expectUntouched(() => save(changed, 'new', effects), { code: 'read-back-differs' });
  });

  it('and a new password for the same mailbox is put back too', async () => {
    practice.keychain.garblesNext = true;
    await expectUntouched(() => save(senderOf('rossi'), 'new'), { code: 'read-back-differs' });
  });
});

describe('what cannot be put back', () => {
  it('leaves the old entry its old password', async () => {
    await save(senderOf('rossi'), 'old');
    const fail = async () => {
      throw Object.assign(new Error('held open'), { code: 'EBUSY' });
    };
    const { rename, remove } = createFiles();
    const busy = (file: string) => /senders\.json(\.mittente-(new|old))?$/.test(file);
    const effects = withFiles({
      rename: (from, to) => (busy(to) ? fail() : rename(from, to)),
      remove: (file) => (busy(file) ? fail() : remove(file)),
    });
    const again = senderOf('rossi', { displayName: 'Studio Rossi' });
    expect(await save(again, 'new', effects)).toMatchObject({
      problem: { code: 'file-busy', restored: false },
    });
    expect(practice.keychain.passwords.get(CREDENTIAL)).toBe('old');
  });

  it('is said', async () => {
    await save(senderOf('rossi'), 'old');
    practice.keychain.garblesNext = true;
    practice.keychain.refuses = 'remove';
    expect(await save(elsewhere('rossi'), 'new')).toMatchObject({
      problem: { code: 'read-back-differs', restored: false },
    });
    expect(expectValue(await readSenders(practice.profile.sendersFile))?.senders).toEqual([
      senderOf('rossi'),
    ]);
  });
});
