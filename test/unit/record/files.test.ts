import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFiles } from '../../../src/record/files.ts';
import { createLock } from '../../../src/record/lock.ts';
import { temporaryFolder } from './fixtures.ts';

const held = () => Promise.reject(Object.assign(new Error('held open'), { code: 'EPERM' }));

describe('a file that a reader holds open on Windows', () => {
  it('is replaced once the reader lets go', async () => {
    let attempts = 0;
    const rename = async () => {
      attempts += 1;
      if (attempts < 3) await held();
    };
    const folder = await temporaryFolder();
    const files = createFiles({ platform: 'win32', waitsMs: [0, 0, 0], rename });
    await files.rename(path.join(folder, 'a'), path.join(folder, 'b'));
    expect(attempts).toBe(3);
  });

  it('is busy when the reader does not let go', async () => {
    const files = createFiles({ platform: 'win32', waitsMs: [0, 0], rename: held });
    await expect(files.rename('a', 'b')).rejects.toMatchObject({ code: 'EBUSY' });
  });

  it('is a matter of permissions elsewhere, and not waited for', async () => {
    const files = createFiles({ platform: 'linux', rename: held });
    await expect(files.rename('a', 'b')).rejects.toMatchObject({ code: 'EPERM' });
  });
});

describe('a file that replaces another', () => {
  it('has its permissions', async () => {
    const folder = await temporaryFolder();
    const [old, next] = [path.join(folder, 'old'), path.join(folder, 'new')];
    await writeFile(old, 'x', { mode: 0o640 });
    await createFiles().write(next, Buffer.from('y'), old);
    expect((await stat(next)).mode & 0o777).toBe(0o640);
  });

  it('may not be a folder', async () => {
    const folder = path.join(await temporaryFolder(), 'senders.json');
    await mkdir(folder);
    await expect(createFiles().checkTarget(folder)).rejects.toMatchObject({ code: 'EISDIR' });
  });
});

describe('the lock', () => {
  it('lets one after the other in', async () => {
    const file = path.join(await temporaryFolder(), 'senders.json');
    await writeFile(file, '0');
    const lock = createLock();
    const add = async () => {
      const count = Number(await readFile(file, 'utf8'));
      await new Promise((resolve) => setTimeout(resolve, 1));
      await writeFile(file, String(count + 1));
    };
    await Promise.all(Array.from({ length: 20 }, () => lock(file, add)));
    expect(await readFile(file, 'utf8')).toBe('20');
  });

  it('is busy for a program that has no patience', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'senders.json');
    await mkdir(`${file}.lock`);
    const locked = await createLock({ patienceMs: 0 })(file, async () => 'in');
    expect(locked).toMatchObject({ problem: { code: 'file-busy', which: 'senders' } });
  });

  it('cannot be had where the folder does not exist', async () => {
    const locked = await createLock()('/nowhere/senders.json', async () => 'in');
    expect(locked).toMatchObject({ problem: { code: 'folder-missing' } });
  });

  it('lets an exception through, and the next one in', async () => {
    const file = path.join(await temporaryFolder(), 'senders.json');
    const lock = createLock({ patienceMs: 0 });
    const failing = lock(file, async () => {
      throw new Error('a bug');
    });
    await expect(failing).rejects.toThrow('a bug');
    expect((await lock(file, async () => 'in')).ok).toBe(true);
  });
});
