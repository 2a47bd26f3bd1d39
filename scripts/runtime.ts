import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { main, projectFolder, run } from './process.ts';
import { type ElectronRuntime, obtainStandIn } from './stand-in.ts';
import { ensureSystem } from './system.ts';

export type { ElectronRuntime } from './stand-in.ts';

const packageFile = createRequire(import.meta.url).resolve('electron/package.json');
const packageFolder = dirname(packageFile);
const answerFile = join(projectFolder, '.cache', 'electron-download.json');
const answerLastsMs = 24 * 60 * 60 * 1000;
const reachTimeoutMs = 4000;

/**
 * The Electron of this project: the official one where it is there or can be downloaded, else the
 * stand-in. Installs the Debian packages that a window needs. Throws `Stop` where neither can be had.
 */
export async function electronRuntime(): Promise<ElectronRuntime> {
  ensureSystem('window');
  const version = await pinnedVersion();
  const installed = await officialRuntime(version);
  if (installed) return installed;
  if (await canDownload(version)) {
    console.error(`Downloading Electron ${version}, once.`);
    const status = await run(process.execPath, [join(packageFolder, 'install.js')]);
    const downloaded = await officialRuntime(version);
    if (status === 0 && downloaded) return downloaded;
    await rememberDownload(version, false);
  }
  return obtainStandIn(version);
}

/**
 * What must stand before the application's path on Electron's command line. Chromium refuses to
 * sandbox as root; everybody else keeps the sandbox.
 */
export function electronArguments(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * By what Electron 33 dies on Linux in about one start of two hundred, before it is ready: its thread
 * that looks for fonts reads the environment (getenv) while the main thread changes it (setenv).
 * Whoever starts it many times starts it again.
 */
export const LOST_START = 'SIGSEGV';

async function pinnedVersion(): Promise<string> {
  return JSON.parse(await readFile(packageFile, 'utf8')).version;
}

async function officialRuntime(version: string): Promise<ElectronRuntime | null> {
  const dist = join(packageFolder, 'dist');
  try {
    const present = await readFile(join(dist, 'version'), 'utf8');
    if (present.trim().replace(/^v/, '') !== version) return null;
    const executable = join(dist, await readFile(join(packageFolder, 'path.txt'), 'utf8'));
    return existsSync(executable) ? { executable, dist, version, official: true } : null;
  } catch {
    return null;
  }
}

/** Asked at most once a day: a network that drops packets would cost the time limit at every start. */
async function canDownload(version: string): Promise<boolean> {
  if (process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror) return true;
  const remembered = await rememberedAnswer(version);
  if (remembered !== null) return remembered;
  const address = `https://github.com/electron/electron/releases/tag/v${version}`;
  const signal = AbortSignal.timeout(reachTimeoutMs);
  const reached = await fetch(address, { method: 'HEAD', signal }).then(
    (response) => response.ok,
    () => false,
  );
  await rememberDownload(version, reached);
  return reached;
}

async function rememberedAnswer(version: string): Promise<boolean | null> {
  try {
    const answer = JSON.parse(await readFile(answerFile, 'utf8'));
    const fresh = Date.now() - answer.at < answerLastsMs && answer.version === version;
    return fresh ? answer.reached === true : null;
  } catch {
    return null;
  }
}

async function rememberDownload(version: string, reached: boolean): Promise<void> {
  await mkdir(dirname(answerFile), { recursive: true });
  await writeFile(answerFile, `${JSON.stringify({ version, reached, at: Date.now() })}\n`);
}

if (import.meta.main) {
  await main(async () => {
    console.log((await electronRuntime()).executable);
    return 0;
  });
}
