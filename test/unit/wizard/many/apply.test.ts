import { describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../../../src/record/answers.ts';
import { succeed } from '../../../../src/result.ts';
import { Secret } from '../../../../src/secret.ts';
import type { WizardEffects } from '../../../../src/wizard/effects.ts';
import { applyMany, type ManyDoctors } from '../../../../src/wizard/many/apply.ts';
import { services } from '../../cli/surroundings.ts';
import { createWorld, PASSED, PASSWORD, REFUSED } from '../world.ts';

const answerOf = (id: string, more: Partial<Answer> = {}): Answer => ({
  id,
  name: `Dott. ${id}`,
  choice: 'personal',
  address: `${id}@example.com`,
  ...more,
});

const PATIENCE = { timeout: 4000 };

/** Doctors on one server whose probes end when the test says so. */
function practiceOf(
  answers: readonly Answer[],
  changes: Partial<ManyDoctors> = {},
  others: Partial<WizardEffects> = {},
) {
  const ends: string[] = [];
  const running = new Map<string, (result: typeof PASSED) => void>();
  const drafts: unknown[] = [];
  const effects: WizardEffects = {
    ...createWorld().effects,
    checkKeychain: async () => succeed(undefined),
    saveSender: async () => succeed(undefined),
    saveDrafts: (saved) => void drafts.push(saved),
    probe: ({ from }, { signal }) =>
      new Promise((resolve, reject) => {
        running.set(from.address.charAt(0), resolve);
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
    ...others,
  };
  const base = services();
  const all = applyMany({
    answers,
    language: 'it',
    effects,
    services: { ...base, profile: { ...base.profile, doctorsFile: null } },
    dryRun: false,
    askPassword: async () => new Secret(PASSWORD),
    onEnd: ({ id }, { kind }) => void ends.push(`${id} ${kind}`),
    ...changes,
  });
  /** Lets the probe of one doctor end, once it has begun. */
  const end = async (id: string, result = PASSED) => {
    await vi.waitFor(() => expect([...running.keys()]).toContain(id), PATIENCE);
    running.get(id)?.(result);
    running.delete(id);
  };
  const run = (...ids: readonly string[]) =>
    vi.waitFor(() => expect([...running.keys()].sort()).toEqual(ids), PATIENCE);
  return { all, ends, end, drafts, run };
}

describe('many doctors set up at once', () => {
  it('ask the keychain for nothing that nobody would see', async () => {
    const asked: string[] = [];
    const { all, end, ends } = practiceOf(
      [answerOf('a')],
      {},
      {
        missingPasswords: async () => asked.splice(0, 0, 'passwords'),
        history: async () => {
          asked.push('history');
          return [];
        },
      },
    );
    await end('a');
    await all;
    // A stopped actor's promise is still begun a moment later.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect({ ends, asked }).toEqual({ ends: ['a saved'], asked: [] });
  });

  it('are refused before anything is sent when their values could not be saved', async () => {
    const { all, ends, end } = practiceOf([
      answerOf('a', { displayName: 'Dott. \u0007' }),
      answerOf('b'),
    ]);
    await end('b');
    await all;
    expect(ends).toEqual(['a problem', 'b saved']);
  });

  it('are two at a time on one server, and each is saved or not on its own', async () => {
    const { all, ends, end, run, drafts } = practiceOf(['a', 'b', 'c'].map((id) => answerOf(id)));
    await run('a', 'b');
    await end('b', REFUSED);
    await run('a', 'c');
    await end('c');
    await end('a');
    await all;
    expect(ends.sort()).toEqual(['a saved', 'b failed', 'c saved']);
    expect(drafts).toEqual([]);
  });

  it('go on at another server while one is full', async () => {
    const other = { host: 'mail.example.com', port: 465, security: 'tls' } as const;
    const { all, end, run } = practiceOf([
      ...['a', 'b', 'c'].map((id) => answerOf(id)),
      answerOf('d', { smtp: other }),
    ]);
    await run('a', 'b', 'd');
    for (const id of ['a', 'b', 'c', 'd']) await end(id);
    await all;
  });

  it('are stopped together: none begins any more, and no test goes on', async () => {
    const stop = new AbortController();
    const started: string[] = [];
    const { all, ends, run } = practiceOf(
      ['a', 'b', 'c', 'd'].map((id) => answerOf(id)),
      { signal: stop.signal, onStart: ({ id }) => void started.push(id) },
    );
    await run('a', 'b');
    stop.abort();
    await all;
    expect(started).toEqual(['a', 'b']);
    expect(ends.sort()).toEqual(['a stopped', 'b stopped']);
  });
});
