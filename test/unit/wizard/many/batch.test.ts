import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_EVENT_SIZE } from '../../../../electron/ipc-schema.ts';
import { isLargerThan } from '../../../../electron/size.ts';
import { fail, succeed } from '../../../../src/result.ts';
import { type Drafts, readDrafts } from '../../../../src/wizard/draft.ts';
import { wizardEventSchema } from '../../../../src/wizard/events.ts';
import type { DriveEnd, Run, RunObserver } from '../../../../src/wizard/many/run.ts';
import { open } from '../session.ts';
import * as world from '../world.ts';

const OWN = { id: 'verdi', name: 'Dott. verdi', contract: 'standard' } as const;

const PRACTICE = world.practice(
  world.entry('rossi'),
  world.entry('neri', { status: 'verified', sender: world.storedSender('neri') }),
  world.entry('verdi', {
    doctor: { ...OWN, sender: { address: 'verdi@example.com' } },
    status: 'unverified',
  }),
  world.entry('gallo'),
);

const ALL = ['rossi', 'neri', 'verdi', 'gallo'];

const saved = (doctorId: string): DriveEnd => ({
  kind: 'saved',
  sender: world.storedSender(doctorId, {
    verified: { at: '2026-11-22T10:16:00.000Z', messageId: '<proof@example.com>' },
  }),
});

const refused = (cause = 'wrong-credentials' as const): DriveEnd => {
  const diagnosis = { ...world.createWorld().effects.diagnose(world.REFUSAL, null, null), cause };
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

const UNREACHED = refused('port-blocked-or-timeout' as 'wrong-credentials');

async function openBatch(drafts: Drafts = readDrafts(null), doctorIds: readonly string[] = ALL) {
  const session = await open(PRACTICE, drafts);
  session.send({ type: 'OPEN_BATCH', doctorIds: [...doctorIds] });
  await session.bring('checkKeychain', succeed(undefined));
  return batchOf(session);
}

function batchOf(session: Awaited<ReturnType<typeof open>>) {
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

type BatchSession = ReturnType<typeof batchOf>;

async function fill(session: BatchSession, ...doctorIds: readonly string[]) {
  for (const id of doctorIds) session.type(id, `${id}@example.com`);
  await session.findAll();
  for (const id of doctorIds) session.give(id);
}

const end = (session: BatchSession, id: string, how: DriveEnd) => {
  session.observer().onStart(id);
  session.observer().onEnd(id, how);
};

describe('the table of several doctors', () => {
  it('has the addresses that are known, and looks them up at once', async () => {
    const session = await openBatch();
    expect(session.page('batch').rows.map(({ address }) => address)).toEqual([
      '',
      'neri@example.com',
      'verdi@example.com',
      '',
    ]);
    expect(session.deedsOf('discover').map(({ details }) => details[0])).toEqual([
      'neri@example.com',
      'verdi@example.com',
    ]);
    await session.findAll();
    expect(session.row('neri')?.answer).toMatchObject({ kind: 'known' });
  });

  it('opens for nobody, and for nobody unknown, not at all', async () => {
    const session = await open(PRACTICE);
    expect(session.can({ type: 'OPEN_BATCH', doctorIds: ['nobody'] })).toBe(false);
    expect(session.can({ type: 'RESUME_BATCH' })).toBe(false);
  });

  it('asks for nothing before there is a place to keep passwords', async () => {
    const session = await open(PRACTICE);
    session.send({ type: 'OPEN_BATCH', doctorIds: ALL });
    const problem = { code: 'keychain-locked', detail: 'locked' } as const;
    await session.bring('checkKeychain', fail(problem));
    expect(session.page('problem').problem).toEqual(problem);
    session.send({ type: 'RELOAD' });
    await session.bring('checkKeychain', succeed(undefined));
    expect(session.page('batch').phase).toBe('filling');
  });

  it('takes no password where the mailbox cannot serve, or is not known to', async () => {
    const session = await openBatch(readDrafts(null), ['rossi', 'gallo']);
    session.type('rossi', 'rossi@pec.example.com');
    await session.bring('discover', world.blocked('rossi@pec.example.com'));
    session.type('gallo', 'gallo@example.com');
    session.give('rossi');
    session.give('gallo');
    expect(session.row('rossi')?.answer).toMatchObject({ kind: 'blocked', reason: 'pec' });
    session.send({ type: 'START_BATCH' });
    expect(session.page('batch')).toMatchObject({ phase: 'filling', nothingToRun: true });
    expect(session.deedsOf('setUpMany')).toEqual([]);
    await session.bring('discover', world.found('gallo@example.com'));
    expect(session.page('batch').rows.map(({ passwordKept }) => passwordKept)).toEqual([
      false,
      false,
    ]);
  });

  it('tells what is wrong with an address when its field is left, and not before', async () => {
    const session = await openBatch();
    session.send({ type: 'TYPE_ROW_ADDRESS', doctorId: 'rossi', address: 'rossi' });
    expect(session.row('rossi')?.answer.kind).toBe('incomplete');
    session.type('rossi', 'rossi');
    expect(session.row('rossi')?.answer).toMatchObject({
      kind: 'malformed',
      problem: 'no-at-sign',
    });
    session.type('rossi', '');
    expect(session.row('rossi')?.answer.kind).toBe('empty');
  });

  it('never shows a password, nor remembers one', async () => {
    const session = await openBatch();
    await fill(session, 'rossi', 'gallo');
    const everything = () => JSON.stringify([session.view(), session.deedsOf('saveDrafts')]);
    expect(everything()).not.toContain(world.PASSWORD);
    session.send({ type: 'START_BATCH' });
    end(session, 'gallo', UNREACHED);
    expect(everything()).not.toContain(world.PASSWORD);
    expect(JSON.stringify(session.actor.getPersistedSnapshot())).not.toContain(world.PASSWORD);
  });
});

describe('typing in a row', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is looked up after a pause, and the look-up of an older text is given up', async () => {
    const session = await openBatch(readDrafts(null), ['rossi']);
    session.send({ type: 'TYPE_ROW_ADDRESS', doctorId: 'rossi', address: 'r@example.co' });
    await vi.advanceTimersByTimeAsync(100);
    session.send({ type: 'TYPE_ROW_ADDRESS', doctorId: 'rossi', address: 'r@example.com' });
    await vi.advanceTimersByTimeAsync(249);
    expect(session.deedsOf('discover')).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(session.deedsOf('discover').map(({ details }) => details[0])).toEqual(['r@example.com']);
    session.type('rossi', 'other@example.com');
    await session.bring('discover', world.found('r@example.com'));
    expect(session.row('rossi')).toMatchObject({
      address: 'other@example.com',
      answer: { kind: 'looking' },
    });
  });
});

describe('a run', () => {
  it('tries those who have an address and a password, and leaves the others', async () => {
    const session = await openBatch();
    await fill(session, 'rossi', 'gallo');
    session.send({ type: 'START_BATCH' });
    expect(session.tried()).toEqual(['rossi', 'gallo']);
    expect(session.run()[0].wishes[0]?.answer).toEqual({
      id: 'rossi',
      name: 'Dott. rossi',
      choice: 'personal',
      address: 'rossi@example.com',
    });
    session.observer().onStart('rossi');
    expect(session.row('rossi')?.result).toEqual({ state: 'running' });
    expect(session.row('gallo')?.result).toEqual({ state: 'waiting' });
    expect(session.row('neri')?.result).toBeNull();
    expect(session.page('batch').summary).toEqual({ total: 4, saved: 0, running: 2, done: 0 });
  });

  it('tells of each how it ended, and the list knows it too', async () => {
    const session = await openBatch();
    await fill(session, 'rossi', 'gallo');
    session.send({ type: 'START_BATCH' });
    end(session, 'rossi', saved('rossi'));
    end(session, 'gallo', refused());
    await session.bring('setUpMany', undefined);
    expect(session.page('batch')).toMatchObject({
      phase: 'ended',
      summary: { total: 4, saved: 1, running: 2, done: 2 },
    });
    expect(session.row('rossi')?.result).toEqual({ state: 'saved' });
    expect(session.row('gallo')).toMatchObject({
      address: 'gallo@example.com',
      result: { state: 'failed', title: 'Titolo di wrong-credentials' },
    });
  });

  it.each<[string, DriveEnd, unknown]>([
    [
      'a mailbox that cannot serve',
      { kind: 'refused', discovery: world.offline('a@b.it') as never },
      { state: 'refused', reason: 'no-network' },
    ],
    ['a line break', { kind: 'password-line-break' }, { state: 'password', problem: 'line-break' }],
    ['a doctor who is gone', { kind: 'unknown-doctor' }, { state: 'gone' }],
    [
      'a full disk',
      { kind: 'problem', problem: { code: 'keychain-locked', detail: 'locked' } },
      { state: 'problem', problem: { code: 'keychain-locked', detail: 'locked' } },
    ],
  ])('tells of %s', async (_what, how, result) => {
    const session = await openBatch();
    await fill(session, 'rossi');
    session.send({ type: 'START_BATCH' });
    end(session, 'rossi', how);
    expect(session.row('rossi')?.result).toEqual(result);
  });

  it('is stopped on request, and heard out to its end', async () => {
    const session = await openBatch();
    await fill(session, 'rossi', 'gallo', 'verdi');
    session.send({ type: 'START_BATCH' });
    session.observer().onStart('rossi');
    session.observer().onStart('gallo');
    session.send({ type: 'STOP_BATCH' });
    expect(session.page('batch').phase).toBe('stopping');
    expect(session.run()[2].aborted).toBe(true);
    session.observer().onEnd('gallo', { kind: 'stopped' });
    session.observer().onEnd('rossi', saved('rossi'));
    await session.bring('setUpMany', undefined);
    const states = session.page('batch').rows.map(({ result }) => result?.state);
    expect(states).toEqual(['saved', undefined, 'stopped', 'stopped']);
  });

  it('gives way to what the record asks for, once it has stopped', async () => {
    const session = await openBatch();
    await fill(session, 'rossi');
    session.send({ type: 'START_BATCH' });
    session.send({ type: 'REPAIR', doctorId: 'gallo', error: null });
    expect(session.run()[2].aborted).toBe(true);
    expect(session.waitsFor('loadPractice')).toBe(false);
    await session.bring('setUpMany', undefined);
    await session.bring('loadPractice', succeed(PRACTICE));
    expect(session.view().doctor?.id).toBe('gallo');
  });

  it('is not left while it goes on', async () => {
    const session = await openBatch();
    await fill(session, 'rossi');
    session.send({ type: 'START_BATCH' });
    for (const event of [
      { type: 'HOME' },
      { type: 'BACK' },
      { type: 'OPEN_DOCTOR', doctorId: 'gallo' },
    ] as const) {
      expect(session.can(event)).toBe(false);
    }
  });
});

describe('those who were not saved', () => {
  async function afterRun(how: DriveEnd) {
    const session = await openBatch();
    await fill(session, 'rossi', 'gallo');
    session.send({ type: 'START_BATCH' });
    end(session, 'rossi', saved('rossi'));
    end(session, 'gallo', how);
    await session.bring('setUpMany', undefined);
    return session;
  }

  it('are tried again without their password where it was not what failed', async () => {
    const session = await afterRun(UNREACHED);
    session.send({ type: 'RETRY_BATCH' });
    expect(session.row('gallo')).toMatchObject({
      passwordKept: true,
      result: { state: 'failed', title: 'Titolo di port-blocked-or-timeout' },
    });
    session.send({ type: 'START_BATCH' });
    expect(session.tried()).toEqual(['gallo']);
    expect(session.run()[0].wishes[0]?.password.reveal()).toBe(world.PASSWORD);
  });

  it('are asked for it again where it was, or where the address is another', async () => {
    const session = await afterRun(refused());
    session.send({ type: 'RETRY_BATCH' });
    expect(session.row('gallo')?.passwordKept).toBe(false);
    const other = await afterRun(UNREACHED);
    other.send({ type: 'RETRY_BATCH' });
    other.type('gallo', 'other@example.com');
    expect(other.row('gallo')).toMatchObject({ passwordKept: false, result: null });
  });

  it('leave no password behind when the page is left', async () => {
    const session = await afterRun(UNREACHED);
    const kept = () => session.actor.getSnapshot().context.batch?.rows.map((row) => row.password);
    expect(kept()?.some((password) => password !== null)).toBe(true);
    session.send({ type: 'BACK' });
    expect(kept()).toEqual([null, null, null, null]);
    await session.bring('loadPractice', succeed(PRACTICE));
    session.send({ type: 'RESUME_BATCH' });
    await session.bring('checkKeychain', succeed(undefined));
    expect(session.row('gallo')).toMatchObject({
      passwordKept: false,
      result: { state: 'failed', title: 'Titolo di port-blocked-or-timeout' },
    });
  });

  it('open on their own path with the whole diagnosis, and no password', async () => {
    const session = await afterRun(refused());
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'gallo' });
    expect(session.page('failure')).toMatchObject({
      address: 'gallo@example.com',
      cause: 'wrong-credentials',
      technical: expect.arrayContaining(['S: 535 5.7.8 Error: authentication failed']),
    });
    session.send({ type: 'RETRY' });
    expect(session.page('password').address).toBe('gallo@example.com');
  });

  it('open at their address where nothing was tried', async () => {
    const session = await afterRun({ kind: 'stopped' });
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'gallo' });
    expect(session.page('address').address).toBe('gallo@example.com');
  });

  it('are none when all are saved', async () => {
    const session = await openBatch(readDrafts(null), ['rossi']);
    await fill(session, 'rossi');
    session.send({ type: 'START_BATCH' });
    end(session, 'rossi', saved('rossi'));
    await session.bring('setUpMany', undefined);
    expect(session.can({ type: 'RETRY_BATCH' })).toBe(false);
    expect(session.lastDrafts().batch).toBeUndefined();
  });
});

describe('a batch that was interrupted', () => {
  const LEFT: Drafts = {
    version: 1,
    open: null,
    doctors: {},
    batch: {
      startedAt: '2026-11-22T10:00:00.000Z',
      total: 10,
      addresses: {
        rossi: 'rossi@example.com',
        neri: 'neri@example.com',
        gallo: '',
        gone: 'x@y.it',
      },
    },
  };

  it('is remembered with every address, and with each save, from the first key on', async () => {
    const session = await openBatch();
    expect(session.deedsOf('saveDrafts')).toEqual([]);
    session.type('rossi', 'rossi@example.com');
    expect(session.lastDrafts().batch).toMatchObject({
      total: 4,
      addresses: { rossi: 'rossi@example.com', gallo: '' },
    });
    await fill(session, 'rossi', 'gallo');
    session.send({ type: 'START_BATCH' });
    end(session, 'rossi', saved('rossi'));
    expect(Object.keys(session.lastDrafts().batch?.addresses ?? {})).toEqual([
      'neri',
      'verdi',
      'gallo',
    ]);
  });

  it('is offered at the next start with those who are missing', async () => {
    const session = await open(PRACTICE, LEFT);
    expect(session.page('home').unfinished).toEqual({ missing: 3, total: 10 });
    session.send({ type: 'RESUME_BATCH' });
    await session.bring('checkKeychain', succeed(undefined));
    const { rows, summary } = session.page('batch');
    expect(rows.map(({ id, address }) => [id, address])).toEqual([
      ['rossi', 'rossi@example.com'],
      ['neri', 'neri@example.com'],
      ['gallo', ''],
    ]);
    expect(summary).toMatchObject({ total: 10, saved: 7 });
  });

  it('counts who was proven since, even if the program ended before it could note it', async () => {
    const { sender } = saved('neri') as Extract<DriveEnd, { kind: 'saved' }>;
    const entries = PRACTICE.practice.doctors.map((entry) =>
      entry.doctor.id === 'neri' ? { ...entry, sender } : entry,
    );
    const session = await open(world.practice(...entries), LEFT);
    expect(session.page('home').unfinished).toEqual({ missing: 2, total: 10 });
    const other = world.practice(
      ...entries.map((entry) =>
        entry.doctor.id === 'neri'
          ? { ...entry, sender: { ...sender, address: 'old@example.com' } }
          : entry,
      ),
    );
    expect((await open(other, LEFT)).page('home').unfinished).toEqual({ missing: 3, total: 10 });
  });

  it('is forgotten on request', async () => {
    const session = await open(PRACTICE, LEFT);
    session.send({ type: 'FORGET_BATCH' });
    expect(session.page('home').unfinished).toBeNull();
    expect(session.lastDrafts().batch).toBeUndefined();
  });

  it('leaves out a doctor who was saved on the own path', async () => {
    const session = await open(PRACTICE, LEFT);
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'rossi' });
    session.send({ type: 'CONTINUE' });
    session.send({ type: 'CHOOSE', choice: 'personal' });
    session.send({ type: 'SUBMIT_ADDRESS', address: 'another@example.com' });
    await session.bring('discover', world.found('another@example.com'));
    await session.bring('checkKeychain', succeed(undefined));
    session.send({ type: 'SUBMIT_PASSWORD', password: world.PASSWORD });
    await session.bring('probe', world.PASSED);
    session.send({ type: 'SAVE', displayName: 'Dott. rossi' });
    await session.bring('saveSender', succeed(undefined));
    expect(Object.keys(session.lastDrafts().batch?.addresses ?? {})).toEqual([
      'neri',
      'gallo',
      'gone',
    ]);
  });

  it('that nobody typed into leaves no trace', async () => {
    const session = await openBatch();
    session.type('neri', 'neri@example.com');
    session.send({ type: 'BACK' });
    await session.bring('loadPractice', succeed(PRACTICE));
    expect(session.page('home').unfinished).toBeNull();
  });

  it('is read from an older program’s drafts as none, and a broken one as nothing', () => {
    expect(readDrafts({ version: 1, open: null, doctors: {} }).batch).toBeUndefined();
    expect(readDrafts(JSON.parse(JSON.stringify(LEFT)))).toEqual(LEFT);
    expect(readDrafts({ ...LEFT, batch: { total: 'x' } }).batch).toBeUndefined();
  });
});

describe('the events of the table', () => {
  it('are within bounds', () => {
    const valid = (event: unknown) => wizardEventSchema.safeParse(event).success;
    const give = (password: string) => ({ type: 'GIVE_ROW_PASSWORD', doctorId: 'a', password });
    expect(valid(give('x'.repeat(1024)))).toBe(true);
    expect(valid(give('x'.repeat(1025)))).toBe(false);
    expect(valid({ type: 'SUBMIT_ROW_ADDRESS', doctorId: '', address: 'a@b.it' })).toBe(false);
    expect(valid({ type: 'TYPE_ROW_ADDRESS', doctorId: 'a', address: 'x'.repeat(321) })).toBe(
      false,
    );
    expect(valid({ type: 'OPEN_BATCH', doctorIds: [] })).toBe(false);
    expect(valid({ type: 'OPEN_BATCH', doctorIds: Array(1001).fill('a') })).toBe(false);
  });

  it('each fit into one message, whatever the number of rows', () => {
    const largest = {
      type: 'GIVE_ROW_PASSWORD',
      doctorId: 'd'.repeat(200),
      password: 'p'.repeat(1024),
    };
    expect(isLargerThan(largest, MAX_EVENT_SIZE)).toBe(false);
    const hundred = Array.from({ length: 100 }, (_, index) => `doctor-${index}`);
    expect(isLargerThan({ type: 'OPEN_BATCH', doctorIds: hundred }, MAX_EVENT_SIZE)).toBe(false);
  });
});
