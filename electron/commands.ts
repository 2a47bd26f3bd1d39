/** Runs one of the technician's commands and gives its exit status. */
export async function runCommand(words: readonly string[]): Promise<number> {
  // Loaded only here: a window starts faster without the commands.
  const { runCli } = await import('../src/cli/run.ts');
  return await runCli([...words], process);
}
