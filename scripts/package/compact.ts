import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify } from 'vite';
import { Stop } from '../process.ts';

/**
 * Takes comments, white space, long local names and dead code out of the built programs, which nearly
 * halves what is installed, and the white space out of its data. Functions keep their names: a logged
 * fault must still say where it happened.
 */
export async function compactPrograms(dist: string): Promise<void> {
  const names = await readdir(dist, { recursive: true });
  const programs = names.filter((name) => /\.c?js$/.test(name) && !name.startsWith('renderer'));
  for (const name of programs) {
    const file = join(dist, name);
    const { code, errors } = await minify(file, await readFile(file, 'utf8'), {
      compress: { target: 'es2023', keepNames: { function: true, class: true } },
      mangle: { toplevel: name.endsWith('.js'), keepNames: true },
      codegen: { removeWhitespace: true, legalComments: 'none' },
    });
    if (errors.length > 0) throw new Stop(`${name} cannot be made smaller: ${errors[0]?.message}`);
    await writeFile(file, code);
  }
  for (const name of names.filter((each) => each.endsWith('.json'))) {
    const file = join(dist, name);
    await writeFile(file, JSON.stringify(JSON.parse(await readFile(file, 'utf8'))));
  }
}
