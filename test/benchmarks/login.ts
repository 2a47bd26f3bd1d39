import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildProgram } from '../../scripts/build.ts';
import { compactPrograms } from '../../scripts/package/compact.ts';
import { projectFolder } from '../../scripts/process.ts';
import { startMailServer } from '../servers/mail.ts';
import { ALICE } from '../servers/users.ts';
import { makePractice } from '../support/record.ts';
import { interleave } from './interleave.ts';
import type { LoginWish } from './login/ours.ts';
import { timedProcess } from './login/processes.ts';
import { compared, type Effort, type Line, type Measurement } from './measurement.ts';
import { unpackCommands } from './programs.ts';
import { quantile } from './statistics.ts';

const SOURCES = join(import.meta.dirname, 'login');
const FOLDER = join(projectFolder, '.cache', 'bench');
const PROBE = join(FOLDER, 'probe');

/** Logins of one process after its first. */
const LATER = 4;

export const login: Measurement = {
  name: 'login',
  title: 'The probe up to the recipient, on a real Postfix',
  async run(effort) {
    const mail = await startMailServer();
    const practice = await makePractice();
    await mkdir(FOLDER, { recursive: true });
    try {
      const command = await unpackCommands(join(FOLDER, 'package'));
      await buildProgram(join(SOURCES, 'ours.ts'), PROBE);
      await compactPrograms(PROBE);
      const caFile = join(FOLDER, 'authority.pem');
      await writeFile(caFile, mail.authority.pem);
      const lines: Line[] = [];
      for (const security of ['tls', 'starttls'] as const) {
        const wish: LoginWish = {
          host: 'localhost',
          port: mail.ports[security],
          security,
          username: ALICE.address,
          password: ALICE.password,
          authority: mail.authority.pem,
        };
        lines.push(
          ...(await measure(effort, wish, { command, caFile, profile: practice.profile })),
        );
      }
      return lines;
    } finally {
      await practice.remove();
      await mail.stop();
      await rm(FOLDER, { recursive: true, force: true });
    }
  },
};

/** What whole commands are given. */
interface Outside {
  /** The product's program, as it is installed. */
  readonly command: string;
  readonly caFile: string;
  readonly profile: string;
}

async function measure(
  effort: Effort,
  wish: LoginWish,
  { command, caFile, profile }: Outside,
): Promise<readonly Line[]> {
  const inside = async (module: string) => {
    const words = [join(SOURCES, 'inside.mjs'), module, JSON.stringify(wish), String(LATER)];
    return JSON.parse((await timedProcess(process.execPath, words)).stdout);
  };
  const whole = (command: string, words: readonly string[], stdin?: string) => async () =>
    (await timedProcess(command, words, stdin)).ms;
  const bare = join(SOURCES, 'bare.mjs');
  const once = [join(SOURCES, 'inside.mjs'), bare, JSON.stringify(wish), '0'];
  const rounds = effort.rounds(3);

  const within = await interleave(
    { ours: () => inside(join(PROBE, 'ours.js')), bare: () => inside(bare) },
    { rounds },
  );
  const processes = await interleave(
    {
      ours: whole(process.execPath, [command, ...ownWords(wish, caFile, profile)], wish.password),
      bare: whole(process.execPath, once),
      swaks: whole('swaks', swaksWords(wish, caFile)),
      curl: whole('curl', curlWords(wish, caFile)),
    },
    { rounds },
  );
  const what = (kind: string) => ({ what: `${wish.security}, ${kind}`, unit: 'ms' }) as const;
  type Inside = { readonly first: number; readonly later: readonly number[] };
  const first = (samples: readonly Inside[]) => samples.map((each) => each.first);
  const later = (samples: readonly Inside[]) => samples.flatMap((each) => each.later);
  // One of each round, beside a program that was run once in each.
  const laterOf = (samples: readonly Inside[]) => samples.map((each) => quantile(each.later, 0.5));
  const { ours, bare: socket, swaks, curl } = processes;
  return [
    compared(
      { ...what('later ones in a process'), goal: 1.1 },
      later(within.ours),
      SOCKET,
      later(within.bare),
    ),
    compared(
      { ...what('the first in a process'), goal: 1.1 },
      first(within.ours),
      SOCKET,
      first(within.bare),
    ),
    compared({ ...what('later ones in a process'), goal: 1 }, laterOf(within.ours), 'swaks', swaks),
    compared({ ...what('later ones in a process'), goal: 1 }, laterOf(within.ours), 'curl', curl),
    compared({ ...what('whole command'), goal: 1.1 }, ours, SOCKET, socket),
    compared(what('whole command'), ours, 'swaks', swaks),
    compared(what('whole command'), ours, 'curl', curl),
  ];
}

const SOCKET = 'a bare socket script';

function ownWords({ host, port, security, username }: LoginWish, caFile: string, profile: string) {
  const server = ['--host', host, '--port', String(port), '--security', security];
  const rest = ['--ca', caFile, '--profile', profile, '--no-message', '--password-stdin'];
  return ['test', '--address', username, ...server, ...rest];
}

/** As far as the recipient, like ours. */
function swaksWords({ host, port, security, username, password }: LoginWish, caFile: string) {
  const tls = security === 'tls' ? ['--tls-on-connect'] : ['--tls'];
  const trust = ['--tls-verify', '--tls-ca-path', caFile];
  const user = ['--auth', 'PLAIN', '--auth-user', username, '--auth-password', password];
  const envelope = ['--from', username, '--to', username, '--quit-after', 'RCPT'];
  return ['--server', host, '--port', String(port), ...tls, ...trust, ...user, ...envelope];
}

/** curl knows no way to stop after a recipient: it logs in and says NOOP. */
function curlWords({ host, port, security, username, password }: LoginWish, caFile: string) {
  const url = `${security === 'tls' ? 'smtps' : 'smtp'}://${host}:${port}/[127.0.0.1]`;
  const tls = ['--ssl-reqd', '--cacert', caFile, '--globoff'];
  const user = ['--user', `${username}:${password}`, '--login-options', 'AUTH=PLAIN'];
  return ['--silent', '--show-error', ...tls, ...user, '--request', 'NOOP', url];
}
