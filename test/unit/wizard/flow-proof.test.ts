import { describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '../../../src/result.ts';
import type { Secret } from '../../../src/secret.ts';
import { ADDRESS, bianchi, open, practiceOf, rossi, toPassword, toTest } from './session.ts';
import * as world from './world.ts';

describe('the password and the test', () => {
  it('asks for no password while the keychain is locked, and goes on when it opens', async () => {
    const session = await open(practiceOf(rossi, bianchi));
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'rossi' });
    session.send({ type: 'CONTINUE' });
    session.send({ type: 'CHOOSE', choice: 'personal' });
    session.send({ type: 'SUBMIT_ADDRESS', address: ADDRESS });
    await session.bring('discover', world.found(ADDRESS));
    await session.bring('checkKeychain', fail({ code: 'keychain-locked', detail: 'locked' }));
    expect(session.page('problem').problem.code).toBe('keychain-locked');
    session.send({ type: 'RELOAD' });
    await session.bring('checkKeychain', succeed(undefined));
    session.page('password');
  });

  it('refuses an empty password where it was typed', async () => {
    const session = await open(practiceOf(rossi, bianchi));
    await toPassword(session);
    session.send({ type: 'SUBMIT_PASSWORD', password: '  \n' });
    expect(session.page('password').problem).toBe('empty');
    expect(session.deedsOf('probe')).toHaveLength(0);
  });

  it('shows each stage as it comes, and the slow one as slow', async () => {
    vi.useFakeTimers();
    const session = await open(practiceOf(rossi, bianchi));
    await toTest(session);
    session.observers[0]?.onStageStart?.('dns');
    expect(session.page('test').stages[0]).toEqual({ stage: 'dns', state: 'running', slow: false });
    await vi.advanceTimersByTimeAsync(6000);
    expect(session.page('test').stages[0]).toEqual({ stage: 'dns', state: 'running', slow: true });
    session.observers[0]?.onStageEnd?.({ stage: 'dns', ok: true, ms: 1, detail: '' });
    expect(session.page('test').stages[0]).toEqual({ stage: 'dns', state: 'ok', slow: false });
    vi.useRealTimers();
  });

  it('ends the running probe when the test is cancelled', async () => {
    const session = await open(practiceOf(rossi, bianchi));
    await toTest(session);
    session.send({ type: 'CANCEL_TEST' });
    expect(session.observers[0]?.signal?.aborted).toBe(true);
    session.page('password');
  });

  it('after a refusal keeps everything and tries again with the same password', async () => {
    const session = await open(practiceOf(rossi, bianchi));
    await toTest(session);
    await session.bring('probe', world.REFUSED);
    expect(session.page('failure')).toMatchObject({
      cause: 'wrong-credentials',
      address: ADDRESS,
      primary: 'retype-password',
    });
    session.send({ type: 'RETRY' });
    const [first, second] = session.deedsOf('probe').map(({ details }) => details[0]);
    expect(second).toEqual(first);
  });

  it('goes on to the next server that was found, when asked to', async () => {
    const session = await open(practiceOf(rossi, bianchi));
    await toTest(session);
    await session.bring('probe', world.REFUSED);
    session.send({ type: 'TRY_OTHER_SERVER' });
    expect(session.deedsOf('probe')[1]?.details[0]).toMatchObject({ server: { port: 587 } });
  });

  it('going back loses nothing that was typed but the password', async () => {
    const session = await open(practiceOf(rossi, bianchi));
    await toTest(session);
    session.send({ type: 'CANCEL_TEST' });
    expect(session.actor.getSnapshot().context.password).toBeNull();
    session.send({ type: 'BACK' });
    expect(session.page('address').address).toBe(ADDRESS);
    session.send({ type: 'BACK' });
    expect(session.page('choice').previous).toBe('personal');
    session.send({ type: 'CHOOSE', choice: 'personal' });
    expect(session.page('address').address).toBe(ADDRESS);
  });
});

describe('saving', () => {
  async function toReview() {
    const session = await open(practiceOf(rossi, bianchi));
    await toTest(session);
    await session.bring('probe', world.PASSED);
    return session;
  }

  it('stores the proven sender and then names the next doctor', async () => {
    const session = await toReview();
    expect(session.page('review').summary).toMatchObject({
      address: ADDRESS,
      displayName: 'Dott. rossi',
    });
    session.send({ type: 'SAVE', displayName: 'Dott. Mario Rossi' });
    const [sender, password] = session.deedsOf('saveSender')[0]?.details ?? [];
    expect(sender).toMatchObject({
      doctorId: 'rossi',
      displayName: 'Dott. Mario Rossi',
      status: 'verified',
      smtp: { host: 'smtp.example.com', auth: 'password' },
      credential: { service: 'Mittente:smtp.example.com', account: ADDRESS },
    });
    expect((password as Secret).reveal()).toBe(world.PASSWORD);
    await session.bring('saveSender', succeed(undefined));
    expect(session.page('done').next).toEqual({ id: 'bianchi', name: 'Dott. bianchi' });
    expect(session.actor.getSnapshot().context.password).toBeNull();
  });

  it('keeps everything, the password too, when the file could not be written', async () => {
    const session = await toReview();
    session.send({ type: 'SAVE', displayName: 'Dott. Mario Rossi' });
    await session.bring('saveSender', fail({ code: 'disk-full', restored: true }));
    expect(session.page('review').problem).toMatchObject({ code: 'disk-full' });
    session.send({ type: 'SAVE', displayName: 'Dott. Mario Rossi' });
    expect(session.waitsFor('saveSender')).toBe(true);
  });

  it('puts a summary for the doctor on the clipboard', async () => {
    const session = await toReview();
    session.send({ type: 'SAVE', displayName: 'Dott. Mario Rossi' });
    await session.bring('saveSender', succeed(undefined));
    session.send({ type: 'COPY', what: 'sender-summary' });
    const [text] = session.deedsOf('copy')[0]?.details ?? [];
    expect(text).toContain(ADDRESS);
    expect(text).toContain('22 novembre 2026');
    expect(text).toContain('09741926702');
    expect(session.view().lastCopied).toEqual({ what: 'sender-summary', count: 1 });
  });

  it('goes on with the next doctor, with nothing left of the one before', async () => {
    const session = await toReview();
    session.send({ type: 'SAVE', displayName: 'Dott. Mario Rossi' });
    await session.bring('saveSender', succeed(undefined));
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'bianchi' });
    await session.bring('loadPractice', succeed(practiceOf(rossi, bianchi)));
    expect(session.page('why')).toBeDefined();
    expect(session.view().doctor?.id).toBe('bianchi');
    expect(session.actor.getSnapshot().context.draft.address).toBe('');
  });
});

describe('Mail Plus', () => {
  async function toMailPlus() {
    const session = await open(practiceOf(rossi, bianchi));
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'rossi' });
    session.send({ type: 'CONTINUE' });
    session.send({ type: 'CHOOSE', choice: 'mail-plus' });
    return session;
  }

  it('records that it was asked for, and when', async () => {
    const session = await toMailPlus();
    expect(session.page('mail-plus').request.text).toContain('Dott. rossi');
    session.send({ type: 'MAIL_PLUS_ASKED' });
    await session.bring('recordMailPlusRequest', succeed(undefined));
    const sender = world.storedSender('rossi', {
      status: 'awaiting-mail-plus',
      smtp: null,
      credential: null,
      verified: null,
      mailPlusRequestedAt: '2026-11-22T10:15:00.000Z',
    });
    const waiting = world.entry('rossi', { status: 'awaiting-mail-plus', sender });
    await session.bring('loadPractice', succeed(practiceOf(waiting, bianchi)));
    expect(session.page('mail-plus')).toMatchObject({
      askedAt: '2026-11-22T10:15:00.000Z',
      hasWorkingSender: false,
    });
  });

  it('is asked for in a letter without a line that says nothing', async () => {
    const without = (await toMailPlus()).page('mail-plus').request.text;
    expect(without).not.toMatch(/: *(—)?$/m);
    expect(without).not.toMatch(/\n{3}|\{\{/);
    const doctor = { ...rossi.doctor, sender: { address: 'rossi@legacy.test' } };
    const session = await open(practiceOf({ ...rossi, doctor }, bianchi));
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'rossi' });
    session.send({ type: 'CONTINUE' });
    session.send({ type: 'CHOOSE', choice: 'mail-plus' });
    const { text } = session.page('mail-plus').request;
    expect(text).toContain('Indirizzo usato finora: rossi@legacy.test\n\n');
    expect(text.split('\n')).toHaveLength(without.split('\n').length + 1);
  });

  it('goes straight to the address when the credentials are there', async () => {
    const session = await toMailPlus();
    session.send({ type: 'MAIL_PLUS_ARRIVED' });
    expect(session.page('address').choice).toBe('mail-plus');
    session.send({ type: 'BACK' });
    session.page('mail-plus');
  });

  it('that is awaited stays awaited when a personal mailbox serves meanwhile', async () => {
    const asked = '2026-11-20T09:00:00.000Z';
    const sender = world.storedSender('rossi', {
      status: 'awaiting-mail-plus',
      mailPlusRequestedAt: asked,
      verified: null,
    });
    const waiting = world.entry('rossi', { status: 'awaiting-mail-plus', sender });
    const session = await open(practiceOf(waiting, bianchi));
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'rossi' });
    session.send({ type: 'CHOOSE', choice: 'personal' });
    session.send({ type: 'SUBMIT_ADDRESS', address: ADDRESS });
    await session.bring('discover', world.found(ADDRESS));
    await session.bring('checkKeychain', succeed(undefined));
    session.send({ type: 'SUBMIT_PASSWORD', password: world.PASSWORD });
    await session.bring('probe', world.PASSED);
    session.send({ type: 'SAVE', displayName: 'Dott. Mario Rossi' });
    expect(session.deedsOf('saveSender')[0]?.details[0]).toMatchObject({
      status: 'awaiting-mail-plus',
      mailPlusRequestedAt: asked,
      choice: 'personal',
      verified: { messageId: '<proof@example.com>' },
    });
  });
});
