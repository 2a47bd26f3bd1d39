import { describe, expect, it } from 'vitest';
import { bianchi, open, practiceOf } from './session.ts';
import * as world from './world.ts';

const sender = world.storedSender('rossi');
const proven = world.entry('rossi', { status: 'verified', sender });

async function atDone() {
  const session = await open(practiceOf(proven, bianchi));
  session.send({ type: 'OPEN_DOCTOR', doctorId: 'rossi' });
  session.page('done');
  return session;
}

const NOTICE = { type: 'HANDOUT', handout: 'notice-a4', way: 'save' } as const;

describe('a sheet', () => {
  it('is made of the sender on the page, and told when it is saved', async () => {
    const session = await atDone();
    session.send(NOTICE);
    expect(session.view().handout).toEqual({ kind: 'notice-a4', state: 'working' });
    expect(session.deedsOf('handOut')[0]?.details[0]).toMatchObject({
      kind: 'notice-a4',
      way: 'save',
      language: 'it',
      sender: { address: 'rossi@example.com' },
    });
    await session.bring('handOut', { state: 'saved', file: '/home/a.pdf' });
    expect(session.view().handout).toEqual({
      kind: 'notice-a4',
      state: 'saved',
      file: '/home/a.pdf',
    });
    session.page('done');
  });

  it('that could not be saved can be asked for again', async () => {
    const session = await atDone();
    session.send(NOTICE);
    const problem = { code: 'disk-full', which: 'handout' };
    await session.bring('handOut', { state: 'not-saved', problem });
    expect(session.view().handout).toMatchObject({ state: 'not-saved', problem });
    session.send(NOTICE);
    expect(session.view().handout).toMatchObject({ state: 'working' });
    expect(session.deedsOf('handOut')).toHaveLength(2);
  });

  it('that the person let be leaves nothing on the page', async () => {
    const session = await atDone();
    session.send(NOTICE);
    await session.bring('handOut', { state: 'cancelled' });
    expect(session.view().handout).toBe(null);
  });

  it('is made one at a time', async () => {
    const session = await atDone();
    session.send(NOTICE);
    session.send({ type: 'HANDOUT', handout: 'summary', way: 'print' });
    expect(session.deedsOf('handOut')).toHaveLength(1);
  });

  it('of a doctor who was left tells nothing on the next one’s page', async () => {
    const session = await atDone();
    session.send(NOTICE);
    session.send({ type: 'HOME' });
    await session.bring('loadPractice', { ok: true, value: practiceOf(proven, bianchi) });
    await session.bring('handOut', { state: 'printed' });
    expect(session.view().handout).toBe(null);
  });

  it('is not made of a sender that is not proven', async () => {
    const session = await open(practiceOf(bianchi, proven));
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'bianchi' });
    session.send(NOTICE);
    expect(session.deedsOf('handOut')).toEqual([]);
    expect(session.view().handout).toBe(null);
  });
});

describe('the work report', () => {
  it('is of the practice, with the technician’s name or a line for it', async () => {
    const session = await open(practiceOf(proven, bianchi));
    session.send({ type: 'WORK_REPORT', technician: '', way: 'print' });
    expect(session.deedsOf('handOut')[0]?.details[0]).toMatchObject({
      kind: 'work-report',
      technician: null,
      practice: { doctors: [{ doctor: { id: 'rossi' } }, { doctor: { id: 'bianchi' } }] },
    });
    session.page('home');
    await session.bring('handOut', { state: 'printed' });
    expect(session.view().handout).toEqual({ kind: 'work-report', state: 'printed' });
  });
});

describe('the message for patients', () => {
  it('is copied as plain text', async () => {
    const session = await atDone();
    session.send({ type: 'COPY', what: 'patients-message' });
    const [text] = session.deedsOf('copy').at(-1)?.details ?? [];
    expect(text).toContain('rossi@example.com');
    expect(text).toContain('come spam');
  });
});
