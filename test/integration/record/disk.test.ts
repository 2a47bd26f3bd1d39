import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveSender } from '../../../src/record/save.ts';
import { Secret } from '../../../src/secret.ts';
import { asRoot } from '../../servers/privileged.ts';
import { MemoryKeychain } from '../../unit/record/fixtures.ts';
import { passwordOfSave, practiceIn, senderOfSave, TEMPLATE } from './practice-on-disk.ts';

/** A disk of 64 KiB: every file takes whole pages of 4 KiB. */
const SIZE = '64k';

const PAGE = 4096;

const canMount = await asRoot('true', []).then(
  () => true,
  () => false,
);

describe.runIf(canMount)('a disk', () => {
  let folder: string;
  const keychain = new MemoryKeychain();

  const save = (n: number) =>
    saveSender({
      profile: practiceIn(folder),
      keychain,
      sender: senderOfSave('rossi', n),
      password: new Secret(passwordOfSave(n)),
      now: new Date(),
    });

  /** Every file with its content, and every password. */
  const everything = async () => {
    const names = (await readdir(folder)).filter((name) => name !== 'filling').sort();
    const contents = names.map((name) => readFile(path.join(folder, name), 'utf8'));
    return [names, await Promise.all(contents), [...keychain.passwords]];
  };

  /** Fills the disk until only so many pages are left. */
  const fill = async (pagesLeft: number) => {
    const filling = path.join(folder, 'filling');
    for (let pages = 16; pages > 0; pages -= 1) {
      const written = await writeFile(filling, Buffer.alloc(pages * PAGE)).then(
        () => true,
        () => false,
      );
      if (!written) continue;
      await writeFile(filling, Buffer.alloc(Math.max(0, pages - pagesLeft) * PAGE));
      return;
    }
  };

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mittente-disk-'));
    const owner = `uid=${process.getuid?.()},gid=${process.getgid?.()}`;
    await asRoot('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},${owner}`, 'tmpfs', folder]);
    await writeFile(path.join(folder, 'template.mustache'), TEMPLATE);
    expect(await save(1)).toMatchObject({ ok: true });
  });

  afterEach(async () => {
    await asRoot('umount', [folder]);
    await rm(folder, { recursive: true });
  });

  it('that is full, or nearly, leaves everything as it was', async () => {
    const outcomes = new Set<string>();
    for (let pagesLeft = 0; pagesLeft < 12; pagesLeft += 1) {
      await fill(pagesLeft);
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
    await asRoot('mount', ['-o', 'remount,ro', folder]);
    const before = await everything();
    expect(await save(2)).toMatchObject({
      ok: false,
      problem: { code: 'file-not-writable', which: 'senders', restored: true },
    });
    expect(await everything()).toEqual(before);
  });
});
