import { succeed } from '../../../../src/result.ts';
import { type Drafts, readDrafts } from '../../../../src/wizard/draft.ts';
import type { DriveEnd, Run, RunObserver } from '../../../../src/wizard/many/run.ts';
import { open } from '../session.ts';
import * as world from '../world.ts';

const OWN = { id: 'verdi', name: 'Dott. verdi', contract: 'standard' } as const;

export const PRACTICE = world.practice(
  world.entry('rossi'),
  world.entry('neri', { status: 'verified', sender: world.storedSender('neri') }),
  world.entry('verdi', {
    doctor: { ...OWN, sender: { address: 'verdi@example.com' } },
    status: 'unverified',
  }),
  world.entry('gallo'),
);

export const ALL = ['rossi', 'neri', 'verdi', 'gallo'];

export const saved = (doctorId: string): DriveEnd => ({
  kind: 'saved',
  sender: world.storedSender(doctorId, {
    verified: { at: '2026-11-22T10:16:00.000Z', messageId: '<proof@example.com>' },
  }),
});

export const refused = (cause = 'wrong-credentials' as const): DriveEnd => {
  const diagnosis = { ...world.REFUSAL_DIAGNOSED, cause };
  const draft = {
    at: 'password',
    choice: 'personal',
    address: 'gallo@example.com',
    manual: null,
    typedName: 'Dott. gallo',
  } as const;
  return {
    kind: 'failed',
    diagnosis,
    provider: world.provider(),
    attempt: {
      draft,
      discovery: world.found('gallo@example.com'),
      findingIndex: 0,
      stages: [],
      probeResult: world.REFUSED,
      failedAt: '2026-11-22T10:15:00.000Z',
      diagnosis,
    },
  };
};

export const UNREACHED = refused('port-blocked-or-timeout' as 'wrong-credentials');

export async function openBatch(
  drafts: Drafts = readDrafts(null),
  doctorIds: readonly string[] = ALL,
) {
  const session = await open(PRACTICE, drafts);
  session.send({ type: 'OPEN_BATCH', doctorIds: [...doctorIds] });
  await session.bring('checkKeychain', succeed(undefined));
  return batchOf(session);
}

export function batchOf(session: Awaited<ReturnType<typeof open>>) {
  const row = (id: string) => session.page('batch').rows.find((each) => each.id === id);
  const run = () => session.deedsOf('setUpMany').at(-1)?.details as [Run, RunObserver, AbortSignal];
  return {
    ...session,
    row,
    run,
    observer: () => run()[1],
    tried: () => run()[0].wishes.map(({ answer }) => answer.id),
    type: (doctorId: string, address: string) =>
      session.send({ type: 'SUBMIT_ROW_ADDRESS', doctorId, address }),
    give: (doctorId: string, password = world.PASSWORD) =>
      session.send({ type: 'GIVE_ROW_PASSWORD', doctorId, password }),
    /** Every look-up under way finds the example provider. */
    async findAll() {
      for (const { details } of session.deedsOf('discover')) {
        const [address, signal] = details as [string, AbortSignal];
        if (session.waitsFor('discover'))
          await session.bring('discover', signal.aborted ? null : world.found(address));
      }
    },
  };
}

export type BatchSession = ReturnType<typeof batchOf>;

export async function fill(session: BatchSession, ...doctorIds: readonly string[]) {
  for (const id of doctorIds) session.type(id, `${id}@example.com`);
  await session.findAll();
  for (const id of doctorIds) session.give(id);
}

export const end = (session: BatchSession, id: string, how: DriveEnd) => {
  session.observer().onStart(id);
  session.observer().onEnd(id, how);
};
