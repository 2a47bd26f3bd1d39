import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { exitStatus, main, output, projectFolder, Stop } from './process.ts';
import { ensureSystem } from './system.ts';

export type SessionOptions = {
  /**
   * `private`: a keychain of this session's own, empty, with a HOME of its own, whatever the machine
   * has. `existing-or-private`: the user's where there is one. Other systems than Linux always have one.
   */
  keyring: 'private' | 'existing-or-private';
  /** Whether a window will be opened: a virtual display is made where there is no real one. */
  display: boolean;
  /** Added to the environment, last. */
  env?: NodeJS.ProcessEnv;
};

/** A desktop session's environment, and the way to end it: its processes, its folder. */
export type Session = { env: NodeJS.ProcessEnv; close: () => Promise<void> };

const readyMs = 15_000;
const graceMs = 3000;

/**
 * Opens what a desktop application needs around it: a display and a keychain (Secret Service on a
 * D-Bus session). Whoever opens it closes it. On Linux the Debian packages are installed first.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const env = { ...process.env };
  if (process.platform !== 'linux') {
    return { env: { ...env, ...options.env }, close: async () => {} };
  }
  ensureSystem('window');
  const folder = await mkdtemp(join(tmpdir(), 'mittente-'));
  const servers: ChildProcess[] = [];
  const close = async () => {
    await Promise.all(servers.reverse().map(end));
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    if (options.display && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
      Object.assign(env, await openDisplay(folder, servers));
    }
    if (options.keyring === 'private' || !hasKeyring()) {
      for (const name of Object.keys(env).filter(isDesktopVariable)) delete env[name];
      Object.assign(env, await openKeyring(folder, servers, env));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { env: { ...env, ...options.env }, close };
}

/**
 * Runs a program inside a session of its own and resolves to its exit status. Ctrl-C and a request to
 * end reach the program's whole process group; the session is closed in every case.
 */
export async function runInSession(
  command: string,
  args: string[],
  options: SessionOptions,
): Promise<number> {
  const session = await openSession(options);
  // Its own group, so that a signal reaches every descendant, and each of them once.
  const grouped = {
    cwd: projectFolder,
    env: session.env,
    stdio: 'inherit',
    detached: true,
  } as const;
  const child = spawn(command, args, grouped);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const forward = (signal: NodeJS.Signals) => {
    signalGroup(child, signal);
    setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs).unref();
  };
  for (const signal of signals) process.on(signal, forward);
  try {
    return await exitStatus(child);
  } finally {
    signalGroup(child, 'SIGTERM');
    await session.close();
    for (const signal of signals) process.off(signal, forward);
  }
}

/** What ties a program to the user's own desktop: none of it may shine through into a private session. */
const isDesktopVariable = (name: string) =>
  /^(DBUS_|GNOME_KEYRING_|XDG_(CONFIG|DATA|CACHE|STATE)_HOME$|XDG_CURRENT_DESKTOP$)/.test(name);

/** A Secret Service that answers, or that D-Bus would start when asked. */
function hasKeyring(): boolean {
  if (!process.env.DBUS_SESSION_BUS_ADDRESS) return false;
  return ['ListNames', 'ListActivatableNames'].some((method) =>
    askBus(method, process.env).includes('"org.freedesktop.secrets"'),
  );
}

function askBus(method: string, env: NodeJS.ProcessEnv): string {
  const to = ['--session', '--print-reply', '--reply-timeout=2000', '--dest=org.freedesktop.DBus'];
  return output('dbus-send', [...to, '/', `org.freedesktop.DBus.${method}`], env) ?? '';
}

async function openDisplay(folder: string, servers: ChildProcess[]): Promise<NodeJS.ProcessEnv> {
  const authority = join(folder, 'xauthority');
  await writeFile(authority, anyDisplayCookie(), { mode: 0o600 });
  const screen = ['-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-auth', authority];
  const server = serve('Xvfb', ['-displayfd', '3', ...screen], servers);
  const number = await firstLine(server);
  return { DISPLAY: `:${number}`, XAUTHORITY: authority };
}

/**
 * An X authority entry with a random cookie that holds for every display: the server chooses its
 * number by itself, after it was given this file. Layout: Xau(3), big-endian 16-bit lengths.
 */
function anyDisplayCookie(): Buffer {
  const field = (data: Buffer) => Buffer.concat([Buffer.from([0, data.length]), data]);
  const anyFamily = Buffer.from([0xff, 0xff]);
  const nothing = field(Buffer.alloc(0));
  const method = field(Buffer.from('MIT-MAGIC-COOKIE-1'));
  return Buffer.concat([anyFamily, nothing, nothing, method, field(randomBytes(16))]);
}

async function openKeyring(
  folder: string,
  servers: ChildProcess[],
  outer: NodeJS.ProcessEnv,
): Promise<NodeJS.ProcessEnv> {
  const home = join(folder, 'home');
  const runtime = join(folder, 'run');
  // GNOME Keyring makes only the last folder of this path, and keeps no secret where it is missing.
  await mkdir(join(home, '.local', 'share'), { recursive: true });
  await mkdir(runtime, { mode: 0o700 });
  const address = `unix:path=${join(runtime, 'bus')}`;
  const env = { HOME: home, XDG_RUNTIME_DIR: runtime, DBUS_SESSION_BUS_ADDRESS: address };
  const inner = { ...outer, ...env };
  const bus = ['--session', '--nofork', '--print-address=3', `--address=${address}`];
  await firstLine(serve('dbus-daemon', bus, servers, inner));
  const unlocked = ['--foreground', '--unlock', '--components=secrets'];
  const keyring = serve('gnome-keyring-daemon', unlocked, servers, inner);
  keyring.stdin?.end('a private session');
  await until('gnome-keyring-daemon', keyring, () =>
    askBus('ListNames', inner).includes('"org.freedesktop.secrets"'),
  );
  return env;
}

/** Starts a server that dies with us, even when we are killed. It reports on file descriptor 3. */
function serve(
  command: string,
  args: string[],
  servers: ChildProcess[],
  env = process.env,
): ChildProcess {
  const stdio: ('pipe' | 'ignore')[] = ['pipe', 'ignore', 'ignore', 'pipe'];
  const tied = ['--pdeathsig', 'TERM', command, ...args];
  // A group of its own keeps Ctrl-C away from it: it must outlive the program that uses it.
  const server = spawn('setpriv', tied, { stdio, env, detached: true });
  // A server that ends early shows in the wait for it; a write to its closed input is no news.
  server.stdin?.on('error', () => {});
  servers.push(server);
  return server;
}

async function firstLine(server: ChildProcess): Promise<string> {
  let text = '';
  const report = server.stdio[3] as Readable;
  report.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  await until(server.spawnargs[3] ?? '', server, () => text.includes('\n'));
  return text.slice(0, text.indexOf('\n'));
}

async function until(name: string, server: ChildProcess, ready: () => boolean): Promise<void> {
  const deadline = Date.now() + readyMs;
  while (!ready()) {
    if (server.exitCode !== null) throw new Stop(`${name} ended with ${server.exitCode}.`);
    if (Date.now() > deadline) throw new Stop(`${name} was not ready after ${readyMs / 1000} s.`);
    await pause(20);
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = exitStatus(server);
  server.kill('SIGTERM');
  const killed = setTimeout(() => server.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(killed);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended already.
  }
}

if (import.meta.main) {
  await main(async () => {
    const [command, ...args] = process.argv.slice(2);
    if (!command) throw new Stop('Usage: node scripts/session.ts COMMAND [ARGUMENT...]');
    return runInSession(command, args, { keyring: 'private', display: true });
  });
}
