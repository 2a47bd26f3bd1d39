import { spawn } from 'node:child_process';

export interface Finished {
  readonly ms: number;
  readonly stdout: string;
}

/** A whole process, from its start to its end; rejects when it fails. */
export function timedProcess(
  command: string,
  words: readonly string[],
  stdin = '',
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(command, words, { stdio: 'pipe' });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve({ ms: performance.now() - begun, stdout });
      else reject(new Error(`${command} ended with ${status}: ${stderr}${stdout}`));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
}
