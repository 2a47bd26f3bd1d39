import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { releasedProgram } from '../../scripts/package.ts';
import { projectFolder, run, Stop } from '../../scripts/process.ts';

/** The packaged program's executable; it is made where it is missing. */
export async function ensurePackage(): Promise<string> {
  const released = releasedProgram();
  if (!existsSync(released)) await make('scripts/package.ts', '--for-tests');
  return released;
}

/** The built product's folder; it is made where it is missing. */
export async function ensureBuild(): Promise<string> {
  const built = join(projectFolder, 'dist');
  if (!existsSync(join(built, 'mittente.js'))) await make('scripts/build.ts');
  return built;
}

async function make(...words: string[]): Promise<void> {
  const status = await run('node', words);
  if (status !== 0) throw new Stop('There is nothing to measure.');
}
