import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, errors, type Page } from '@playwright/test';
import { projectFolder } from '../../scripts/process.ts';
import {
  type ElectronRuntime,
  electronArguments,
  electronRuntime,
  LOST_START,
} from '../../scripts/runtime.ts';
import type { Language } from '../../src/language.ts';

/** The built product's entry. */
export const product = join(projectFolder, 'dist', 'main.js');

export interface LaunchOptions {
  /** The program to start in the development runtime; the built product when left out. */
  readonly main?: string;
  /** A packaged program to start instead: the path of its executable. */
  readonly packaged?: string;
  readonly profile?: string;
  /** Italian unless a test says otherwise; null for whatever the machine speaks. */
  readonly language?: Language | null;
  /** Chromium's switches, before the program. */
  readonly switches?: readonly string[];
  /** Words of the command line. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A data folder of an earlier start, for tests of what is remembered. */
  readonly userData?: string;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The program's own data folder. */
  readonly userData: string;
  /** Everything that it and its page wrote to a console so far. */
  logs(): string;
  /** Ends the program; its data folder stays until `remove`. */
  close(): Promise<void>;
  /** Ends the program, and removes its data folder. */
  remove(): Promise<void>;
}

/** Starts Mittente with a data folder of its own and waits for its window. */
export async function launchMittente(options: LaunchOptions = {}): Promise<RunningApp> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'mittente-e2e-')));
  const written: string[] = [];
  const app = await start(options, userData);
  evaluateAgain(app);
  const child = app.process();
  child.stdout?.on('data', (text) => written.push(String(text)));
  child.stderr?.on('data', (text) => written.push(String(text)));
  app.on('console', (message) => written.push(message.text()));
  const page = await app.firstWindow({ timeout: 30_000 }).catch(async (error: unknown) => {
    await app.close();
    throw new Error(`Mittente opened no window. It wrote:\n${written.join('')}`, { cause: error });
  });
  page.on('console', (message) => written.push(message.text()));
  page.on('pageerror', (error) => written.push(String(error)));
  const close = () => app.close();
  return {
    app,
    page,
    userData,
    logs: () => written.join('\n'),
    close,
    async remove() {
      await close();
      await rm(userData, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const ATTEMPTS = 3;
const FIRST_LIMIT_MS = 15_000;

/**
 * In the development runtime Playwright keeps the window back until it is attached. A packaged
 * program opens it at once, and Playwright waits for ever when it attaches in the very moment in
 * which the window's first page takes the place of the empty one; and a `LOST_START` happens
 * everywhere: it tries again, and says so. A busy machine may need more than the first limit, so
 * each one is longer.
 */
async function start(options: LaunchOptions, userData: string): Promise<ElectronApplication> {
  const program = await toStart(options);
  const launch = async (timeout: number) =>
    _electron.launch({
      ...program,
      args: commandLine(options, userData),
      env: { ...environment(), ...options.env },
      // Playwright would switch the sandbox off for everybody; only root has to do without.
      chromiumSandbox: true,
      timeout,
    });
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launch(FIRST_LIMIT_MS * attempt);
    } catch (error) {
      const rare = error instanceof errors.TimeoutError || String(error).includes(LOST_START);
      if (!rare || attempt === ATTEMPTS) throw error;
      console.warn(`Started again: ${String(error).split('\n')[0]}`);
    }
  }
}

/** Playwright keeps nothing back when it is told what to start; left alone, it asks Electron's package. */
async function toStart(options: LaunchOptions): Promise<{ executablePath?: string }> {
  if (options.packaged) return { executablePath: options.packaged };
  const { dist } = await runtime();
  process.env.ELECTRON_OVERRIDE_DIST_PATH = dist;
  return {};
}

/**
 * V8's inspector lets go of the promise it waits for when memory is collected in that moment, and
 * Playwright reports just that. What tests evaluate may be evaluated twice.
 */
function evaluateAgain(app: ElectronApplication): void {
  const once = app.evaluate.bind(app) as (...args: unknown[]) => Promise<unknown>;
  const again = async (...args: unknown[]) =>
    once(...args).catch((error: unknown) => {
      if (!String(error).includes('promise was garbage collected')) throw error;
      return once(...args);
    });
  app.evaluate = again as ElectronApplication['evaluate'];
}

let found: Promise<ElectronRuntime> | null = null;

/** The development runtime, looked for once. */
export function runtime(): Promise<ElectronRuntime> {
  found ??= electronRuntime();
  return found;
}

/** The words after the executable that start Mittente, for tests that spawn it themselves. */
export function commandLine(options: LaunchOptions, userData: string): string[] {
  const { language = 'it' } = options;
  return [
    ...electronArguments(),
    `--user-data-dir=${userData}`,
    ...(options.switches ?? []),
    ...(options.packaged ? [] : [options.main ?? product]),
    ...(options.profile ? ['--profile', options.profile] : []),
    ...(language ? [`--lang=${language}`] : []),
    ...(options.args ?? []),
  ];
}

/** Files below a folder whose bytes contain a text, in UTF-8 or UTF-16: where a canary went. */
export async function filesContaining(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path);
      return bytes.includes(text, 0, 'utf8') || bytes.includes(text, 0, 'utf16le');
    }),
  );
  return paths.filter((_path, index) => found[index]);
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry) => entry[1] !== undefined);
  const {
    ELECTRON_RUN_AS_NODE: _node,
    NODE_OPTIONS: _options,
    ...rest
  } = Object.fromEntries(entries) as Record<string, string>;
  return rest;
}
