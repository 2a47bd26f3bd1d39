import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { alone, type Measurement } from './measurement.ts';
import { ensurePackage } from './programs.ts';

export const payload: Measurement = {
  name: 'payload',
  title: 'What the package holds beyond Electron: archive, native code, profiles, papers',
  async run() {
    const resources = join(dirname(await ensurePackage()), 'resources');
    const about = { what: 'payload', unit: 'MB', goal: 3 } as const;
    return [alone(about, [(await sizeOf(resources)) / 1e6])];
  },
};

/** Bytes of all files below a folder. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
