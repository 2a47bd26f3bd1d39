import { app } from 'electron';
import { standardInput } from './standard-input.ts';

/** Runs the words of a command and gives its exit status. */
export type RunCommand = (words: readonly string[]) => Promise<number>;

/** The technician's commands, loaded only here: a window starts faster without them. */
export const runCommand: RunCommand = async (words) => {
  const { runCli } = await import('../src/cli/run.ts');
  const { keychainAtRest } = await import('../src/keychain/create-keychain.ts');
  const { stdout, stderr, env, execPath, versions } = process;
  const host = { stdin: standardInput(), stdout, stderr, env, execPath, versions };
  const status = await runCli(words, host);
  await keychainAtRest();
  return status;
};

/** Runs a command without a window, and ends the program with its status. */
export async function endWithCommand(run: RunCommand, words: readonly string[]): Promise<void> {
  app.dock?.hide();
  const status = await run(words);
  // What was printed may still be on its way where pipes are asynchronous (Windows).
  await Promise.all([process.stdout, process.stderr].map(flush));
  app.exit(status);
}

function flush(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
