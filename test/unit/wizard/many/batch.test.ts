import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_EVENT_SIZE } from '../../../../electron/ipc-schema.ts';
import { isLargerThan } from '../../../../electron/size.ts';
import { fail, succeed } from '../../../../src/result.ts';
import { readDrafts } from '../../../../src/wizard/draft.ts';
import { wizardEventSchema } from '../../../../src/wizard/events.ts';
import { open } from '../session.ts';
import * as world from '../world.ts';
import { ALL, end, fill, openBatch, PRACTICE, UNREACHED } from './batch-session.ts';

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
