import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { askSecretService } from '../../src/keychain/secret-service.ts';

const run = promisify(execFile);

/** A D-Bus session of its own with a real gnome-keyring, for one test. */
export interface Keyring {
  /** What a program needs to find this keyring and no other. */
  readonly env: NodeJS.ProcessEnv;
  /** What another program finds for exactly these attributes; null: nothing. */
  lookup(service: string, account: string): Promise<string | null>;
  /** Stores an item with any attributes, as another program would. */
  store(attributes: Readonly<Record<string, string>>, secret: string): Promise<void>;
  /** Locks the login keyring, as a desktop does when the person leaves. */
  lock(): Promise<void>;
  stop(): Promise<void>;
}

export interface Session {
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** A bus that starts no services: the only Secret Service is the one of the test, if any. */
const EMPTY_BUS = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/** Starts a private D-Bus session with its own home. No program can start a service on it. */
export async function startSession(): Promise<Session> {
  const home = await mkdtemp(join(tmpdir(), 'mittente-session-'));
  await chmod(home, 0o700);
  const config = join(home, 'bus.conf');
  await writeFile(config, EMPTY_BUS);
  const bus = spawn('dbus-daemon', ['--nofork', '--print-address=1', `--config-file=${config}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await firstLine(bus);
  return {
    env: {
      PATH: process.env.PATH,
      LANG: 'C.UTF-8',
      HOME: home,
      XDG_RUNTIME_DIR: home,
      XDG_DATA_HOME: join(home, 'data'),
      DBUS_SESSION_BUS_ADDRESS: address,
    },
    stop: async () => {
      await end(bus);
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Starts a keyring with an unlocked login collection. */
export async function startKeyring(): Promise<Keyring> {
  const session = await startSession();
  const { env } = session;
  const daemon = spawn(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets'],
    {
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  daemon.stdin.end('a password of the test');
  await untilUnlocked(env);
  return {
    env,
    lookup: async (service, account) => {
      const looked = run('secret-tool', ['lookup', 'service', service, 'account', account], {
        env,
      });
      return await looked.then(
        ({ stdout }) => stdout,
        () => null,
      );
    },
    store: async (attributes, secret) => {
      const words = Object.entries(attributes).flat();
      const tool = spawn('secret-tool', ['store', '--label=of a test', ...words], {
        env,
        stdio: ['pipe', 'ignore', 'ignore'],
      });
      tool.stdin.end(secret);
      const [code] = await once(tool, 'exit');
      if (code !== 0) throw new Error(`secret-tool store ended with ${code}`);
    },
    lock: async () => {
      await run('gdbus', LOCK, { env });
    },
    stop: async () => {
      await end(daemon);
      await session.stop();
    },
  };
}

const LOCK = [
  'call',
  '--session',
  '--dest=org.freedesktop.secrets',
  '--object-path=/org/freedesktop/secrets',
  '--method=org.freedesktop.Secret.Service.Lock',
  "['/org/freedesktop/secrets/collection/login']",
];

async function untilUnlocked(env: NodeJS.ProcessEnv): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if ((await askSecretService(env)).state === 'unlocked') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the keyring did not open');
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  return text.trim();
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
