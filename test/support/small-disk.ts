import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asRoot } from '../servers/privileged.ts';

/** A disk of 64 KiB: every file takes whole pages of 4 KiB. */
const PAGES = 16;
const PAGE = 4096;

/** What fills it. */
export const FILLING = 'filling';

export interface SmallDisk {
  readonly folder: string;
  /** Fills the disk until only so many pages are left. */
  fill(pagesLeft: number): Promise<void>;
  makeRoom(): Promise<void>;
  makeReadOnly(): Promise<void>;
  remove(): Promise<void>;
}

/** Whether this machine lets its tests mount a disk. */
export const canMount = (): Promise<boolean> =>
  asRoot('true', []).then(
    () => true,
    () => false,
  );

export async function openSmallDisk(): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'mittente-disk-'));
  const owner = `uid=${process.getuid?.()},gid=${process.getgid?.()}`;
  const size = `size=${(PAGES * PAGE) / 1024}k`;
  await asRoot('mount', ['-t', 'tmpfs', '-o', `${size},${owner}`, 'tmpfs', folder]);
  const filling = join(folder, FILLING);
  const takes = (pages: number) =>
    writeFile(filling, Buffer.alloc(pages * PAGE)).then(
      () => true,
      () => false,
    );
  return {
    folder,
    async fill(pagesLeft) {
      let pages = PAGES;
      while (pages > 0 && !(await takes(pages))) pages -= 1;
      await takes(Math.max(0, pages - pagesLeft));
    },
    makeRoom: () => rm(filling),
    makeReadOnly: () => asRoot('mount', ['-o', 'remount,ro', folder]),
    async remove() {
      await asRoot('umount', [folder]);
      await rm(folder, { recursive: true });
    },
  };
}
