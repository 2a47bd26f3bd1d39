import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSession } from '../../scripts/session.ts';
import { type SlowLine, startSlowLine } from '../servers/delay.ts';
import { startMailServer } from '../servers/mail.ts';
import type { MailUser } from '../servers/users.ts';
import { makePractice } from './record.ts';

/** Each stands for a mail server of its own, at the far end of its own slow line. */
const SERVERS = [
  { host: '127.0.0.2', domain: 'one.test', security: 'starttls' },
  { host: '127.0.0.3', domain: 'two.test', security: 'tls' },
  { host: '127.0.0.4', domain: 'three.test', security: 'starttls' },
  { host: '127.0.0.5', domain: 'four.test', security: 'tls' },
] as const;

const WATCH = join(import.meta.dirname, 'peak-memory.ts');

export interface Applied {
  readonly status: number | null;
  readonly results: readonly { readonly doctorId: string; readonly saved: boolean }[];
  readonly ms: number;
  /** The most memory that the command held, in MiB. */
  readonly peakMiB: number;
}

/** A large practice, whose mailboxes are spread over four servers far away. */
export interface ManyDoctors {
  readonly doctors: readonly MailUser[];
  readonly lines: readonly SlowLine[];
  /**
   * `mittente apply` of the first so many doctors; `program` is what runs the commands. `heapMiB`:
   * how much of JavaScript's memory may be in use before V8 gives up; left out, V8 takes what is there.
   */
  apply(program: string, count: number, heapMiB?: number): Promise<Applied>;
  senders(): Promise<unknown>;
  close(): Promise<void>;
}

export async function openManyDoctors(count: number, roundTripMs: number): Promise<ManyDoctors> {
  const doctors = Array.from({ length: count }, (_, index): MailUser => {
    const address = `doctor${index}@${serverOf(index).domain}`;
    return { address, password: `Pa55-${index}`, owns: [address] };
  });
  const session = await openSession({ keyring: 'private', display: false });
  const mail = await startMailServer({ users: doctors, names: SERVERS.map(({ host }) => host) });
  const lines = await Promise.all(
    SERVERS.map(({ host, security }) =>
      startSlowLine({ host, target: mail.ports[security], roundTripMs }),
    ),
  );
  const practice = await makePractice({
    caFile: './authority.pem',
    doctors: doctors.map((_, index) => ({ ...nameOf(index), contract: 'standard', sender: null })),
  });
  await writeFile(join(practice.folder, 'authority.pem'), mail.authority.pem);

  return {
    doctors,
    lines,
    async apply(program, wanted, heapMiB) {
      const chosen = doctors.slice(0, wanted);
      const answers = join(practice.folder, 'answers.json');
      const peak = join(practice.folder, 'peak');
      await writeFile(answers, JSON.stringify({ version: 1, doctors: chosen.map(answerOf) }));
      const secrets = chosen.map(({ password }, index) => [nameOf(index).id, password]);
      const words = ['apply', answers, '--secrets', '-', '--json', '--profile', practice.profile];
      const begun = performance.now();
      const limit = heapMiB === undefined ? [] : [`--max-old-space-size=${heapMiB}`];
      const child = spawn(process.execPath, [...limit, '--import', WATCH, program, ...words], {
        env: { ...session.env, PEAK_MEMORY_FILE: peak },
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      child.stdin.end(JSON.stringify(Object.fromEntries(secrets)));
      let stdout = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
      const [status] = await once(child, 'close');
      const ms = performance.now() - begun;
      const peakMiB = Number(await readFile(peak, 'utf8')) / 1024;
      return { status, results: JSON.parse(stdout).results, ms, peakMiB };
    },
    senders: practice.senders,
    async close() {
      await Promise.all(lines.map((line) => line.close()));
      await mail.stop();
      await session.close();
      await practice.remove();
    },
  };

  function answerOf({ address }: MailUser, index: number) {
    const { host, security } = serverOf(index);
    const port = lines[index % SERVERS.length]?.port;
    return {
      ...nameOf(index),
      choice: 'personal',
      address,
      smtp: { host, port, security },
    };
  }
}

const nameOf = (index: number) => ({ id: `d${index}`, name: `Dott. Mario Rossi ${index}` });

function serverOf(index: number): (typeof SERVERS)[number] {
  return SERVERS[index % SERVERS.length] as (typeof SERVERS)[number];
}
