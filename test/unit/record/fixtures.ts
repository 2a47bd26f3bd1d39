import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import {
  credentialFor,
  type Keychain,
  type KeychainProblem,
} from '../../../src/keychain/keychain.ts';
import { UNKNOWN_LIMITS } from '../../../src/providers/catalogue.ts';
import type { Export, RecordProfile } from '../../../src/record/profile.ts';
import type { Sender } from '../../../src/record/senders.ts';
import { fail, type Result, succeed } from '../../../src/result.ts';
import { Secret } from '../../../src/secret.ts';

export const NOW = new Date('2026-11-22T10:15:00.000Z');

const folders: string[] = [];

afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A folder that goes when the test file is done. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mittente-'));
  folders.push(folder);
  return folder;
}

/** Writes a file into a new folder and returns its path. */
export async function fileWith(name: string, content: string | Buffer): Promise<string> {
  const file = path.join(await temporaryFolder(), name);
  await writeFile(file, content);
  return file;
}

export function senderOf(doctorId: string, over: Partial<Sender> = {}): Sender {
  const username = `${doctorId}@example.test`;
  const host = 'smtp.example.test';
  return {
    doctorId,
    doctorName: `Dott. ${doctorId}`,
    choice: 'personal',
    address: username,
    displayName: `Dott. ${doctorId}`,
    provider: null,
    smtp: { host, port: 465, security: 'tls', auth: 'password', username },
    credential: { ...credentialFor(host, username) },
    limits: UNKNOWN_LIMITS,
    status: 'verified',
    verified: { at: '2026-11-22T10:14:58.000Z', messageId: '<1@example.test>' },
    ...over,
  };
}

export function profileIn(folder: string, exports: readonly Export[] = []): RecordProfile {
  return {
    file: path.join(folder, 'record-profile.json'),
    recordName: 'Cartella di prova',
    doctorsFile: null,
    sendersFile: path.join(folder, 'senders.json'),
    exports,
    authorities: [],
    providersFile: null,
    example: null,
  };
}

/** A keychain in memory that can be told to refuse what it is asked. */
export class MemoryKeychain implements Keychain {
  readonly passwords = new Map<string, string>();
  problem: KeychainProblem | null = null;
  refuses: 'write' | 'remove' | null = null;
  /** The next write stores something else than what it is given. */
  garblesNext = false;

  async check(): Promise<Result<void, KeychainProblem>> {
    return this.problem === null ? succeed(undefined) : fail(this.problem);
  }

  async read(credential: { service: string; account: string }) {
    if (this.problem !== null) return fail(this.problem);
    const password = this.passwords.get(`${credential.service}/${credential.account}`);
    return succeed(password === undefined ? null : new Secret(password));
  }

  async write(credential: { service: string; account: string }, password: Secret) {
    if (this.refuses === 'write') return fail(REFUSED);
    const stored = this.garblesNext ? `${password.reveal()}?` : password.reveal();
    this.garblesNext = false;
    this.passwords.set(`${credential.service}/${credential.account}`, stored);
    return succeed(undefined);
  }

  async remove(credential: { service: string; account: string }) {
    if (this.refuses === 'remove') return fail(REFUSED);
    return succeed(this.passwords.delete(`${credential.service}/${credential.account}`));
  }
}

const REFUSED: KeychainProblem = { code: 'keychain-refused', detail: 'told to refuse' };

/** The value of a result that must be one; the problem becomes the test's failure. */
export function expectValue<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}
