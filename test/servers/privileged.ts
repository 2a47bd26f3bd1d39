import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Mail servers start as root and drop to their own users; without root, sudo must not ask. */
export function asRoot(
  program: string,
  arguments_: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const assignments = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const command = ['env', ...assignments, program, ...arguments_];
  const [first = 'env', ...rest] = isRoot() ? command : ['sudo', '-n', ...command];
  return new Promise((resolve, reject) => {
    const child = spawn(first, rest, { stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.once('error', reject);
    // Not 'close': a daemon keeps what it inherited open for as long as it runs.
    child.once('exit', (code) => {
      child.stderr.destroy();
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with ${code}: ${complaint.trim()}`));
    });
  });
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** Asks the process named in a pid file to end. One that is gone already is no trouble. */
export async function endByPidFile(file: string): Promise<void> {
  const pid = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (/^\d+$/.test(pid)) await asRoot('kill', [pid]).catch(() => undefined);
}

/** The user that mailboxes belong to: ours, or `nobody` where ours is root. */
export async function mailboxOwner(): Promise<{ readonly uid: number; readonly gid: number }> {
  if (!isRoot()) return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const passwd = await readFile('/etc/passwd', 'utf8');
  const [, , uid, gid] = (/^nobody:.*$/m.exec(passwd)?.[0] ?? '').split(':');
  if (!uid || !gid) throw new Error('this system has no user "nobody"');
  return { uid: Number(uid), gid: Number(gid) };
}
