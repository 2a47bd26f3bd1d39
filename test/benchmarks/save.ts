import { open, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Credential, Keychain } from '../../src/keychain/keychain.ts';
import { UNKNOWN_LIMITS } from '../../src/providers/catalogue.ts';
import { loadProfile } from '../../src/record/load-profile.ts';
import { saveSender } from '../../src/record/save.ts';
import type { Sender } from '../../src/record/senders.ts';
import { succeed } from '../../src/result.ts';
import { Secret } from '../../src/secret.ts';
import { makePractice } from '../support/record.ts';
import { interleave, timed } from './interleave.ts';
import { compared, type Measurement } from './measurement.ts';

const SENDERS = 1000;

export const save: Measurement = {
  name: 'save',
  title: `One change of a file of ${SENDERS} senders: saved, flushed and read back`,
  async run(effort) {
    const senders = Array.from({ length: SENDERS }, (_, index) => senderOf(index));
    const file = { version: 1, updatedAt: new Date(0).toISOString(), senders };
    const practice = await makePractice({ senders: file });
    try {
      const profile = await loadProfile(practice.profile);
      if (!profile.ok) throw new Error(profile.problem.detail);
      const bytes = await readFile(practice.sendersFile);
      const plain = join(dirname(practice.sendersFile), 'plain.json');
      const keychain = memoryKeychain();
      let change = 0;
      const saveOne = async () => {
        change += 1;
        const sender = { ...senderOf(SENDERS / 2), displayName: `Dott. Mario Rossi ${change}` };
        const password = new Secret('canary');
        const input = { profile: profile.value, keychain, sender, password, now: new Date() };
        const saved = await saveSender(input);
        if (!saved.ok) throw new Error(saved.problem.code);
      };
      const times = await interleave(
        { ours: timed(saveOne), plain: timed(() => writePlainly(plain, bytes)) },
        { rounds: effort.rounds(0.5) },
      );
      const about = { what: 'the transaction, the keychain aside', unit: 'ms' } as const;
      return [compared(about, times.ours, 'write, flush, rename, read', times.plain)];
    } finally {
      await practice.remove();
    }
  },
};

/** What a program does that takes care of one file: the same bytes, whole and on the disk. */
async function writePlainly(file: string, bytes: Buffer): Promise<void> {
  const text = JSON.stringify(JSON.parse(bytes.toString('utf8')), null, 2);
  const beside = `${file}.new`;
  await writeFile(beside, text, { flush: true });
  await rename(beside, file);
  const folder = await open(dirname(file), 'r');
  await folder.sync();
  await folder.close();
  JSON.parse(await readFile(file, 'utf8'));
}

function senderOf(index: number): Sender {
  const address = `mario.rossi.${index}@example.com`;
  return {
    doctorId: `d${index}`,
    doctorName: `Dott. Mario Rossi ${index}`,
    choice: 'personal',
    address,
    displayName: 'Dott. Mario Rossi',
    provider: null,
    smtp: {
      host: 'smtp.example.com',
      port: 465,
      security: 'tls',
      auth: 'password',
      username: address,
    },
    credential: { service: 'Mittente:smtp.example.com', account: address },
    limits: UNKNOWN_LIMITS,
    status: 'verified',
    verified: { at: '2026-11-22T10:14:58.000Z', messageId: null },
  };
}

/** The real keychain is another program, whose time is its own. */
function memoryKeychain(): Keychain {
  const stored = new Map<string, Secret>();
  const keyOf = ({ service, account }: Credential) => `${service}/${account}`;
  return {
    check: async () => succeed(undefined),
    read: async (credential) => succeed(stored.get(keyOf(credential)) ?? null),
    write: async (credential, password) => {
      stored.set(keyOf(credential), password);
      return succeed(undefined);
    },
    remove: async (credential) => succeed(stored.delete(keyOf(credential))),
  };
}
