import { describe, expect, it } from 'vitest';
import { succeed } from '../../../../src/result.ts';
import { type Drafts, readDrafts } from '../../../../src/wizard/draft.ts';
import type { DriveEnd } from '../../../../src/wizard/many/run.ts';
import { open } from '../session.ts';
import * as world from '../world.ts';
import { end, fill, openBatch, PRACTICE, saved } from './batch-session.ts';

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
