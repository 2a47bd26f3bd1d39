import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { extractAll } from '@electron/asar';
import { releasedProgram } from '../../scripts/package.ts';
import { run, Stop } from '../../scripts/process.ts';

/** The packaged program's executable; it is made where it is missing. */
export async function ensurePackage(): Promise<string> {
  const released = releasedProgram();
  if (!existsSync(released)) await make('scripts/package.ts', '--for-tests');
  return released;
}

/** Takes what the package installs out of its archive into a folder. Returns the commands' program. */
export async function unpackCommands(folder: string): Promise<string> {
  const resources = join(dirname(await ensurePackage()), 'resources');
  extractAll(join(resources, 'app.asar'), folder);
  return join(folder, 'dist', 'mittente.js');
}

async function make(...words: string[]): Promise<void> {
  const status = await run('node', words);
  if (status !== 0) throw new Stop('There is nothing to measure.');
}
