import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureSystem } from '../../../scripts/system.ts';
import { issueCertificate } from '../../servers/certificates.ts';
import { ALICE, BOB } from '../../servers/users.ts';
import { openPractice, type TestPractice } from '../cli/practice.ts';
import { deployProfile, edit } from './shipped.ts';

let practice: TestPractice;

beforeAll(async () => {
  ensureSystem('profiles');
  practice = await openPractice();
  await deployProfile('msmtp', practice.folder);
  // The practice has a mail server of its own: both Mittente and msmtp must trust its authority.
  await edit(practice.file('record-profile.json'), (text) =>
    JSON.stringify({ ...JSON.parse(text), trust: { caFile: './authority.pem' } }),
  );
  await edit(practice.file('msmtprc.mustache'), (text) =>
    text.replace('tls_trust_file system', `tls_trust_file "${practice.file('authority.pem')}"`),
  );
});

afterAll(async () => {
  await practice?.close();
});

interface Wish {
  readonly id: string;
  readonly address: string;
  readonly username?: string;
  readonly server: { readonly port: number; readonly security: 'tls' | 'starttls' };
  readonly password: string;
}

async function apply({ id, address, username, server, password }: Wish): Promise<void> {
  const smtp = { host: 'localhost', ...server };
  const doctor = { id, name: 'Dott. Mario Rossi', choice: 'personal', address, username, smtp };
  await practice.write('answers.json', { version: 1, doctors: [doctor] });
  const words = ['apply', practice.file('answers.json'), '--secrets', '-', '--json'];
  const { status, stdout } = await practice.run(words, JSON.stringify({ [id]: password }));
  expect(status, stdout).toBe(0);
}

/** Sends with the written file alone; what msmtp complains of, if it does. */
async function msmtp(id: string, to: string, message: string, env = practice.env): Promise<string> {
  const child = spawn('msmtp', [`--file=${practice.file(`${id}.msmtprc`)}`, '--', to], {
    cwd: practice.folder,
    env,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  child.stdin.end(message);
  const [status] = await once(child, 'close');
  return status === 0 ? complaint : `${status}: ${complaint}`;
}

describe('the profile for msmtp', () => {
  it.each(['tls', 'starttls'] as const)('makes msmtp send through Postfix by %s', async (way) => {
    const server = { port: practice.mail.ports[way], security: way };
    await apply({ id: 'rossi', address: ALICE.address, password: ALICE.password, server });
    const before = (await practice.mail.messages(BOB.address)).length;
    expect(await msmtp('rossi', BOB.address, `Subject: by ${way}\n\nBuongiorno.\n`)).toBe('');
    const messages = await practice.mail.waitForMessages(BOB.address, before + 1);
    const arrived = messages.find((message) => message.includes(`Subject: by ${way}`));
    expect(arrived).toContain(`From: ${ALICE.address}`);
    expect(arrived).toContain(`Return-Path: <${ALICE.address}>`);
  });

  it('writes no password, and msmtp sends nothing once the keychain has none', async () => {
    expect(await practice.everything()).not.toContain(ALICE.password);
    const env = { ...practice.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
    const complaint = await msmtp('rossi', BOB.address, 'Subject: x\n\nx\n', env);
    expect(complaint).toMatch(/^\d+: .*cannot read output of 'secret-tool/s);
  });

  it('keeps a user name that the shell would execute one harmless word', async () => {
    const username = `d'angelo "$(touch made)" \`touch made\` ; touch made # & \\`;
    const password = `pà€s'wörd "$HOME" \\ x`;
    const logins: Login[] = [];
    const server = await startListener((login) => logins.push(login));
    try {
      const wish = { id: 'dangelo', address: 'dangelo@acme.test', username, password };
      await apply({ ...wish, server: { port: server.port, security: 'tls' } });
      expect(logins.at(-1)).toEqual({ username, password });
      logins.length = 0;
      expect(await msmtp('dangelo', BOB.address, 'Subject: x\n\nx\n')).toBe('');
      expect(logins).toEqual([{ username, password }]);
      expect(existsSync(practice.file('made'))).toBe(false);
    } finally {
      await server.close();
    }
  });
});

interface Login {
  readonly username: string | null | undefined;
  readonly password: string | null | undefined;
}

/** A server that takes every login and every message, and tells who logged in. */
async function startListener(onLogin: (login: Login) => void) {
  const wish = { commonName: 'localhost', names: ['localhost'] };
  const { key, certificate } = await issueCertificate(practice.mail.authority, wish);
  const server = new SMTPServer({
    secure: true,
    key,
    cert: certificate,
    authMethods: ['PLAIN'],
    onAuth: ({ username, password }, _session, done) => {
      onLogin({ username, password });
      done(null, { user: username });
    },
    onData: (stream, _session, done) => {
      stream.on('end', () => done()).resume();
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return { port, close: () => new Promise<void>((done) => server.close(done)) };
}
