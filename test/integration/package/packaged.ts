import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { releasedProgram } from '../../../scripts/package.ts';
import { projectFolder } from '../../../scripts/process.ts';

/** The unpacked application as it would be released. */
export const program = releasedProgram();
export const resources = join(dirname(program), 'resources');
export const archive = join(resources, 'app.asar');

/** The package of a format (`deb`, `zip`) that was made last. */
export async function packageOf(format: string): Promise<string> {
  const release = join(projectFolder, 'release');
  const names = existsSync(release) ? await readdir(release) : [];
  const found = names.find((name) => name.endsWith(`.${format}`));
  if (!found) throw new Error('Not packaged yet: npm run package -- --for-tests deb zip');
  return join(release, found);
}
