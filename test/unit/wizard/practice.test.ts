import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import type { HistoryEntry } from '../../../src/record/history.ts';
import { fail, succeed } from '../../../src/result.ts';
import { readDrafts } from '../../../src/wizard/draft.ts';
import { type WizardEvent, wizardEventSchema } from '../../../src/wizard/events.ts';
import { wizardMachine } from '../../../src/wizard/machine.ts';
import type { RecheckOutcome } from '../../../src/wizard/recheck.ts';
import type { PageName, PageView } from '../../../src/wizard/view.ts';
import { viewOf } from '../../../src/wizard/view-of.ts';
import * as world from './world.ts';

const IDS = ['neri', 'gallo', 'fontana', 'conti'];
const stored = IDS.map((id) =>
  world.entry(id, { status: 'verified', sender: world.storedSender(id) }),
);
const PRACTICE = world.practice(world.entry('rossi'), ...stored);

async function open(loaded = PRACTICE) {
  const here = world.createWorld();
  const input = { language: 'it' as const, drafts: readDrafts(null) };
  const actor = createActor(wizardMachine(here.effects), { input }).start();
  await here.bring('loadPractice', succeed(loaded));
  const view = () => viewOf(actor.getSnapshot(), world.FACTS);
  const page = <Name extends PageName>(name: Name) => {
    expect(view().page.name).toBe(name);
    return view().page as Extract<PageView, { name: Name }>;
  };
  const row = (id: string) => page('home').doctors.find((doctor) => doctor.id === id);
  return {
    ...here,
    view,
    page,
    row,
    send: (event: WizardEvent) => actor.send(event),
    can: (event: WizardEvent) => actor.getSnapshot().can(event),
    check: (...doctorIds: string[]) => actor.send({ type: 'START_RECHECK', doctorIds }),
    end: (outcome: RecheckOutcome) => here.bring('recheck', outcome),
    asked: () => here.deedsOf('recheck').map(({ details }) => details[0]),
  };
}

const passed = (id: string): RecheckOutcome => ({
  state: 'ok',
  sender: world.storedSender(id, { verified: { at: '2026-11-22T10:15:00.000Z', messageId: null } }),
});

const refused = (id: string): RecheckOutcome => ({
  state: 'failed',
  diagnosis: world.REFUSAL_DIAGNOSED,
  sender: world.storedSender(id, {
    status: 'failing',
    failing: { at: '2026-11-22T10:15:00.000Z', cause: 'wrong-credentials' },
  }),
});

describe('checking many senders again', () => {
  it('takes three at a time, in the order of the table, and goes on as each one ends', async () => {
    const session = await open();
    session.check('conti', 'fontana', 'gallo', 'neri');
    expect(session.asked()).toEqual(['neri', 'gallo', 'fontana']);
    const states = () => session.page('home').doctors.map(({ recheck }) => recheck?.state);
    expect(states()).toEqual([undefined, 'running', 'running', 'running', 'waiting']);
    await session.end(passed('neri'));
    expect(session.asked()).toEqual(['neri', 'gallo', 'fontana', 'conti']);
    expect(states()).toEqual([undefined, 'ok', 'running', 'running', 'running']);
    expect(session.page('home').recheck).toEqual({ running: true, total: 4, done: 1, ok: 1 });
  });

  it('shows what each server said, and the status that was saved with it', async () => {
    const session = await open();
    session.check('neri', 'gallo');
    await session.end(passed('neri'));
    await session.end(refused('gallo'));
    expect(session.row('neri')).toMatchObject({
      status: 'verified',
      verifiedAt: '2026-11-22T10:15:00.000Z',
      recheck: { state: 'ok' },
    });
    expect(session.row('gallo')).toMatchObject({
      status: 'failing',
      action: 'repair',
      verifiedAt: '2026-11-01T10:00:00.000Z',
      checkedAt: '2026-11-22T10:15:00.000Z',
      recheck: { state: 'failed', title: 'Titolo di wrong-credentials' },
    });
    expect(session.page('home').recheck).toEqual({ running: false, total: 2, done: 2, ok: 1 });
  });

  it('leaves the status as it was where nothing was learnt or nothing could be saved', async () => {
    const session = await open();
    const { diagnosis } = refused('neri') as Extract<RecheckOutcome, { state: 'failed' }>;
    const problem = { code: 'keychain-locked', detail: 'locked' } as const;
    session.check('neri', 'gallo', 'fontana');
    await session.end({ state: 'failed', diagnosis, sender: null });
    await session.end({ state: 'problem', problem });
    await session.end({ state: 'gone' });
    expect(session.row('neri')).toMatchObject({ status: 'verified', recheck: { state: 'failed' } });
    expect(session.row('gallo')).toMatchObject({
      status: 'verified',
      recheck: { state: 'problem', problem },
    });
    expect(session.row('fontana')).toMatchObject({
      status: 'verified',
      recheck: { state: 'gone' },
    });
  });

  it('stops when it is cancelled, keeps what has ended, and starts no other', async () => {
    const session = await open();
    session.check(...IDS);
    await session.end(passed('neri'));
    session.send({ type: 'CANCEL_RECHECK' });
    const signals = session.deedsOf('recheck').map(({ details }) => details[1] as AbortSignal);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true, true]);
    await session.end(passed('gallo'));
    const { doctors, recheck } = session.page('home');
    expect(doctors.map((row) => row.recheck?.state)).toEqual([
      undefined,
      'ok',
      undefined,
      undefined,
      undefined,
    ]);
    expect(recheck).toEqual({ running: false, total: 1, done: 1, ok: 1 });
    expect(session.asked()).toHaveLength(4);
  });

  it('opens no doctor while it runs, but for what the record reports', async () => {
    const session = await open();
    session.check('neri');
    expect(session.can({ type: 'OPEN_DOCTOR', doctorId: 'rossi' })).toBe(false);
    session.send({ type: 'REPAIR', doctorId: 'gallo', error: null });
    expect(session.deedsOf('recheck')).toMatchObject([{ details: ['neri', { aborted: true }] }]);
  });

  it('passes over doctors who have nothing stored, and does not start for them alone', async () => {
    const session = await open();
    expect(session.row('rossi')?.recheckable).toBe(false);
    expect(session.can({ type: 'START_RECHECK', doctorIds: ['rossi', 'nobody'] })).toBe(false);
    session.check('rossi', 'neri', 'neri');
    expect(session.asked()).toEqual(['neri']);
  });

  it('forgets what it said of a doctor whose path was opened, and of no other', async () => {
    const session = await open();
    session.check('neri', 'gallo');
    await session.end(refused('neri'));
    await session.end(refused('gallo'));
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'gallo' });
    session.send({ type: 'HOME' });
    await session.bring('loadPractice', succeed(PRACTICE));
    expect(session.row('gallo')?.recheck).toBeNull();
    expect(session.row('neri')?.recheck?.state).toBe('failed');
  });

  it('is asked for by the window in bounds only', () => {
    const event = (doctorIds: unknown) =>
      wizardEventSchema.safeParse({ type: 'START_RECHECK', doctorIds }).success;
    expect(event(['rossi'])).toBe(true);
    expect(event([])).toBe(false);
    expect(event([''])).toBe(false);
    expect(event(Array(1001).fill('rossi'))).toBe(false);
  });
});

describe('a sender that was proven', () => {
  it('by a check without a message claims no message', async () => {
    const session = await open();
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'neri' });
    expect(session.page('done').messageSent).toBe(true);
    session.send({ type: 'HOME' });
    await session.bring('loadPractice', succeed(PRACTICE));
    session.check('neri');
    await session.end(passed('neri'));
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'neri' });
    expect(session.page('done').messageSent).toBe(false);
  });
});

describe('a password that this user’s keychain lacks', () => {
  it('is told in the row as soon as it is known, before any check', async () => {
    const session = await open();
    expect(session.row('gallo')?.passwordMissing).toBe(false);
    expect(session.deedsOf('missingPasswords')).toMatchObject([
      { details: [IDS.map((doctorId) => ({ doctorId }))] },
    ]);
    await session.bring('missingPasswords', ['gallo']);
    expect(session.row('gallo')?.passwordMissing).toBe(true);
    expect(session.row('neri')?.passwordMissing).toBe(false);
  });

  it('is the outcome of a check, too', async () => {
    const session = await open();
    session.check('neri');
    await session.end({ state: 'password-missing' });
    expect(session.row('neri')).toMatchObject({ passwordMissing: true, status: 'verified' });
  });

  it('is all that is asked for: the stored settings are tried as they are', async () => {
    const session = await open();
    session.send({ type: 'ENTER_PASSWORD', doctorId: 'gallo' });
    await session.bring('discover', world.found('gallo@example.com'));
    await session.bring('recallPassword', succeed(null));
    await session.bring('checkKeychain', succeed(undefined));
    expect(session.page('password').address).toBe('gallo@example.com');
    session.send({ type: 'SUBMIT_PASSWORD', password: world.PASSWORD });
    expect(session.deedsOf('probe')[0]?.details[0]).toMatchObject({
      server: { host: 'smtp.example.com', port: 465, security: 'tls' },
      username: 'gallo@example.com',
    });
  });

  it('is not asked for where nothing is stored', async () => {
    const session = await open();
    expect(session.can({ type: 'ENTER_PASSWORD', doctorId: 'rossi' })).toBe(false);
    expect(session.can({ type: 'ENTER_PASSWORD', doctorId: 'nobody' })).toBe(false);
  });

  it('is told to the only doctor of a practice, too', async () => {
    const session = await open(world.practice(...stored.slice(0, 1)));
    expect(session.page('done').passwordMissing).toBe(false);
    expect(session.view().steps.current).toBe('done');
    await session.bring('missingPasswords', ['neri']);
    expect(session.page('done').passwordMissing).toBe(true);
    // The test is not done with, where nothing can be sent from.
    expect(session.view().steps).toEqual({
      current: 'mailbox',
      done: ['choice'],
      open: ['choice'],
    });
    session.send({ type: 'RETRY' });
    await session.bring('discover', world.found('neri@example.com'));
    await session.bring('recallPassword', succeed(null));
    await session.bring('checkKeychain', succeed(undefined));
    expect(session.page('password').address).toBe('neri@example.com');
  });
});

describe('a doctor’s history', () => {
  const entry: HistoryEntry = {
    at: '2026-11-20T09:00:00.000Z',
    user: 'anna',
    doctorId: 'neri',
    change: 'checked',
    from: 'neri@example.com',
    to: 'neri@example.com',
    status: 'failing',
    cause: 'mailbox-full',
  };

  it('is told on the last page, with the causes in words', async () => {
    const session = await open();
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'neri' });
    expect(session.page('done').history).toEqual([]);
    expect(session.deedsOf('history')[0]?.details).toEqual(['neri']);
    await session.bring('history', [entry, { ...entry, change: 'saved', cause: null }]);
    expect(session.page('done').history).toMatchObject([
      { change: 'checked', passed: false, why: 'Titolo di mailbox-full', user: 'anna' },
      { change: 'saved', passed: null, why: null, to: 'neri@example.com' },
    ]);
  });

  it('of one doctor is not the next one’s', async () => {
    const session = await open();
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'neri' });
    await session.bring('history', [entry]);
    session.send({ type: 'HOME' });
    await session.bring('loadPractice', succeed(PRACTICE));
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'gallo' });
    expect(session.page('done').history).toEqual([]);
  });
});

describe('a practice that does not load', () => {
  it('has nothing to check', async () => {
    const here = world.createWorld();
    const input = { language: 'it' as const, drafts: readDrafts(null) };
    const actor = createActor(wizardMachine(here.effects), { input }).start();
    await here.bring('loadPractice', fail({ code: 'keychain-locked', detail: 'locked' }));
    const event = { type: 'START_RECHECK' as const, doctorIds: ['rossi'] };
    expect(actor.getSnapshot().can(event)).toBe(false);
  });
});
