import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { markChecked, recordMailPlusRequest, removeSender } from '../../../src/record/save.ts';
import { readSenders } from '../../../src/record/senders.ts';
import { expectValue, NOW, profileIn, senderOf } from './fixtures.ts';
import { CREDENTIAL, elsewhere, SavingPractice } from './saving.ts';

let practice: SavingPractice;

beforeEach(async () => {
  practice = await SavingPractice.create();
});

const save: SavingPractice['save'] = (...given) => practice.save(...given);

describe('a save', () => {
  it('writes password, senders file and exports, and leaves nothing else behind', async () => {
    const saved = expectValue(await save(senderOf('rossi')));
    expect(saved.sender).toEqual(senderOf('rossi'));
    expect(practice.keychain.passwords.get(CREDENTIAL)).toBe('pässword');
    expect(expectValue(await readSenders(practice.profile.sendersFile))).toEqual({
      version: 1,
      updatedAt: NOW.toISOString(),
      senders: [senderOf('rossi')],
    });
    expect(await practice.content('rossi.ini')).toBe('host=smtp.example.test\nname=Dott. rossi\n');
    expect(await practice.content('all.ini')).toBe('[rossi]\n');
    expect((await readdir(practice.folder)).sort()).toEqual(
      ['all.ini', 'doctor.mustache', 'practice.mustache', 'rossi.ini', 'senders.json'].sort(),
    );
  });

  it('writes no password into any file', async () => {
    await save(senderOf('rossi'), 'canary-4711');
    await save(elsewhere('rossi'), 'canary-4712');
    expect(JSON.stringify((await practice.everything()).files)).not.toContain('canary');
  });

  it('keeps the other doctors, unknown keys, and the previous file as backup', async () => {
    await save(senderOf('verdi', { standBy: 1 }));
    const before = await practice.content('senders.json');
    await save(senderOf('rossi'));
    const senders = expectValue(await readSenders(practice.profile.sendersFile))?.senders;
    expect(senders).toEqual([senderOf('verdi', { standBy: 1 }), senderOf('rossi')]);
    expect(await practice.content('senders.json.bak')).toBe(before);
    expect(await practice.content('all.ini')).toBe('[verdi]\n[rossi]\n');
  });

  it('removes the password of the server that the doctor no longer uses', async () => {
    await save(senderOf('rossi'), 'old');
    await save(elsewhere('rossi'), 'new');
    expect([...practice.keychain.passwords]).toEqual([
      ['Mittente:smtp.other.test/rossi@example.test', 'new'],
    ]);
  });

  it('leaves that password to another doctor who shares the mailbox', async () => {
    await save(senderOf('rossi'), 'shared');
    await save({ ...senderOf('rossi'), doctorId: 'verdi' }, 'shared');
    await save(elsewhere('rossi'), 'new');
    expect(practice.keychain.passwords.get(CREDENTIAL)).toBe('shared');
  });

  it('without a password keeps the one in the keychain', async () => {
    await save(senderOf('rossi'), 'kept');
    expectValue(await save(senderOf('rossi', { displayName: 'Rossi' }), null));
    expect(practice.keychain.passwords.get(CREDENTIAL)).toBe('kept');
  });

  it('of many doctors at once loses none of them', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `doctor-${index}`);
    const results = await Promise.all(ids.map((id) => save(senderOf(id), id)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const senders = expectValue(await readSenders(practice.profile.sendersFile))?.senders ?? [];
    expect(senders.map(({ doctorId }) => doctorId).sort()).toEqual(ids.sort());
  });

  it('makes the folder of the built-in profile', async () => {
    practice.profile = {
      ...profileIn(practice.folder),
      file: null,
      sendersFile: path.join(practice.folder, 'data', 'mittente', 'senders.json'),
    };
    expectValue(await save(senderOf('rossi')));
    expect(expectValue(await readSenders(practice.profile.sendersFile))?.senders).toHaveLength(1);
  });
});

describe('removing a sender', () => {
  beforeEach(async () => {
    await save(senderOf('rossi'));
    await save(senderOf('verdi'));
  });

  const remove = (doctorId: string) => removeSender({ ...practice, doctorId, now: NOW });

  it('takes its entry, its password and its export, and nobody else’s', async () => {
    expectValue(await remove('rossi'));
    expect(expectValue(await readSenders(practice.profile.sendersFile))?.senders).toEqual([
      senderOf('verdi'),
    ]);
    expect([...practice.keychain.passwords.keys()]).toEqual([
      'Mittente:smtp.example.test/verdi@example.test',
    ]);
    expect(await readdir(practice.folder)).not.toContain('rossi.ini');
    expect(await practice.content('all.ini')).toBe('[verdi]\n');
  });

  it('leaves a password that another doctor’s sender uses', async () => {
    await save({ ...senderOf('rossi'), doctorId: 'bianchi' });
    expectValue(await remove('rossi'));
    expect(practice.keychain.passwords.has(CREDENTIAL)).toBe(true);
  });

  it('is undone when the keychain keeps the password', async () => {
    practice.keychain.refuses = 'remove';
    const before = await practice.everything();
    expect(await remove('rossi')).toMatchObject({
      problem: { code: 'keychain-refused', restored: true },
    });
    expect(await practice.everything()).toEqual(before);
  });

  it('of a doctor who has none changes nothing', async () => {
    const before = await practice.everything();
    expect(await remove('nobody')).toEqual({ ok: true, value: { sender: null } });
    expect(await practice.everything()).toEqual(before);
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
    const saved = expectValue(await recordMailPlusRequest({ ...practice, doctor, at: NOW }));
    expect(saved.sender).toMatchObject({ status: 'awaiting-mail-plus', smtp: null });
    expect(await readdir(practice.folder)).not.toContain('rossi.ini');
  });

  it('a failed check is noted, and a check of nothing is not', async () => {
    await save(senderOf('rossi'));
    const outcome = { ok: false, cause: 'no-network' } as const;
    const saved = await markChecked({ ...practice, doctorId: 'rossi', outcome, at: NOW });
    expect(expectValue(saved).sender).toMatchObject({ status: 'failing' });
    const none = await markChecked({ ...practice, doctorId: 'verdi', outcome, at: NOW });
    expect(expectValue(none).sender).toBeNull();
    expect(expectValue(await readSenders(practice.profile.sendersFile))?.senders).toHaveLength(1);
  });
});
