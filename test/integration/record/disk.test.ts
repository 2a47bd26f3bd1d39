import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveSender } from '../../../src/record/save.ts';
import { Secret } from '../../../src/secret.ts';
import { canMount, FILLING, openSmallDisk, type SmallDisk } from '../../support/small-disk.ts';
import { MemoryKeychain } from '../../unit/record/fixtures.ts';
import { passwordOfSave, practiceIn, senderOfSave, TEMPLATE } from './practice-on-disk.ts';

describe.runIf(await canMount())('a disk', () => {
  let disk: SmallDisk;
  const keychain = new MemoryKeychain();

  const save = (n: number) =>
    saveSender({
      profile: practiceIn(disk.folder),
      keychain,
      sender: senderOfSave('rossi', n),
      password: new Secret(passwordOfSave(n)),
      now: new Date(),
    });

  /** Every file with its content, and every password. */
  const everything = async () => {
    const names = (await readdir(disk.folder)).filter((name) => name !== FILLING).sort();
    const contents = names.map((name) => readFile(path.join(disk.folder, name), 'utf8'));
    return [names, await Promise.all(contents), [...keychain.passwords]];
  };

  beforeEach(async () => {
    disk = await openSmallDisk();
    await writeFile(path.join(disk.folder, 'template.mustache'), TEMPLATE);
    expect(await save(1)).toMatchObject({ ok: true });
  });

  afterEach(() => disk.remove());

  it('that is full, or nearly, leaves everything as it was', async () => {
    const outcomes = new Set<string>();
    for (let pagesLeft = 0; pagesLeft < 12; pagesLeft += 1) {
      await disk.fill(pagesLeft);
      const before = await everything();
      const saved = await save(2 + pagesLeft);
      if (!saved.ok) {
        expect(saved.problem).toMatchObject({ code: 'disk-full', restored: true });
        expect(await everything()).toEqual(before);
      }
      outcomes.add(saved.ok ? 'saved' : saved.problem.code);
    }
    expect([...outcomes].sort()).toEqual(['disk-full', 'saved']);
  });

  it('that is read-only leaves everything as it was, and can still be read', async () => {
    await disk.makeReadOnly();
    const before = await everything();
    expect(await save(2)).toMatchObject({
      ok: false,
      problem: { code: 'file-not-writable', which: 'senders', restored: true },
    });
    expect(await everything()).toEqual(before);
  });
});
