import path from 'node:path';
import { credentialFor } from '../../../src/keychain/keychain.ts';
import { UNKNOWN_LIMITS } from '../../../src/providers/catalogue.ts';
import { createLock } from '../../../src/record/lock.ts';
import { exportSchema, type RecordProfile } from '../../../src/record/profile.ts';
import type { Sender } from '../../../src/record/senders.ts';

/** The shortest that the lock allows: the tests kill many programs that hold it. */
export const impatientLock = createLock({ staleMs: 2000, patienceMs: 20_000 });

export const TEMPLATE = 'host={{smtp.host}}\nname={{displayName}}\n';

/** A practice whose record reads the senders file and one text file for each doctor. */
export function practiceIn(folder: string): RecordProfile {
  const own = exportSchema.parse({
    path: path.join(folder, '{{doctorId}}.ini'),
    template: path.join(folder, 'template.mustache'),
    per: 'doctor',
    escape: 'ini',
  });
  return {
    file: path.join(folder, 'record-profile.json'),
    recordName: 'Cartella di prova',
    doctorsFile: null,
    sendersFile: path.join(folder, 'senders.json'),
    exports: [own],
    authorities: [],
    providersFile: null,
    example: null,
  };
}

/** The sender of the n-th save: its name and its password carry n, its host alternates. */
export function senderOfSave(doctorId: string, n: number): Sender {
  const host = n % 2 === 0 ? 'smtp.even.test' : 'smtp.odd.test';
  const username = `${doctorId}@example.test`;
  return {
    doctorId,
    doctorName: `Dott. ${doctorId}`,
    choice: 'personal',
    address: username,
    displayName: `save ${n}`,
    provider: null,
    smtp: { host, port: 465, security: 'tls', auth: 'password', username },
    credential: { ...credentialFor(host, username) },
    limits: UNKNOWN_LIMITS,
    status: 'verified',
    verified: { at: '2026-11-22T10:14:58.000Z', messageId: null },
  };
}

export const passwordOfSave = (n: number): string => `pässword ${n}`;
