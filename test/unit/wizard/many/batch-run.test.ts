import { describe, expect, it } from 'vitest';
import { succeed } from '../../../../src/result.ts';
import { readDrafts } from '../../../../src/wizard/draft.ts';
import type { DriveEnd } from '../../../../src/wizard/many/run.ts';
import * as world from '../world.ts';
import { end, fill, openBatch, PRACTICE, refused, saved, UNREACHED } from './batch-session.ts';

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
