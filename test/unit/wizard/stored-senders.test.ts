import { writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { readHistory } from '../../../src/record/history.ts';
import { readSenders, type Sender, serialiseSenders } from '../../../src/record/senders.ts';
import type { Services } from '../../../src/services.ts';
import type { Probe, ProbeResult } from '../../../src/smtp/probe.ts';
import { missingPasswords, recheckStored } from '../../../src/wizard/stored-senders.ts';
import {
  expectValue,
  MemoryKeychain,
  NOW,
  profileIn,
  senderOf,
  temporaryFolder,
} from '../record/fixtures.ts';
import { CREDENTIAL } from '../record/saving.ts';
import * as world from './world.ts';

const PASSED: ProbeResult = { ...world.PASSED, messageId: null };
const NO_NETWORK: ProbeResult = {
  ...world.REFUSED,
  failure: {
    ...world.REFUSAL,
    stage: 'dns',
    reply: null,
    error: { code: 'ENETUNREACH', message: 'connect ENETUNREACH 192.0.2.1:465' },
  },
};

let services: Services;
let keychain: MemoryKeychain;
let asked: Parameters<Probe>[0][];

beforeEach(async () => {
  const profile = profileIn(await temporaryFolder());
  const sender = senderOf('rossi');
  const file = { version: 1 as const, updatedAt: NOW.toISOString(), senders: [sender] };
  await writeFile(profile.sendersFile, serialiseSenders(file));
  keychain = new MemoryKeychain();
  keychain.passwords.set(CREDENTIAL, 'canary-Pa55');
  asked = [];
  services = { profile, keychain, catalogue: { version: 1, providers: [] } } as never;
});

function recheck(result: ProbeResult | Error, signal = new AbortController().signal) {
  const probe: Probe = async (request) => {
    asked.push(request);
    if (result instanceof Error) throw result;
    return result;
  };
  return recheckStored({ ...services, probe }, 'rossi', signal);
}

async function entry(): Promise<Sender | undefined> {
  return expectValue(await readSenders(services.profile.sendersFile))?.senders[0];
}

const noted = () => readHistory(services.profile.sendersFile, 'rossi', 10);

describe('a stored sender that is checked again', () => {
  it('is tried exactly as it is stored, without a message', async () => {
    expect(await recheck(PASSED)).toMatchObject({ state: 'ok', sender: { status: 'verified' } });
    expect(asked).toMatchObject([
      {
        server: { host: 'smtp.example.test', port: 465, security: 'tls' },
        username: 'rossi@example.test',
        from: { address: 'rossi@example.test', name: 'Dott. rossi' },
        message: null,
      },
    ]);
    expect(asked[0]?.password.reveal()).toBe('canary-Pa55');
    expect((await entry())?.verified?.at).not.toBe('2026-11-22T10:14:58.000Z');
    expect(await noted()).toMatchObject([{ change: 'checked', cause: null }]);
  });

  it('is marked as failing with its cause, and keeps its last proof', async () => {
    const outcome = await recheck(world.REFUSED);
    expect(outcome).toMatchObject({ state: 'failed', diagnosis: { stage: 'auth' } });
    expect(await entry()).toMatchObject({
      status: 'failing',
      verified: { at: '2026-11-22T10:14:58.000Z' },
    });
    const [change] = await noted();
    expect(change?.cause).toBe((await entry())?.failing?.cause);
    expect(JSON.stringify([outcome, change])).not.toContain('canary-Pa55');
  });

  it('keeps its status when there is no network', async () => {
    const outcome = await recheck(NO_NETWORK);
    expect(outcome).toMatchObject({ diagnosis: { cause: 'no-network' }, sender: null });
    expect((await entry())?.status).toBe('verified');
    expect(await noted()).toEqual([]);
  });

  it('keeps its status when the check is cancelled', async () => {
    await expect(recheck(new Error('aborted'))).rejects.toThrow('aborted');
    expect(await entry()).toEqual(senderOf('rossi'));
  });

  it('is not tried at all without its password, or with a keychain that refuses', async () => {
    keychain.passwords.clear();
    expect(await recheck(PASSED)).toEqual({ state: 'password-missing' });
    keychain.problem = { code: 'keychain-locked', detail: 'locked' };
    expect(await recheck(PASSED)).toMatchObject({ state: 'problem' });
    expect(asked).toEqual([]);
  });

  it('that somebody removed meanwhile is gone', async () => {
    await writeFile(
      services.profile.sendersFile,
      serialiseSenders({ version: 1, updatedAt: NOW.toISOString(), senders: [] }),
    );
    expect(await recheck(PASSED)).toEqual({ state: 'gone' });
  });
});

describe('passwords that this user’s keychain lacks', () => {
  const senders = [senderOf('rossi'), senderOf('verdi'), senderOf('neri', { smtp: null })];

  it('are those of stored senders alone', async () => {
    expect(await missingPasswords({ keychain }, senders)).toEqual(['verdi']);
  });

  it('are not known while the keychain cannot be read', async () => {
    keychain.problem = { code: 'keychain-locked', detail: 'locked' };
    expect(await missingPasswords({ keychain }, senders)).toEqual([]);
  });
});
