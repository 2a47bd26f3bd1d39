import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/record/answers.ts';
import { fail, succeed } from '../../../../src/result.ts';
import { Secret } from '../../../../src/secret.ts';
import type { ProbeResult } from '../../../../src/smtp/probe.ts';
import type { WizardEffects } from '../../../../src/wizard/effects.ts';
import { type Drive, drive } from '../../../../src/wizard/many/drive.ts';
import { CANARY } from '../../cli/surroundings.ts';
import {
  blocked,
  createWorld,
  entry,
  found,
  nothingFound,
  offline,
  PASSED,
  practice,
  preparedProvider,
  REFUSAL,
  REFUSED,
  storedSender,
} from '../world.ts';

const ANSWER: Answer = {
  id: 'rossi',
  name: 'Dott. Mario Rossi',
  choice: 'personal',
  address: 'mario@example.com',
};

const UNREACHED: ProbeResult = {
  ...REFUSED,
  failure: { ...REFUSAL, stage: 'tcp', reply: null },
};

/** The wizard on effects that answer at once; `saved` and `probed` are what it did. */
function world(changes: Partial<WizardEffects> = {}, ...results: readonly ProbeResult[]) {
  const saved: Parameters<WizardEffects['saveSender']>[] = [];
  const probed: Parameters<WizardEffects['probe']>[0][] = [];
  const requested: string[] = [];
  const effects: WizardEffects = {
    ...createWorld().effects,
    loadPractice: async () => succeed(practice(entry('rossi'), entry('bianchi'))),
    checkKeychain: async () => succeed(undefined),
    recallPassword: async () => succeed(new Secret('the stored one')),
    discover: async (address) => found(address),
    probe: async (request) => {
      probed.push(request);
      return results[probed.length - 1] ?? PASSED;
    },
    saveSender: async (...saving) => {
      saved.push(saving);
      return succeed(undefined);
    },
    recordMailPlusRequest: async ({ id }) => {
      requested.push(id);
      return succeed(undefined);
    },
    ...changes,
  };
  const go = (answer: Partial<Answer> = {}, more: Partial<Drive> = {}) =>
    drive({
      answer: { ...ANSWER, ...answer },
      language: 'it',
      effects,
      dryRun: false,
      askPassword: async () => new Secret(CANARY),
      ...more,
    });
  return { go, saved, probed, requested };
}

describe('a doctor driven through the wizard', () => {
  it('is proven, then saved, with the name that patients see', async () => {
    const { go, saved, probed } = world();
    expect(await go({ displayName: 'Studio Rossi' })).toMatchObject({ kind: 'saved' });
    expect(probed).toHaveLength(1);
    expect(saved).toHaveLength(1);
    const [sender, password] = saved[0] ?? [];
    expect(sender).toMatchObject({
      doctorId: 'rossi',
      displayName: 'Studio Rossi',
      address: 'mario@example.com',
      status: 'verified',
    });
    expect(password?.reveal()).toBe(CANARY);
  });

  it('goes past the preparation that a provider wants', async () => {
    const { go } = world({ discover: async (address) => found(address, preparedProvider()) });
    expect(await go()).toMatchObject({ kind: 'saved' });
  });

  it.each(['verified', 'failing', 'awaiting-mail-plus', 'not-concerned', 'unverified'] as const)(
    'gets the new mailbox whatever the old one is: %s',
    async (status) => {
      const old = storedSender('rossi', { address: 'old@example.com', status });
      const loaded = practice(entry('rossi', { sender: old, status }), entry('bianchi'));
      const { go, saved, probed } = world({ loadPractice: async () => succeed(loaded) });
      expect(await go()).toMatchObject({ kind: 'saved' });
      expect(probed.map(({ from }) => from.address)).toEqual(['mario@example.com']);
      expect(probed[0]?.password.reveal()).toBe(CANARY);
      expect(saved[0]?.[0].address).toBe('mario@example.com');
    },
  );

  it('is not saved by a dry run', async () => {
    const { go, saved, probed } = world();
    expect(await go({}, { dryRun: true })).toEqual({ kind: 'proven' });
    expect(probed).toHaveLength(1);
    expect(saved).toHaveLength(0);
  });

  it('is not saved when the password is refused, which is sent once', async () => {
    const { go, saved, probed } = world({}, REFUSED);
    expect(await go()).toMatchObject({
      kind: 'failed',
      diagnosis: { cause: 'wrong-credentials', stage: 'auth' },
    });
    expect(probed).toHaveLength(1);
    expect(saved).toHaveLength(0);
  });

  it('is tried on the next server when the first is not reached, and on no third', async () => {
    const first = world({}, UNREACHED);
    expect(await first.go()).toMatchObject({ kind: 'saved' });
    expect(first.saved[0]?.[0].smtp?.port).toBe(587);
    const both = world({}, UNREACHED, UNREACHED);
    expect((await both.go()).kind).toBe('failed');
    expect(both.probed).toHaveLength(2);
  });

  it('is asked for no password when the mailbox cannot serve', async () => {
    const askPassword = async () => {
      throw new Error('no password may be asked for');
    };
    for (const discovery of [blocked, nothingFound, offline]) {
      const { go } = world({ discover: async (address) => discovery(address) });
      const end = await go({}, { askPassword });
      expect(end).toMatchObject({ kind: 'refused', discovery: { address: 'mario@example.com' } });
    }
    const { go } = world();
    expect((await go({ address: 'mario' }, { askPassword })).kind).toBe('malformed');
  });

  it('without a password, or with an empty one, is told so', async () => {
    const { go } = world();
    expect(await go({}, { askPassword: async () => null })).toEqual({ kind: 'password-missing' });
    expect(await go({}, { askPassword: async () => new Secret(' ') })).toEqual({
      kind: 'password-empty',
    });
    expect(await go({}, { askPassword: async () => new Secret('a\nb') })).toEqual({
      kind: 'password-line-break',
    });
  });

  it('whom the record does not know is not another doctor', async () => {
    const alone = practice(entry('bianchi'));
    for (const loaded of [alone, practice(entry('bianchi'), entry('verdi'))]) {
      const { go, saved } = world({ loadPractice: async () => succeed(loaded) });
      expect(await go()).toEqual({ kind: 'unknown-doctor' });
      expect(saved).toHaveLength(0);
    }
  });

  it('is made from the answers where the record exports no doctors', async () => {
    const { practice: empty, example } = practice();
    const loaded = { practice: { ...empty, doctorsFromRecord: false }, example };
    const { go, saved } = world({ loadPractice: async () => succeed(loaded) });
    expect(await go()).toMatchObject({ kind: 'saved' });
    expect(saved[0]?.[0]).toMatchObject({ doctorId: 'rossi', doctorName: 'Dott. Mario Rossi' });
  });

  it('with Mail Plus and an address is set up like any mailbox', async () => {
    const { go, saved, requested } = world();
    expect(await go({ choice: 'mail-plus' })).toMatchObject({ kind: 'saved' });
    expect(saved[0]?.[0].choice).toBe('mail-plus');
    expect(requested).toEqual([]);
  });

  it('is told when the practice, the keychain or the save has a problem', async () => {
    const locked = { code: 'keychain-locked', detail: 'locked' } as const;
    const full = { ...locked, restored: true } as const;
    for (const [changes, problem] of [
      [{ loadPractice: async () => fail(locked) }, locked],
      [{ checkKeychain: async () => fail(locked) }, locked],
      [{ saveSender: async () => fail(full) }, full],
    ] as const) {
      const { go } = world(changes);
      expect(await go()).toEqual({ kind: 'problem', problem });
    }
  });
});

describe('a doctor who waits for Mail Plus', () => {
  const waiting = { choice: 'mail-plus', address: '' } as const;

  it('has the request noted, once', async () => {
    const { go, requested, probed } = world();
    expect(await go(waiting)).toEqual({ kind: 'requested' });
    expect(requested).toEqual(['rossi']);
    expect(probed).toHaveLength(0);
  });

  it('has nothing noted by a dry run', async () => {
    const { go, requested } = world();
    expect(await go(waiting, { dryRun: true })).toEqual({ kind: 'proven' });
    expect(requested).toEqual([]);
  });

  it('is told when the request could not be noted', async () => {
    const problem = { code: 'keychain-locked', detail: 'locked', restored: true } as const;
    const { go } = world({ recordMailPlusRequest: async () => fail(problem) });
    expect(await go(waiting)).toEqual({ kind: 'problem', problem });
  });
});

describe('a doctor whose path is stopped from outside', () => {
  const later = <Value>() => {
    let bring: (value: Value) => void = () => undefined;
    const promise = new Promise<Value>((resolve) => {
      bring = resolve;
    });
    return { promise, bring };
  };
  const settle = async () => {
    for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
  };

  it('is not saved, and the test that runs is given up', async () => {
    const stop = new AbortController();
    let signal: AbortSignal | undefined;
    const { go, saved } = world({
      probe: (_request, observer) => {
        signal = observer.signal;
        return new Promise(() => undefined);
      },
    });
    const end = go({}, { signal: stop.signal });
    await settle();
    expect(signal?.aborted).toBe(false);
    stop.abort();
    expect(await end).toEqual({ kind: 'stopped' });
    expect(signal?.aborted).toBe(true);
    expect(saved).toHaveLength(0);
  });

  it('is saved all the same when the save has begun', async () => {
    const stop = new AbortController();
    const saving = later<ReturnType<typeof succeed<void>>>();
    const { go } = world({ saveSender: () => saving.promise });
    const end = go({}, { signal: stop.signal });
    await settle();
    stop.abort();
    saving.bring(succeed(undefined));
    expect(await end).toMatchObject({ kind: 'saved', sender: { doctorId: 'rossi' } });
  });

  it('does not begin after the stop', async () => {
    const { go, probed } = world();
    expect(await go({}, { signal: AbortSignal.abort() })).toEqual({ kind: 'stopped' });
    expect(probed).toHaveLength(0);
  });
});

describe('a doctor whose test failed', () => {
  it('leaves what the own path needs to go on from there', async () => {
    const { go } = world({}, REFUSED);
    expect(await go()).toMatchObject({
      attempt: {
        draft: { address: 'mario@example.com', choice: 'personal' },
        discovery: { address: 'mario@example.com' },
        diagnosis: { cause: 'wrong-credentials' },
        failedAt: '2026-11-22T10:15:00.000Z',
      },
    });
  });
});
