import { existsSync } from 'node:fs';
import { chmod, cp, readdir, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, parse, relative } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { checkCatalogue } from '../src/providers/load.ts';
import { builtinsDirectly } from './builtins.ts';
import { main, projectFolder, Stop } from './process.ts';

const inProject = (...path: string[]) => join(projectFolder, ...path);
const output = inProject('dist');

const entries = {
  main: inProject('electron', 'main.ts'),
  preload: inProject('electron', 'preload.ts'),
  cli: inProject('src', 'cli', 'main.ts'),
  page: inProject('renderer', 'index.html'),
};

/** What the product reads at run time, beside the JSON files at the top of `assets`. */
const requiredAssets = ['campaign.json', 'providers.json', 'contract', 'handouts'];

/** The letters of the sheets, by the names under which their style looks for them. */
const sheetFonts = ['latin', 'latin-ext'];

/** Everything else is bundled: an installed Mittente carries one library, the keychain's. */
const OUTSIDE = new Set(['electron', 'keytar', ...builtinModules]);

const external = (id: string, importer: string | undefined): boolean =>
  (OUTSIDE.has(id) || id.startsWith('node:')) && unusedBy(id, importer) === undefined;

/** The oldest Node that runs the product: the command line's, and Electron 33's. */
const target = 'node20.18';

/** How the names of modules begin that stand for unused parts of libraries; no file is called so. */
const LEFT_OUT = '\0unused/';

/**
 * What window and commands share is in one file for each set of those that use it, and the smallest join
 * their neighbours: a file takes longer to find than a few lines more to read.
 */
const withoutElectron = (mergedBelow: number) => ({
  name: 'shared',
  test: (id: string) => {
    if (id.startsWith(LEFT_OUT)) return true;
    // Within the project: it may itself lie in a folder called src. An entry stays a file of its own.
    const [top = ''] = relative(projectFolder, id).split(/[\\/]/);
    return ['src', 'node_modules'].includes(top) && relative(entries.cli, id) !== '';
  },
  entriesAware: true,
  entriesAwareMergeThreshold: mergedBelow,
});

/** Builds the whole product into `dist`, which is emptied first. */
export async function buildProduct(): Promise<void> {
  const assets = inProject('assets');
  const sources = [...Object.values(entries), ...requiredAssets.map((name) => join(assets, name))];
  const missing = sources.filter((path) => !existsSync(path));
  if (missing.length > 0) {
    const names = missing.map((path) => `  ${relative(projectFolder, path)}`);
    throw new Stop(`The product cannot be built without:\n${names.join('\n')}`);
  }
  await rm(output, { recursive: true, force: true });
  await build(
    programs({ main: entries.main, mittente: entries.cli }, output, { mergedBelow: 8000 }),
  );
  await build(preload);
  await build({ configFile: inProject('renderer', 'vite.config.ts'), logLevel: 'warn' });
  await chmod(join(output, 'mittente.js'), 0o755);
  await copyAssets(assets);
}

/**
 * Parts of libraries that nothing of ours calls, and that take longer to load than what we call:
 * nodemailer fetches attachments and tokens from the web, with Node's http; conf, under electron-store,
 * encrypts, checks a schema and migrates between versions, where we read what was stored with our own schemas;
 * iconv-lite knows the writings of Asia, whose tables are larger than all the rest of it.
 */
const UNUSED = [
  { library: 'nodemailer', part: /(^|\/)fetch\/index\.js$/ },
  { library: 'iconv-lite', part: /(^|\/)dbcs-(codec|data)$/ },
  { library: 'conf', part: /^(ajv\/dist\/2020\.js|ajv-formats|node:crypto|semver)$/ },
] as const;

const unusedBy = (id: string, importer: string | undefined): string | undefined =>
  UNUSED.find(
    ({ library, part }) => part.test(id) && importer?.includes(`/node_modules/${library}/`),
  )?.library;

/** Puts a module that says so in the place of each unused part; one for each library, to lie beside it. */
const withoutUnused = {
  name: 'without-unused',
  enforce: 'pre' as const,
  resolveId(source: string, importer: string | undefined) {
    const library = unusedBy(source, importer);
    return library === undefined ? null : `${LEFT_OUT}${library}`;
  },
  load(id: string) {
    if (!id.startsWith(LEFT_OUT)) return null;
    return `export default function unused() { throw new Error('left out of the product'); }
      export { unused as Ajv2020 };`;
  },
};

const shared = {
  configFile: false,
  root: projectFolder,
  logLevel: 'warn',
  publicDir: false,
  plugins: [withoutUnused, builtinsDirectly],
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true, external: ['electron', 'keytar'] },
} satisfies InlineConfig;

/**
 * Builds one program as the product's are built, for measurements of a part of it. With nothing to share, what it
 * loads later would join what it loads at once: such files stay apart.
 */
export async function buildProgram(entry: string, folder: string): Promise<void> {
  await build(programs({ [parse(entry).name]: entry }, folder, { mergedBelow: 0 }));
}

/** The main process and the command line: two entries on the same chunks. */
const programs = (
  input: Readonly<Record<string, string>>,
  outDir: string,
  { mergedBelow }: { readonly mergedBelow: number },
): InlineConfig => ({
  ...shared,
  build: {
    ssr: true,
    target,
    outDir,
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input,
      preserveEntrySignatures: 'strict',
      external,
      output: {
        format: 'esm',
        entryFileNames: '[name].js',
        chunkFileNames: ({ name }) => `chunks/${name.split('~')[0]}-[hash].js`,
        banner: ({ name, isEntry }) =>
          isEntry && name === 'mittente' ? '#!/usr/bin/env node\n' : '',
        codeSplitting: { groups: [withoutElectron(mergedBelow)] },
      },
    },
  },
});

/** A sandboxed preload is one CommonJS file. */
const preload: InlineConfig = {
  ...shared,
  build: {
    ssr: true,
    target,
    outDir: output,
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: { preload: entries.preload },
      external,
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
};

async function copyAssets(assets: string): Promise<void> {
  const names = (await readdir(assets)).filter((name) => name.endsWith('.json'));
  for (const name of new Set([...names, ...requiredAssets])) {
    await cp(join(assets, name), join(output, 'assets', name), { recursive: true });
  }
  await copySheetFonts(join(output, 'assets', 'handouts'));
  await writeCatalogue(assets);
}

/** Checked and complete: the product reads it with every start, and takes it as it is. */
async function writeCatalogue(assets: string): Promise<void> {
  const checked = await checkCatalogue(join(assets, 'providers.json'));
  if (!checked.ok) {
    const { file, line, key, detail } = checked.problem;
    throw new Stop(`${relative(projectFolder, file)}, line ${line}, ${key}: ${detail}`);
  }
  await writeFile(join(output, 'assets', 'providers.json'), JSON.stringify(checked.value));
}

/** Puts the fonts of the sheets beside their style. */
export async function copySheetFonts(folder: string): Promise<void> {
  const fonts = inProject('node_modules', '@fontsource-variable', 'open-sans', 'files');
  for (const name of sheetFonts) {
    const file = join(fonts, `open-sans-${name}-wght-normal.woff2`);
    await cp(file, join(folder, `open-sans-${name}.woff2`));
  }
}

if (import.meta.main) {
  await main(async () => {
    await buildProduct();
    console.log(`Built: ${relative(process.cwd(), output) || '.'}`);
    return 0;
  });
}
