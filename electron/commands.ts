import { app } from 'electron';

/** Runs one of the technician's commands, without a window, and ends the program with its status. */
export async function runCommand(words: readonly string[]): Promise<void> {
  app.dock?.hide();
  const { runCli } = await import('../src/cli/run.ts');
  app.exit(await runCli([...words], process));
}
