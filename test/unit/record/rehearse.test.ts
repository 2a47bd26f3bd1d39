import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFiles, type Files } from '../../../src/record/files.ts';
import { createLock } from '../../../src/record/lock.ts';
import { checkFolders, rehearseSave } from '../../../src/record/rehearse.ts';
import type { SaveEffects } from '../../../src/record/save-effects.ts';
import type { Sender } from '../../../src/record/senders.ts';
import { NOW, senderOf } from './fixtures.ts';
import { SavingPractice } from './saving.ts';

const withFiles = (over: Partial<Files>): SaveEffects => ({
  files: { ...createFiles(), ...over },
  lock: createLock(),
});

const readOnly = withFiles({
  write: () => Promise.reject(Object.assign(new Error('read-only'), { code: 'EROFS' })),
});

let practice: SavingPractice;

beforeEach(async () => {
  practice = await SavingPractice.create();
});

const rehearse = (sender: Sender) => rehearseSave(practice.profile, sender, NOW);

describe('a save that is rehearsed', () => {
  it('writes nothing, whatever it would write', async () => {
    await practice.save(senderOf('rossi'));
    const before = await practice.everything();
    expect(await rehearse(senderOf('bianchi'))).toEqual({ ok: true, value: undefined });
    expect(await rehearse(senderOf('rossi', { displayName: 'Studio' }))).toMatchObject({
      ok: true,
    });
    expect(await practice.everything()).toEqual(before);
  });

  it.each<[string, Sender, object]>([
    ['a line break', senderOf('rossi', { displayName: 'a\nb' }), { key: 'displayName' }],
    ['an id that leads out of the folder', senderOf('../x'), { which: 'export', key: 'doctorId' }],
  ])('refuses %s', async (_, sender, problem) => {
    const expected = { code: 'value-not-writable', ...problem };
    expect(await rehearse(sender)).toMatchObject({ problem: expected });
  });

  it('refuses a character that the export has not', async () => {
    const [own, all] = practice.profile.exports;
    if (!own || !all) throw new Error('there are two exports');
    practice.profile = {
      ...practice.profile,
      exports: [{ ...own, encoding: 'windows-1252' }, all],
    };
    const sender = senderOf('rossi', { displayName: 'Dott. Wałęsa' });
    expect(await rehearse(sender)).toMatchObject({
      problem: { code: 'value-not-writable', which: 'export', key: 'displayName' },
    });
  });

  it('refuses a file that cannot be replaced', async () => {
    await mkdir(path.join(practice.folder, 'rossi.ini'));
    expect(await rehearse(senderOf('rossi'))).toMatchObject({
      problem: { code: 'file-is-folder', which: 'export' },
    });
    expect(await rehearse(senderOf('bianchi'))).toMatchObject({ ok: true });
  });
});

describe('the folders of a practice', () => {
  it('are as they were after they were tried', async () => {
    const before = await practice.everything();
    expect(await checkFolders(practice.profile)).toEqual({ ok: true, value: undefined });
    expect(await practice.everything()).toEqual(before);
  });

  it('are refused when nothing can be written there', async () => {
    expect(await checkFolders(practice.profile, readOnly)).toMatchObject({
      problem: {
        code: 'file-not-writable',
        which: 'senders',
        file: practice.profile.sendersFile,
      },
    });
  });

  it('are refused when one of the exports is gone', async () => {
    const away = path.join(practice.folder, 'away');
    const [own, all] = practice.profile.exports;
    if (!own || !all) throw new Error('there are two exports');
    const exports = [{ ...own, path: path.join(away, '{{doctorId}}.ini') }, all];
    expect(await checkFolders({ ...practice.profile, exports })).toMatchObject({
      problem: { code: 'folder-missing', which: 'export' },
    });
    // A folder named after a doctor is known when the doctor is.
    const apart = [{ ...own, path: path.join(practice.folder, '{{doctorId}}', 'a.ini') }, all];
    expect(await checkFolders({ ...practice.profile, exports: apart })).toMatchObject({ ok: true });
  });

  it('are refused when a folder stands where all exports go', async () => {
    await mkdir(path.join(practice.folder, 'all.ini'));
    expect(await checkFolders(practice.profile)).toMatchObject({
      problem: { code: 'file-is-folder', which: 'export' },
    });
  });

  it('are made for the built-in profile, as a save makes them', async () => {
    await rm(practice.folder, { recursive: true });
    const builtIn = { ...practice.profile, file: null, exports: [] };
    expect(await checkFolders(builtIn)).toMatchObject({ ok: true });
  });
});
