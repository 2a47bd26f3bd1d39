import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { projectFolder, Stop } from '../process.ts';

/** One package whose code or data is in the product. */
export type BundledPackage = {
  name: string;
  version: string;
  /** As its package.json says it: an SPDX expression. */
  license: string;
  author: string | null;
  folder: string;
};

/** The one library that is not bundled: its native part is loaded by the operating system. */
const besideTheBundle = 'node_modules/keytar';

/**
 * The packages that really are in the build: what the bundler kept, and the library beside it.
 * Reads `dist`, so the product must have been built.
 */
export async function bundledPackages(): Promise<BundledPackage[]> {
  const modules = [...(await modulesOfPrograms()), ...(await modulesOfPage())];
  const folders = new Set([besideTheBundle, ...modules.flatMap(packageFolder)]);
  const packages = await Promise.all([...folders].map(describe));
  const order = (one: BundledPackage) => `${one.name}@${one.version}`;
  const unique = new Map(packages.map((one) => [order(one), one]));
  return [...unique.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** The bundler names each module in a comment above it; the programs are not minified. */
async function modulesOfPrograms(): Promise<string[]> {
  const dist = join(projectFolder, 'dist');
  const names = [...(await readdir(dist)), ...(await chunksOf(dist))];
  const programs = names.filter((name) => /\.c?js$/.test(name));
  const texts = await Promise.all(programs.map((name) => readFile(join(dist, name), 'utf8')));
  const modules = texts.flatMap((text) =>
    [...text.matchAll(/^\/\/(?:#region)? ?(node_modules\/.+)$/gm)].map((match) => match[1] ?? ''),
  );
  if (modules.length === 0) throw new Stop('The build does not say what it was made from.');
  return modules;
}

const chunksOf = async (dist: string) =>
  (await readdir(join(dist, 'chunks'))).map((name) => join('chunks', name));

/** The page is minified, so it is bundled once more, in memory, to ask the bundler. */
async function modulesOfPage(): Promise<string[]> {
  const modules = new Set<string>();
  const collect: Plugin = {
    name: 'modules-of-the-page',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') for (const id of Object.keys(file.modules)) modules.add(id);
      }
    },
  };
  await build({
    configFile: join(projectFolder, 'renderer', 'vite.config.ts'),
    logLevel: 'silent',
    plugins: [collect],
    build: { write: false },
  });
  return [...modules];
}

/** `node_modules/conf/node_modules/env-paths/index.js`: the innermost package counts. */
function packageFolder(module: string): string[] {
  const path = module.replaceAll('\\', '/');
  const match = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path);
  return match ? [match[0]] : [];
}

async function describe(path: string): Promise<BundledPackage> {
  const folder = join(projectFolder, path);
  const about = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const { name, version, license = '' } = about;
  const author = typeof about.author === 'string' ? about.author : (about.author?.name ?? null);
  return { name, version, license, author, folder };
}
