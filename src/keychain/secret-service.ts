import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The state of the Secret Service's default collection (the login keyring on most desktops).
 * `absent`: the service runs but has no default collection yet.
 */
export type CollectionState = 'unlocked' | 'locked' | 'absent' | 'no-service' | 'unknown';

export interface SecretServiceState {
  readonly state: CollectionState;
  /** For technicians, in English. */
  readonly detail: string;
}

export type AskSecretService = () => Promise<SecretServiceState>;

const SERVICE = 'org.freedesktop.secrets';
const COLLECTION = '/org/freedesktop/secrets/aliases/default';
const INTERFACE = 'org.freedesktop.Secret.Collection';
const PROPERTY = 'Locked';
const GET = 'org.freedesktop.DBus.Properties.Get';

/**
 * One property is all that is needed of D-Bus, and every desktop that has a Secret Service has at
 * least one of these programs: `gdbus` comes with GLib, which libsecret stands on.
 */
const PROGRAMS: readonly (readonly [string, readonly string[]])[] = [
  [
    'gdbus',
    ['call', '--session', '--dest', SERVICE, '--object-path', COLLECTION, '--method', GET].concat(
      INTERFACE,
      PROPERTY,
    ),
  ],
  ['busctl', ['--user', 'get-property', SERVICE, COLLECTION, INTERFACE, PROPERTY]],
  [
    'dbus-send',
    ['--session', '--print-reply', `--dest=${SERVICE}`, COLLECTION, GET].concat(
      `string:${INTERFACE}`,
      `string:${PROPERTY}`,
    ),
  ],
];

/** Milliseconds: a service that is started by the question needs a moment; one that hangs is none. */
const TIMEOUT_MS = 10_000;

interface ProgramError {
  readonly code?: string | number | null;
  readonly stderr?: string;
  readonly message: string;
}

/** Asks the Secret Service (freedesktop.org, version 0.2) whether its default collection is locked. */
export async function askSecretService(
  env: NodeJS.ProcessEnv = process.env,
): Promise<SecretServiceState> {
  for (const [program, args] of PROGRAMS) {
    try {
      const { stdout } = await run(program, args, {
        timeout: TIMEOUT_MS,
        env: { ...env, LC_ALL: 'C' },
      });
      const state = /\btrue\b/.test(stdout) ? 'locked' : 'unlocked';
      return { state, detail: `the default collection is ${state}` };
    } catch (error) {
      const { code, stderr, message } = error as ProgramError;
      if (code !== 'ENOENT') return explain((stderr || message).trim());
    }
  }
  return { state: 'unknown', detail: 'gdbus, busctl and dbus-send are not installed' };
}

/** D-Bus names its errors (D-Bus specification); a missing object is called by several names. */
function explain(detail: string): SecretServiceState {
  if (
    /UnknownMethod|UnknownObject|UnknownInterface|NoSuchObject|No such (?:object|interface)/i.test(
      detail,
    )
  ) {
    return { state: 'absent', detail };
  }
  return { state: 'no-service', detail };
}
