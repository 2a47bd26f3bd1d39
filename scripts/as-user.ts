import { spawnSync } from 'node:child_process';
import { chown, copyFile, cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main, projectFolder, run, Stop } from './process.ts';
import { electronRuntime } from './runtime.ts';

/** The user that owns nothing, on Debian and Ubuntu: its number and its group's. */
const nobody = { uid: 65_534, gid: 65_534 };

const become = [
  ...['setpriv', '--reuid', String(nobody.uid), '--regid', String(nobody.gid)],
  '--clear-groups',
];

/** What Chromium's sandbox is made of (namespaces of user, process and network). */
const namespaces = ['unshare', '--user', '--map-root-user', '--pid', '--net', '--fork', 'true'];

/** Made anew or not needed: neither the tests nor the program read it. */
const left = new Set(['.git', '.cache', 'release', 'screens', 'test-results', 'node_modules']);

/**
 * Runs a program of the project as an ordinary user, in a copy of the built tree that this user can
 * read. Root has to start Electron without its sandbox; nobody else has, so what the sandbox does is
 * seen only so. Where it cannot be had, one line says why, and the status is 0. `report` is where
 * Playwright's JSON report goes, if it is wanted.
 */
export async function runAsUser(
  command: string,
  args: string[],
  report: string | null = null,
): Promise<number> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    console.log('Not root: the tests before this one ran with the sandbox on already.');
    return 0;
  }
  const [tool = '', ...words] = [...become, ...namespaces];
  if (spawnSync(tool, words).status !== 0) {
    console.log('NOT RUN: this machine gives ordinary users no namespaces for the sandbox.');
    return 0;
  }
  const folder = await mkdtemp(join(tmpdir(), 'mittente-user-'));
  try {
    await copyTree(folder);
    const [first = '', ...rest] = [...become, command, ...args];
    const home = join(folder, '.cache', 'home');
    const written = join(folder, 'report.json');
    const status = await run(first, rest, {
      cwd: folder,
      env: {
        ...process.env,
        HOME: home,
        TMPDIR: home,
        PATH: `${join(folder, 'node_modules', '.bin')}:${process.env.PATH}`,
        ...(report ? { PLAYWRIGHT_JSON_OUTPUT_FILE: written } : {}),
      },
    });
    if (report) await copyFile(written, report).catch(() => {});
    return status;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The tests in which the sandbox shows; `report` as above. */
export function runSandboxTests(report: string | null = null): Promise<number> {
  const files = ['hardening-page', 'hardening-secrets', 'lifecycle'];
  const reporter = report ? ['--reporter=list,json'] : [];
  const words = ['playwright', 'test', '--project=built', ...reporter, ...files];
  return runAsUser('node', ['scripts/session.ts', ...words], report);
}

async function copyTree(folder: string): Promise<void> {
  const { dist, official } = await electronRuntime();
  for (const name of await readdir(projectFolder)) {
    if (left.has(name)) continue;
    await cp(join(projectFolder, name), join(folder, name), { recursive: true });
  }
  link(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
  const cache = join(folder, '.cache');
  await mkdir(join(cache, 'home'), { recursive: true });
  await cp(
    join(projectFolder, '.cache', 'electron-download.json'),
    join(cache, 'electron-download.json'),
  ).catch(() => {});
  if (!official) link(dist, join(cache, dist.split('/').at(-1) ?? ''));
  for (const path of [folder, cache, join(cache, 'home')]) {
    await chown(path, nobody.uid, nobody.gid);
  }
}

/** Hard links take a moment and no room; another file system gets copies. */
function link(from: string, to: string): void {
  const linked = spawnSync('cp', ['-al', from, to]);
  if (linked.status === 0) return;
  spawnSync('rm', ['-rf', to]);
  if (spawnSync('cp', ['-a', from, to]).status !== 0) throw new Stop(`${from} was not copied.`);
}

if (import.meta.main) {
  await main(async () => {
    const [command, ...args] = process.argv.slice(2);
    return command ? runAsUser(command, args) : runSandboxTests();
  });
}
