import { cp, link, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createPackageWithOptions, extractAll } from '@electron/asar';
import { ensurePackage } from '../programs.ts';

/** Two packaged programs on the same runtime, with the same fuses: what differs is the archive. */
export interface Programs {
  /** Executables. */
  readonly ours: string;
  readonly bare: string;
  remove(): Promise<void>;
}

const SOURCES = import.meta.dirname;

/**
 * The packaged application, and a bare window packaged as it is, each with the stopwatch before its
 * main file. The runtime's files are hard links to the package's, so that both share their pages.
 */
export async function makePrograms(): Promise<Programs> {
  const released = await ensurePackage();
  const packaged = dirname(released);
  // Beside the package, since a hard link cannot leave its disk.
  const folder = await mkdtemp(join(dirname(packaged), 'bench-'));
  const [ours, bare] = [join(folder, 'ours'), join(folder, 'bare')];
  for (const program of [ours, bare]) await linkTree(packaged, program);
  await replaceArchive(ours, async (content) => {
    extractAll(join(packaged, 'resources', 'app.asar'), content);
    await writeFile(join(content, 'program.mjs'), "import './dist/main.js';\n");
  });
  await replaceArchive(bare, async (content) => {
    await cp(join(SOURCES, 'bare.mjs'), join(content, 'program.mjs'));
    // Beside the archive: with the fuses of a release, file:// does not look into it.
    await cp(join(SOURCES, 'bare.html'), join(bare, 'resources', 'bare.html'));
    const about = { name: 'bare', version: '1.0.0', type: 'module' };
    await writeFile(join(content, 'package.json'), JSON.stringify(about));
  });
  return {
    ours: join(ours, basename(released)),
    bare: join(bare, basename(released)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else await link(source, target);
  }
}

async function replaceArchive(
  program: string,
  fill: (content: string) => Promise<void>,
): Promise<void> {
  const content = await mkdtemp(join(tmpdir(), 'mittente-bench-'));
  try {
    await fill(content);
    await cp(join(SOURCES, 'stopwatch.mjs'), join(content, 'stopwatch.mjs'));
    await startWithStopwatch(join(content, 'package.json'));
    const archive = join(program, 'resources', 'app.asar');
    // New files: writing into the old ones would change the package's own.
    await rm(archive);
    await rm(`${archive}.unpacked`, { recursive: true });
    await createPackageWithOptions(content, archive, { unpack: '*.node' });
  } finally {
    await rm(content, { recursive: true });
  }
}

async function startWithStopwatch(file: string): Promise<void> {
  const about = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...about, main: 'stopwatch.mjs' }));
}
