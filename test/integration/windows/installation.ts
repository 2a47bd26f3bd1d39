import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { openWindows, type Ran, type RunOptions, type Windows } from '../../servers/wine.ts';

const execute = promisify(execFile);

const PROJECT = join(import.meta.dirname, '..', '..', '..');
const PROGRAM = 'C:\\Program Files\\Mittente';
const TOOLS = 'C:\\Strumenti';

/** Mittente as an installer leaves it, and other programs beside it. */
export interface Installation {
  readonly windows: Windows;
  mittente(words: readonly string[], options?: RunOptions): Promise<Ran>;
  /** Saves one sender without asking any server. */
  save(wish: SaveWish): Promise<SaveOutcome>;
  /** The entry of the Credential Manager, as a native program reads it; null: none. */
  credential(target: string): Promise<NativeCredential | null>;
  /** The password's bytes, hexadecimal, as the example of docs/contract.md finds them; null: none. */
  password(host: string, username: string): Promise<string | null>;
  /** Stores an entry as a native program does. */
  writeCredential(target: string, username: string, blob: Buffer): Promise<void>;
  /** Removes an entry as a native program does. */
  deleteCredential(target: string): Promise<void>;
  /** What GetPrivateProfileStringW and GetPrivateProfileStringA give for each key. */
  ini(file: string, section: string, keys: readonly string[]): Promise<(readonly string[])[]>;
  /** Holds a file open until the function that it gives is called. */
  hold(file: string, sharing: 'none' | 'read'): Promise<() => Promise<void>>;
  write(path: string, content: string | Buffer): Promise<void>;
  read(path: string): Promise<Buffer>;
  list(folder: string): Promise<string[]>;
  close(): Promise<void>;
}

export interface SaveWish {
  readonly profile: string;
  readonly sender: unknown;
  readonly password: string | null;
  readonly now: string;
}

export type SaveOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: Readonly<Record<string, unknown>> };

export interface NativeCredential {
  readonly target: string;
  readonly user: string;
  /** `CRED_TYPE_GENERIC` is 1. */
  readonly type: number;
  /** Hexadecimal. */
  readonly blob: string;
}

export async function installMittente(): Promise<Installation> {
  const windows = await openWindows();
  try {
    await copyProduct(windows.here(PROGRAM));
    await bundleSaver(windows.here(PROGRAM));
    await compileTools(windows.here(TOOLS));
  } catch (error) {
    await windows.close();
    throw error;
  }
  let holds = 0;
  const tool = (name: string, words: readonly string[]) =>
    windows.run(`${TOOLS}\\${name}.exe`, words);
  return {
    windows,
    mittente: (words, options) => windows.node(`${PROGRAM}\\dist\\mittente.js`, words, options),
    save: async (wish) => {
      const script = `${PROGRAM}\\save.js`;
      const { status, stdout, stderr } = await windows.node(script, [], {
        input: JSON.stringify(wish),
      });
      if (status !== 0) throw new Error(`the saver ended with ${status}: ${stderr}`);
      return JSON.parse(stdout) as SaveOutcome;
    },
    credential: async (target) => {
      const { status, stdout } = await tool('credential', ['show', target]);
      if (status === 1) return null;
      const [name = '', user = '', type, blob = ''] = stdout.split(/\r?\n/);
      return { target: name, user, type: Number(type), blob };
    },
    password: async (host, username) => {
      const { status, stdout } = await tool('credential', ['password', host, username]);
      if (status === 1) return null;
      if (status !== 0) throw new Error(`the example of the contract: ${status}`);
      return stdout;
    },
    writeCredential: async (target, username, blob) => {
      const words = ['write', target, username, blob.toString('hex')];
      const { status } = await tool('credential', words);
      if (status !== 0) throw new Error(`CredWriteW: ${status}`);
    },
    deleteCredential: async (target) => {
      const { status } = await tool('credential', ['delete', target]);
      if (status !== 0) throw new Error(`CredDeleteW: ${status}`);
    },
    ini: async (file, section, keys) => {
      const { stdout } = await tool('ini', [file, section, ...keys]);
      const fromHex = (hex: string) => Buffer.from(hex, 'hex').toString('utf8');
      return stdout
        .trimEnd()
        .split(/\r?\n/)
        .map((line) => line.split(' ').map(fromHex));
    },
    hold: async (file, sharing) => {
      holds += 1;
      const ready = `${TOOLS}\\${holds}.ready`;
      const release = `${TOOLS}\\${holds}.release`;
      const words = [file, sharing, ready, release];
      const running = await windows.start(`${TOOLS}\\hold.exe`, words);
      await untilThere(windows.here(ready));
      return async () => {
        await writeFile(windows.here(release), '');
        const { status } = await running.ended;
        if (status !== 0) throw new Error(`the holder ended with ${status}`);
      };
    },
    write: async (path, content) => {
      await mkdir(dirname(windows.here(path)), { recursive: true });
      await writeFile(windows.here(path), content);
    },
    read: (path) => readFile(windows.here(path)),
    list: async (folder) => (await readdir(windows.here(folder))).sort(),
    close: () => windows.close(),
  };
}

/** Waits until there is such a file. */
export async function untilThere(file: string): Promise<void> {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    if ((await readFile(file).catch(() => null)) !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${file} did not appear`);
}

/** What electron-builder.yml packs: the bundles, and what the keychain's library needs. */
async function copyProduct(folder: string): Promise<void> {
  const parts = ['package.json', 'lib', 'prebuilds/win32-x64'];
  const copied = ['package.json', 'dist', ...parts.map((part) => `node_modules/keytar/${part}`)];
  for (const name of copied) await cp(join(PROJECT, name), join(folder, name), { recursive: true });
}

async function bundleSaver(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: PROJECT,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['keytar'] },
    build: {
      ssr: join(import.meta.dirname, 'save.ts'),
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: { output: { format: 'esm', entryFileNames: 'save.js' } },
    },
  });
}

/** Compiles the native programs, one of them around the very text of docs/contract.md. */
async function compileTools(folder: string): Promise<void> {
  const contract = await readFile(join(PROJECT, 'docs', 'contract.md'), 'utf8');
  const [, example] = /^```c\n([\s\S]+?)^```$/m.exec(contract) ?? [];
  if (example === undefined) throw new Error('docs/contract.md has no example in C');
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(tmpdir(), 'mittente-native-'));
  try {
    await writeFile(join(work, 'from_the_contract.h'), example);
    const options = ['-municode', '-std=c11', '-O1', '-Wall', '-Wextra', '-Werror', `-I${work}`];
    for (const name of ['credential', 'ini', 'hold']) {
      const source = join(import.meta.dirname, 'native', `${name}.c`);
      const program = join(folder, `${name}.exe`);
      await execute('x86_64-w64-mingw32-gcc', [...options, '-o', program, source, '-ladvapi32']);
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
