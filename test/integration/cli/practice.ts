import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import { openSession, type Session } from '../../../scripts/session.ts';
import { type MailServer, startMailServer } from '../../servers/mail.ts';

const execute = promisify(execFile);
export const MAIN = join(import.meta.dirname, '..', '..', '..', 'src', 'cli', 'main.ts');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A record with two doctors, a real mail server and a real keyring of its own. */
export interface TestPractice {
  readonly mail: MailServer;
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  file(name: string): string;
  write(name: string, content: unknown): Promise<string>;
  read(name: string): Promise<string>;
  /** Runs `mittente` with this practice's profile. */
  run(words: readonly string[], stdin?: string, env?: NodeJS.ProcessEnv): Promise<Ran>;
  /** All names and contents of a ZIP file. */
  unzip(file: string): Promise<string>;
  /** The password that another program finds in the keyring; null: none. */
  lookup(service: string, account: string): Promise<string | null>;
  /** Everything that lies in the practice's folder, names and contents. */
  everything(): Promise<string>;
  close(): Promise<void>;
}

export async function openPractice(): Promise<TestPractice> {
  const folder = await mkdtemp(join(tmpdir(), 'mittente-cli-'));
  const session: Session = await openSession({ keyring: 'private', display: false });
  const mail = await startMailServer();
  const env = { ...session.env, LANG: 'C.UTF-8', LC_ALL: '' };
  const file = (name: string) => join(folder, name);
  const write = async (name: string, content: unknown) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    await writeFile(file(name), text);
    return file(name);
  };
  await write('authority.pem', mail.authority.pem);
  await write('medici.json', [
    { id: 'rossi', name: 'Dott. Mario Rossi', contract: 'standard', sender: null },
    { id: 'bianchi', name: 'Dott.ssa Anna Bianchi', contract: 'standard', sender: null },
  ]);
  await write('record-profile.json', {
    version: 1,
    record: { name: 'Cartella di prova' },
    doctors: { path: './medici.json' },
    senders: { path: './senders.json' },
    trust: { caFile: './authority.pem' },
  });

  return {
    mail,
    folder,
    env,
    file,
    write,
    read: (name) => readFile(file(name), 'utf8'),
    run: (words, stdin = '', other = env) =>
      runProgram([MAIN, '--profile', file('record-profile.json'), ...words], other, stdin),
    unzip: async (zip) => unzip(await readFile(zip)),
    lookup: async (service, account) => {
      const words = ['lookup', 'service', service, 'account', account];
      const found = await execute('secret-tool', words, { env }).catch(() => null);
      return found?.stdout ?? null;
    },
    everything: async () => {
      const names = await readdir(folder);
      const texts = await Promise.all(names.map((name) => readFile(file(name), 'latin1')));
      return [...names, ...texts].join('\n');
    },
    close: async () => {
      await mail.stop();
      await session.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs a program in this Node and gives what it printed. */
export function runProgram(
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  stdin: string,
  cwd?: string,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { env, stdio: 'pipe', cwd });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    // A program that refuses its words does not wait for its input.
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
}

/** The entries of a ZIP file by its central directory (APPNOTE.TXT, sections 4.3.7 and 4.3.12). */
function unzip(bytes: Buffer): string {
  const texts: string[] = [];
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; ) {
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    texts.push(name, (method === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
    at = bytes.indexOf('PK\u0001\u0002', at + 46);
  }
  return texts.join('\n');
}
