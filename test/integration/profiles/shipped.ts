import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SHIPPED = join(import.meta.dirname, '..', '..', '..', 'assets', 'profiles');

/** Puts a shipped profile into the folder of a practice, as its technician does. */
export async function deployProfile(name: string, folder: string): Promise<void> {
  await cp(join(SHIPPED, name), folder, { recursive: true });
}

/** Changes a text file; a change that changes nothing is a mistake of the test. */
export async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`nothing was changed in ${file}`);
  await writeFile(file, changed);
}
