import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFiles, type Files } from '../../../src/record/files.ts';
import { createLock } from '../../../src/record/lock.ts';
import { type Export, exportSchema, type RecordProfile } from '../../../src/record/profile.ts';
import {
  addDoctor,
  markChecked,
  recordMailPlusRequest,
  removeSender,
  saveSender,
} from '../../../src/record/save.ts';
import type { SaveEffects } from '../../../src/record/save-effects.ts';
import { readSenders, type Sender } from '../../../src/record/senders.ts';
import { Secret } from '../../../src/secret.ts';
import {
  expectValue,
  MemoryKeychain,
  NOW,
  profileIn,
  senderOf,
  temporaryFolder,
} from './fixtures.ts';

let folder: string;
let profile: RecordProfile;
let keychain: MemoryKeychain;

const CREDENTIAL = 'Mittente:smtp.example.test/rossi@example.test';

beforeEach(async () => {
  folder = await temporaryFolder();
  const [own, all] = (['doctor', 'practice'] as const).map(
    (per): Export =>
      exportSchema.parse({
        path: path.join(folder, per === 'doctor' ? '{{doctorId}}.ini' : 'all.ini'),
        template: path.join(folder, `${per}.mustache`),
        per,
        escape: 'ini',
      }),
  );
  profile = profileIn(folder, [own as Export, all as Export]);
  await writeFile(
    path.join(folder, 'doctor.mustache'),
    'host={{smtp.host}}\nname={{displayName}}\n',
  );
  await writeFile(
    path.join(folder, 'practice.mustache'),
    '{{#senders}}[{{doctorId}}]\n{{/senders}}',
  );
  keychain = new MemoryKeychain();
});

const save = (sender: Sender, password: string | null = 'pässword', effects?: SaveEffects) =>
  saveSender({
    profile,
    keychain,
    sender,
    password: password === null ? null : new Secret(password),
    now: NOW,
    ...(effects && { effects }),
  });

const content = (name: string) => readFile(path.join(folder, name), 'utf8');

/** Every file of the folder with its content, and every password. */
async function everything() {
  const names = (await readdir(folder)).sort();
  const files = await Promise.all(names.map(async (name) => [name, await content(name)]));
  return { files, passwords: [...keychain.passwords] };
}

const withFiles = (over: Partial<Files>): SaveEffects => ({
  files: { ...createFiles(), ...over },
  lock: createLock(),
});

const elsewhere = (doctorId: string): Sender => {
  const smtp = { ...senderOf(doctorId).smtp, host: 'smtp.other.test' } as Sender['smtp'];
  return senderOf(doctorId, { smtp });
};

describe('a save', () => {
  it('writes password, senders file and exports, and leaves nothing else behind', async () => {
    const saved = expectValue(await save(senderOf('rossi')));
    expect(saved.sender).toEqual(senderOf('rossi'));
    expect(keychain.passwords.get(CREDENTIAL)).toBe('pässword');
    expect(expectValue(await readSenders(profile.sendersFile))).toEqual({
      version: 1,
      updatedAt: NOW.toISOString(),
      senders: [senderOf('rossi')],
    });
    expect(await content('rossi.ini')).toBe('host=smtp.example.test\nname=Dott. rossi\n');
    expect(await content('all.ini')).toBe('[rossi]\n');
    expect((await readdir(folder)).sort()).toEqual(
      ['all.ini', 'doctor.mustache', 'practice.mustache', 'rossi.ini', 'senders.json'].sort(),
    );
  });

  it('writes no password into any file', async () => {
    await save(senderOf('rossi'), 'canary-4711');
    await save(elsewhere('rossi'), 'canary-4712');
    expect(JSON.stringify((await everything()).files)).not.toContain('canary');
  });

  it('keeps the other doctors, unknown keys, and the previous file as backup', async () => {
    await save(senderOf('verdi', { standBy: 1 }));
    const before = await content('senders.json');
    await save(senderOf('rossi'));
    const senders = expectValue(await readSenders(profile.sendersFile))?.senders;
    expect(senders).toEqual([senderOf('verdi', { standBy: 1 }), senderOf('rossi')]);
    expect(await content('senders.json.bak')).toBe(before);
    expect(await content('all.ini')).toBe('[verdi]\n[rossi]\n');
  });

  it('removes the password of the server that the doctor no longer uses', async () => {
    await save(senderOf('rossi'), 'old');
    await save(elsewhere('rossi'), 'new');
    expect([...keychain.passwords]).toEqual([
      ['Mittente:smtp.other.test/rossi@example.test', 'new'],
    ]);
  });

  it('leaves that password to another doctor who shares the mailbox', async () => {
    await save(senderOf('rossi'), 'shared');
    await save({ ...senderOf('rossi'), doctorId: 'verdi' }, 'shared');
    await save(elsewhere('rossi'), 'new');
    expect(keychain.passwords.get(CREDENTIAL)).toBe('shared');
  });

  it('without a password keeps the one in the keychain', async () => {
    await save(senderOf('rossi'), 'kept');
    expectValue(await save(senderOf('rossi', { displayName: 'Rossi' }), null));
    expect(keychain.passwords.get(CREDENTIAL)).toBe('kept');
  });

  it('of many doctors at once loses none of them', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `doctor-${index}`);
    const results = await Promise.all(ids.map((id) => save(senderOf(id), id)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const senders = expectValue(await readSenders(profile.sendersFile))?.senders ?? [];
    expect(senders.map(({ doctorId }) => doctorId).sort()).toEqual(ids.sort());
  });

  it('makes the folder of the built-in profile', async () => {
    profile = {
      ...profileIn(folder),
      file: null,
      sendersFile: path.join(folder, 'data', 'mittente', 'senders.json'),
    };
    expectValue(await save(senderOf('rossi')));
    expect(expectValue(await readSenders(profile.sendersFile))?.senders).toHaveLength(1);
  });
});

describe('a save that cannot be made changes nothing', () => {
  beforeEach(async () => {
    await save(senderOf('rossi'), 'old');
  });

  const changed = elsewhere('rossi');

  async function expectUntouched(action: () => Promise<unknown>, problem: object) {
    const before = await everything();
    expect(await action()).toMatchObject({ ok: false, problem: { restored: true, ...problem } });
    expect(await everything()).toEqual(before);
  }

  it('when the keychain is locked', async () => {
    keychain.problem = { code: 'keychain-locked', detail: 'x' };
    await expectUntouched(() => save(changed), { code: 'keychain-locked' });
  });

  it('when the keychain refuses the password', async () => {
    keychain.refuses = 'write';
    await expectUntouched(() => save(changed), { code: 'keychain-refused' });
  });

  it('when the keychain gives back something else', async () => {
    keychain.garblesNext = true;
    await expectUntouched(() => save(changed), { code: 'read-back-differs' });
  });

  it('when the senders file is malformed', async () => {
    await writeFile(profile.sendersFile, '{ "version": 1, ');
    await expectUntouched(() => save(changed), { code: 'file-malformed', which: 'senders' });
  });

  it('when an export has a value that it cannot hold', async () => {
    const bad = { ...changed, displayName: 'Rossi\nBcc: x@example.test' };
    await expectUntouched(() => save(bad), { code: 'value-not-writable', key: 'displayName' });
  });

  it('when a template is gone', async () => {
    await rm(path.join(folder, 'practice.mustache'));
    await expectUntouched(() => save(changed), { code: 'file-missing', which: 'export' });
  });

  it('when a folder stands in the place of an export', async () => {
    await rm(path.join(folder, 'all.ini'));
    await mkdir(path.join(folder, 'all.ini'));
    expect(await save(changed)).toMatchObject({
      problem: { code: 'file-not-writable', which: 'export', restored: true },
    });
    expect(keychain.passwords.size).toBe(1);
    expect(expectValue(await readSenders(profile.sendersFile))?.senders).toEqual([
      senderOf('rossi'),
    ]);
  });

  it('when the folder of an export does not exist', async () => {
    const [own] = profile.exports;
    profile = { ...profile, exports: [{ ...own, path: '/nowhere/x.ini' } as Export] };
    await expectUntouched(() => save(changed), { code: 'file-not-writable', which: 'export' });
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
          const isNew = from.endsWith('.mittente-new') && path.basename(to) === name;
          if (isNew) throw Object.assign(new Error('held open'), { code: 'EBUSY' });
          await rename(from, to);
        },
      });
      await expectUntouched(() => save(changed, 'new', effects), { code: 'file-busy' });
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
    keychain.garblesNext = true;
    await expectUntouched(() => save(senderOf('rossi'), 'new'), { code: 'read-back-differs' });
  });
});

describe('what cannot be put back', () => {
  it('is said', async () => {
    await save(senderOf('rossi'), 'old');
    keychain.garblesNext = true;
    keychain.refuses = 'remove';
    expect(await save(elsewhere('rossi'), 'new')).toMatchObject({
      problem: { code: 'read-back-differs', restored: false },
    });
    expect(expectValue(await readSenders(profile.sendersFile))?.senders).toEqual([
      senderOf('rossi'),
    ]);
  });
});

describe('removing a sender', () => {
  beforeEach(async () => {
    await save(senderOf('rossi'));
    await save(senderOf('verdi'));
  });

  const remove = (doctorId: string) => removeSender({ profile, keychain, doctorId, now: NOW });

  it('takes its entry, its password and its export, and nobody else’s', async () => {
    expectValue(await remove('rossi'));
    expect(expectValue(await readSenders(profile.sendersFile))?.senders).toEqual([
      senderOf('verdi'),
    ]);
    expect([...keychain.passwords.keys()]).toEqual([
      'Mittente:smtp.example.test/verdi@example.test',
    ]);
    expect(await readdir(folder)).not.toContain('rossi.ini');
    expect(await content('all.ini')).toBe('[verdi]\n');
  });

  it('leaves a password that another doctor’s sender uses', async () => {
    await save({ ...senderOf('rossi'), doctorId: 'bianchi' });
    expectValue(await remove('rossi'));
    expect(keychain.passwords.has(CREDENTIAL)).toBe(true);
  });

  it('is undone when the keychain keeps the password', async () => {
    keychain.refuses = 'remove';
    const before = await everything();
    expect(await remove('rossi')).toMatchObject({
      problem: { code: 'keychain-refused', restored: true },
    });
    expect(await everything()).toEqual(before);
  });

  it('of a doctor who has none changes nothing', async () => {
    const before = await everything();
    expect(await remove('nobody')).toEqual({ ok: true, value: { sender: null } });
    expect(await everything()).toEqual(before);
  });
});

describe('smaller changes', () => {
  const doctor = {
    id: 'rossi',
    name: 'Dott. Mario Rossi',
    contract: 'standard',
    sender: null,
  } as const;

  it('a request for Mail Plus is noted without a password', async () => {
    const saved = expectValue(await recordMailPlusRequest({ profile, doctor, at: NOW }));
    expect(saved.sender).toMatchObject({ status: 'awaiting-mail-plus', smtp: null });
    expect(await readdir(folder)).not.toContain('rossi.ini');
  });

  it('a failed check is noted, and a check of nothing is not', async () => {
    await save(senderOf('rossi'));
    const outcome = { ok: false, cause: 'no-network' } as const;
    const saved = await markChecked({ profile, doctorId: 'rossi', outcome, at: NOW });
    expect(expectValue(saved).sender).toMatchObject({ status: 'failing' });
    const none = await markChecked({ profile, doctorId: 'verdi', outcome, at: NOW });
    expect(expectValue(none).sender).toBeNull();
    expect(expectValue(await readSenders(profile.sendersFile))?.senders).toHaveLength(1);
  });

  it('a doctor who is typed in is kept, and an entry that exists is not replaced', async () => {
    expectValue(await addDoctor({ profile, doctor, now: NOW }));
    await save(senderOf('rossi'));
    expectValue(await addDoctor({ profile, doctor, now: NOW }));
    expect(expectValue(await readSenders(profile.sendersFile))?.senders).toEqual([
      senderOf('rossi'),
    ]);
  });
});
