import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFiles, type Files } from '../../../src/record/files.ts';
import { replaceFile } from '../../../src/record/replace-file.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mittente-file-'));
  file = join(folder, 'Avviso.pdf');
});

afterEach(() => rm(folder, { recursive: true }));

const failing = (step: 'write' | 'rename', code: string): Files => ({
  ...createFiles(),
  [step]: () => Promise.reject(Object.assign(new Error('no'), { code })),
});

describe('a file for a person', () => {
  it('is saved, in place of one of that name', async () => {
    await writeFile(file, 'the earlier one');
    expect(await replaceFile({ which: 'handout', file }, Buffer.from('new'))).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['Avviso.pdf']);
  });

  it.each([
    ['write', 'ENOSPC', 'disk-full'],
    ['rename', 'EBUSY', 'file-busy'],
    ['rename', 'EACCES', 'file-not-writable'],
  ] as const)('whose %s ends with %s leaves the earlier one whole', async (step, code, told) => {
    await writeFile(file, 'the earlier one');
    const saved = await replaceFile(
      { which: 'handout', file },
      Buffer.from('new'),
      failing(step, code),
    );
    expect(saved).toMatchObject({ ok: false, problem: { code: told, which: 'handout', file } });
    expect(await readFile(file, 'utf8')).toBe('the earlier one');
    expect(await readdir(folder)).toEqual(['Avviso.pdf']);
  });

  it('for a folder that is gone is told', async () => {
    const saved = await replaceFile(
      { which: 'handout', file: join(folder, 'gone', 'a.pdf') },
      Buffer.from('new'),
    );
    expect(saved).toMatchObject({ ok: false, problem: { code: 'folder-missing' } });
  });
});
