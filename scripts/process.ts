import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

// As under npm: programs that `npm ci` installed come first, and its Node before the machine's.
const installed = join(projectFolder, 'node_modules', '.bin');
process.env.PATH = [installed, process.env.PATH].join(delimiter);

/** What a shell would report: 128 + the signal's number is not known here, so a signal counts as 1. */
export function exitStatus(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a program with our console and resolves to its exit status. */
export function run(command: string, args: string[], options: SpawnOptions = {}): Promise<number> {
  return exitStatus(spawn(command, args, { stdio: 'inherit', cwd: projectFolder, ...options }));
}

/** Standard output of a program, or `null` where it is missing or fails. */
export function output(command: string, args: string[], env = process.env): string | null {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return result.status === 0 ? result.stdout : null;
}

/** A way to end a script with one clear message and no stack. */
export class Stop extends Error {}

/**
 * Runs a script's main function: its number is the exit status; a `Stop`, or a word that it does not
 * know, is told in one message; anything else is a bug and keeps its stack.
 */
export async function main(action: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await action();
  } catch (error) {
    const message = error instanceof Stop || isUnknownWord(error) ? error.message : null;
    console.error(message === null ? error : `\n${message}\n`);
    process.exitCode = 1;
  }
}

/** What `parseArgs` of node:util throws for a mistake on the command line. */
function isUnknownWord(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('ERR_PARSE_ARGS_');
}
