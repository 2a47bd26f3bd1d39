import { mkdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { hashOf, journalOf } from '../../../src/record/journal.ts';
import { type Export, exportSchema } from '../../../src/record/profile.ts';
import { readSenders, type Sender, serialiseSenders } from '../../../src/record/senders.ts';
import { succeed } from '../../../src/result.ts';
import type { Services } from '../../../src/services.ts';
import {
  expectValue,
  MemoryKeychain,
  NOW,
  profileIn,
  temporaryFolder,
} from '../record/fixtures.ts';
import { PASSED, REFUSED, storedSender } from '../wizard/world.ts';
import { run, scriptedProbe, services } from './surroundings.ts';

let folder: string;
let keychain: MemoryKeychain;
let sendersFile: string;
const exports: Export[] = [];

beforeEach(async () => {
  folder = await temporaryFolder();
  sendersFile = path.join(folder, 'senders.json');
  keychain = new MemoryKeychain();
  exports.length = 0;
  await writeFile(
    path.join(folder, 'medici.json'),
    JSON.stringify(['rossi', 'bianchi'].map((id) => ({ id, name: `Dott. ${id}` }))),
  );
});

const keyOf = (id: string) => `Mittente:smtp.example.com/${id}@example.com`;

async function store(...senders: readonly Sender[]) {
  const file = { version: 1 as const, updatedAt: NOW.toISOString(), senders: [...senders] };
  await writeFile(sendersFile, serialiseSenders(file));
  for (const { doctorId } of senders) keychain.passwords.set(keyOf(doctorId), 'pass');
}

/** What a save of `bianchi` leaves that was killed after it had written the password. */
async function leaveInterrupted() {
  keychain.passwords.set(keyOf('bianchi'), 'pass');
  const journal = {
    version: 1,
    state: 'prepared',
    owner: { host: hostname(), pid: 2 ** 31 - 1 },
    doctorId: 'bianchi',
    sendersHash: hashOf(Buffer.from('the file that was not put in place')),
    targets: [],
    unused: [{ service: 'Mittente:smtp.example.com', account: 'bianchi@example.com' }],
  };
  await writeFile(journalOf(sendersFile), JSON.stringify(journal));
}

/** The next write of the senders file fails, as in a folder that is read-only. */
const makeReadOnly = () => mkdir(`${sendersFile}.mittente-new`);

async function mittente(words: readonly string[], changes: Partial<Services> = {}) {
  const profile = { ...profileIn(folder, exports), doctorsFile: path.join(folder, 'medici.json') };
  const parts = { openServices: async () => succeed(services({ profile, keychain, ...changes })) };
  return run(['--lang', 'it', ...words], { parts });
}

describe('what an interrupted save left', () => {
  it.each([
    ['remove', '--doctor', 'bianchi'],
    ['check'],
    ['check', '--doctor', 'bianchi'],
    ['status'],
    ['send', '--doctor', 'bianchi', '--to', 'a@example.com'],
  ])('is tidied up by %s', async (...words) => {
    await leaveInterrupted();
    await mittente(words);
    expect([...keychain.passwords]).toEqual([]);
  });

  it('is tidied up by send where there is a sender to send from, too', async () => {
    await store(storedSender('rossi'));
    await leaveInterrupted();
    await mittente(['send', '--doctor', 'rossi', '--to', 'a@example.com']);
    expect([...keychain.passwords.keys()]).toEqual([keyOf('rossi')]);
  });

  it('is not passed over in silence when the keychain is locked', async () => {
    await leaveInterrupted();
    keychain.problem = { code: 'keychain-locked', detail: 'locked' };
    keychain.refuses = 'remove';
    const { status, stdout } = await mittente(['remove', '--doctor', 'bianchi']);
    expect(status).toBe(4);
    expect(stdout).not.toContain('non aveva');
  });
});

describe('mittente check', () => {
  it('does not call a sender broken whose proof could not be noted', async () => {
    await store(storedSender('rossi'), storedSender('bianchi'));
    await makeReadOnly();
    const { probe } = scriptedProbe(PASSED, REFUSED);
    const { status, stdout } = await mittente(['check'], { probe });
    expect(status).toBe(3);
    expect(stdout).toContain('Dott. rossi (rossi): funziona, ma la prova non è stata annotata.');
    expect(stdout).toMatch(/Dott. bianchi \(bianchi\): non funziona\. \S/);

    const one = await mittente(['check', '--doctor', 'rossi', '--json']);
    expect(one.status).toBe(3);
    expect(one.stderr).toContain('funziona, ma');
    expect(JSON.parse(one.stdout)).toMatchObject({
      ok: true,
      diagnosis: null,
      error: { code: 'file-not-writable', message: expect.stringContaining('funziona, ma') },
    });
  });

  it('ends with the gravest of what it met', async () => {
    await store(storedSender('rossi'), storedSender('bianchi'));
    const { probe } = scriptedProbe(PASSED, REFUSED);
    expect((await mittente(['check'], { probe })).status).toBe(1);
    await makeReadOnly();
    let reads = 0;
    const locking = {
      check: async () => succeed(undefined),
      read: async (credential: { service: string; account: string }) => {
        reads += 1;
        if (reads > 1) keychain.problem = { code: 'keychain-locked', detail: 'locked' };
        return keychain.read(credential);
      },
      write: async () => succeed(undefined),
      remove: async () => succeed(false),
    };
    const { status, stdout } = await mittente(['check'], { keychain: locking });
    expect(status).toBe(4);
    expect(stdout).toContain('Dott. bianchi (bianchi): non provato.');
  });

  it('keeps the message that an earlier test has proven', async () => {
    await store(storedSender('rossi'));
    expect(
      (await mittente(['check'], { probe: async () => ({ ...PASSED, messageId: null }) })).status,
    ).toBe(0);
    const [sender] = expectValue(await readSenders(sendersFile))?.senders ?? [];
    expect(sender?.verified).toEqual({
      at: '2026-11-22T10:15:00.000Z',
      messageId: '<1@example.com>',
    });
  });
});

describe('a template that is missing', () => {
  beforeEach(async () => {
    await store(storedSender('rossi'));
    const template = path.join(folder, 'gone.mustache');
    const wish = { path: path.join(folder, 'all.ini'), template, per: 'practice', escape: 'ini' };
    exports.push(exportSchema.parse(wish));
    await writeFile(path.join(folder, 'record-profile.json'), '{}');
  });

  it('does not keep send from sending', async () => {
    const { status } = await mittente(['send', '--doctor', 'rossi', '--to', 'a@example.com']);
    expect(status).toBe(0);
  });

  it.each([['check'], ['status'], ['remove', '--doctor', 'rossi']])(
    'is told by %s, before anything is done',
    async (...words) => {
      const { probe, requests } = scriptedProbe();
      const { status, stderr } = await mittente(words, { probe });
      expect(status).toBe(3);
      expect(stderr).toContain('gone.mustache');
      expect(requests).toEqual([]);
    },
  );
});

describe('a doctor without a sender', () => {
  it('is told as such by send, senders file or not', async () => {
    const words = ['send', '--doctor', 'rossi', '--to', 'a@example.com', '--json'];
    const { status, stdout } = await mittente(words);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).error.code).toBe('no-sender');
  });

  it('loses no password that there was not', async () => {
    await store(storedSender('rossi'), storedSender('bianchi', { smtp: null, credential: null }));
    const had = await mittente(['remove', '--doctor', 'rossi']);
    expect(had.stdout).toContain('e con lui la password');
    const hadNone = await mittente(['remove', '--doctor', 'bianchi']);
    expect(hadNone.status).toBe(0);
    expect(hadNone.stdout).not.toContain('password');
  });
});
