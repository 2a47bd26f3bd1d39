import { describe, expect, it } from 'vitest';
import { isAlreadySetUp } from '../../../src/cli/already-set-up.ts';
import type { Answer } from '../../../src/record/answers.ts';
import type { Sender } from '../../../src/record/senders.ts';
import { fail, succeed } from '../../../src/result.ts';
import { storedSender } from '../wizard/world.ts';
import { workingKeychain } from './surroundings.ts';

const ANSWER: Answer = {
  id: 'rossi',
  name: 'Dott. Mario Rossi',
  choice: 'personal',
  address: 'Rossi@Example.com',
};

const SERVER = { host: 'SMTP.example.com', port: 465, security: 'tls' } as const;

const isDone = (
  answer: Partial<Answer> = {},
  stored: Partial<Sender> = {},
  keychain: Pick<typeof workingKeychain, 'read'> = workingKeychain,
) => isAlreadySetUp({ ...ANSWER, ...answer }, storedSender('rossi', stored), keychain);

describe('a doctor whom an earlier run has set up', () => {
  it('is one whose proven sender is the one wanted, with its password here', async () => {
    expect(await isDone()).toBe(true);
    expect(await isDone({ smtp: SERVER, username: 'rossi@example.com' })).toBe(true);
    expect(await isDone({}, { status: 'awaiting-mail-plus' })).toBe(true);
  });

  it.each<[string, Partial<Answer>]>([
    ['address', { address: 'other@example.com' }],
    ['choice', { choice: 'mail-plus' }],
    ['name that patients see', { displayName: 'Studio Rossi' }],
    ['user name', { username: 'rossi' }],
    ['host', { smtp: { ...SERVER, host: 'mail.example.com' } }],
    ['port', { smtp: { ...SERVER, port: 587 } }],
    ['security', { smtp: { ...SERVER, security: 'starttls' } }],
  ])('is not one for whom another %s is wanted', async (_what, answer) => {
    expect(await isDone(answer)).toBe(false);
  });

  it.each<[string, Partial<Sender>]>([
    ['failing', { status: 'failing' }],
    ['unverified', { status: 'unverified' }],
    ['awaiting Mail Plus without a proof', { status: 'awaiting-mail-plus', verified: null }],
    ['without a server', { smtp: null }],
  ])('is not one whose sender is %s', async (_what, stored) => {
    expect(await isDone({}, stored)).toBe(false);
  });

  it('is not one without a sender, or whose password this keychain does not give', async () => {
    expect(await isAlreadySetUp(ANSWER, null, workingKeychain)).toBe(false);
    expect(await isDone({}, {}, { read: async () => succeed(null) })).toBe(false);
    const locked = { code: 'keychain-locked', detail: 'locked' } as const;
    expect(await isDone({}, {}, { read: async () => fail(locked) })).toBe(false);
  });

  it('is asked about by exactly the credential that the record derives', async () => {
    const asked: unknown[] = [];
    await isDone(
      {},
      {},
      {
        read: async (credential) => {
          asked.push(credential);
          return succeed(null);
        },
      },
    );
    expect(asked).toEqual([{ service: 'Mittente:smtp.example.com', account: 'rossi@example.com' }]);
  });
});
