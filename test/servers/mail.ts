import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureSystem } from '../../scripts/system.ts';
import { type Authority, createAuthority, issueSet } from './certificates.ts';
import { startDovecot } from './dovecot.ts';
import { type PostfixPort, startPostfix } from './postfix.ts';
import { asRoot } from './privileged.ts';
import { ALICE, BOB, domain, localPart, type MailUser } from './users.ts';

/** Sockets live in the folder, and their paths are limited to 107 bytes: hence not `os.tmpdir()`. */
const TEMPORARY = '/tmp/mt-';

const DELIVERY_MS = 10_000;

export interface MailServer {
  readonly folder: string;
  /** The name that the certificates are for, besides `localhost` and 127.0.0.1. */
  readonly hostName: string;
  readonly ports: Readonly<Record<PostfixPort, number>>;
  /** What a client must trust. */
  readonly authority: Authority;
  readonly users: readonly MailUser[];
  /** Messages in a mailbox, as they lie there, oldest first. */
  messages(address: string): Promise<readonly string[]>;
  /** Waits (10 s at most) until the mailbox holds so many messages, and gives them. */
  waitForMessages(address: string, count: number): Promise<readonly string[]>;
  /** What Postfix and Dovecot wrote so far. */
  log(): Promise<string>;
  /** Ends both servers, waits for their ports to close, and removes the folder. */
  stop(): Promise<void>;
}

export interface MailServerWish {
  readonly users?: readonly MailUser[];
  readonly hostName?: string;
  readonly authority?: Authority;
  /** Further names and addresses that the certificates are for. */
  readonly names?: readonly string[];
}

/** A real Postfix with Dovecot's logins, on ports found free. Several can run at once. */
export async function startMailServer(wish: MailServerWish = {}): Promise<MailServer> {
  ensureSystem('mail');
  const users = wish.users ?? [ALICE, BOB];
  const hostName = wish.hostName ?? 'mail.acme.test';
  const authority = wish.authority ?? (await createAuthority());
  const folder = await mkdtemp(TEMPORARY);
  await chmod(folder, 0o755);
  const mailboxes = join(folder, 'mail');
  const names = [
    hostName,
    hostName.replace(/^mail\./, 'smtp.'),
    'localhost',
    '127.0.0.1',
    ...(wish.names ?? []),
  ];
  const certificates = await issueSet(authority, [...new Set(names)]);
  const dovecot = await startDovecot(join(folder, 'dc'), users);
  const postfix = await startPostfix({
    folder: join(folder, 'pf'),
    hostName,
    users,
    certificates,
    login: dovecot.socket,
    mailboxes,
  }).catch(async (error: unknown) => {
    await dovecot.stop();
    throw error;
  });
  const messages = (address: string): Promise<readonly string[]> =>
    readMaildir(join(mailboxes, domain(address), localPart(address)));
  return {
    folder,
    hostName,
    ports: postfix.ports,
    authority,
    users,
    messages,
    waitForMessages: async (address, count) => {
      const deadline = Date.now() + DELIVERY_MS;
      for (;;) {
        const found = await messages(address);
        if (found.length >= count) return found;
        if (Date.now() > deadline) {
          throw new Error(`${address} has ${found.length} messages, not ${count}`);
        }
        await pause(50);
      }
    },
    log: async () => {
      const parts = await Promise.all(
        [postfix.log, dovecot.log].map((file) => readFile(file, 'utf8').catch(() => '')),
      );
      return parts.join('');
    },
    stop: async () => {
      await Promise.all([postfix.stop(), dovecot.stop()]);
      await asRoot('rm', ['-rf', folder]).catch(() => rm(folder, { recursive: true, force: true }));
    },
  };
}

async function readMaildir(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, 'new')).catch(() => []);
  return Promise.all(names.sort().map((name) => readFile(join(folder, 'new', name), 'utf8')));
}
