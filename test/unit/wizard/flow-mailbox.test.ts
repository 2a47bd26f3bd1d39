import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createActor } from 'xstate';
import { fail, succeed } from '../../../src/result.ts';
import { readDrafts } from '../../../src/wizard/draft.ts';
import { wizardMachine } from '../../../src/wizard/machine.ts';
import { viewOf } from '../../../src/wizard/view-of.ts';
import { ADDRESS, bianchi, open, practiceOf, rossi, toPassword } from './session.ts';
import * as world from './world.ts';

describe('the practice', () => {
  it('opens on the only doctor, without a list to choose from', async () => {
    const session = await open(practiceOf(rossi));
    expect(session.page('why').status).toBe('legacy');
    expect(session.view().canGoBack).toBe(false);
    expect(session.view().canGoHome).toBe(false);
  });

  it('tells a doctor with a Premium contract that there is nothing to do', async () => {
    const doctor = { ...rossi.doctor, contract: 'premium' as const };
    const session = await open(practiceOf({ ...rossi, doctor, status: 'not-concerned' }));
    expect(session.page('nothing-to-do').reason).toBe('premium');
  });

  it('lists several doctors with what each of them can do', async () => {
    const verified = world.entry('verde', {
      status: 'verified',
      sender: world.storedSender('verde'),
    });
    const session = await open(practiceOf(rossi, verified));
    expect(session.page('home').doctors).toMatchObject([
      { id: 'rossi', action: 'set-up', status: 'legacy' },
      { id: 'verde', action: 'change', verifiedAt: '2026-11-01T10:00:00.000Z' },
    ]);
  });

  it('keeps a doctor whose name was typed in, also when closed before the end', async () => {
    const empty = practiceOf();
    const loaded = { ...empty, practice: { ...empty.practice, doctorsFromRecord: false } };
    const session = await open(loaded);
    session.send({ type: 'ADD_DOCTOR', name: 'Dott. Mario Rossi' });
    expect(session.view().doctor?.name).toBe('Dott. Mario Rossi');
    const again = await open(loaded, session.lastDrafts());
    expect(again.view().doctor?.name).toBe('Dott. Mario Rossi');
  });

  it('sets an unreadable senders file aside only when asked, and says where it is', async () => {
    const here = world.createWorld();
    const input = { language: 'it' as const, drafts: readDrafts(null) };
    const actor = createActor(wizardMachine(here.effects), { input }).start();
    const problem = {
      code: 'file-malformed',
      which: 'senders',
      file: 'senders.json',
      line: 3,
      key: null,
      detail: 'not JSON',
    };
    await here.bring('loadPractice', fail(problem));
    expect(viewOf(actor.getSnapshot(), world.FACTS).page).toMatchObject({ canSetAside: true });
    actor.send({ type: 'SET_SENDERS_ASIDE' });
    await here.bring('setSendersAside', succeed('senders.malformed.json'));
    await here.bring('loadPractice', succeed(practiceOf(rossi, bianchi)));
    expect(viewOf(actor.getSnapshot(), world.FACTS).page).toMatchObject({
      name: 'home',
      setAside: 'senders.malformed.json',
    });
  });
});

describe('the address', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function toAddress() {
    const session = await open(practiceOf(rossi, bianchi));
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'rossi' });
    session.send({ type: 'CONTINUE' });
    session.send({ type: 'CHOOSE', choice: 'personal' });
    return session;
  }

  it('is looked up once, after the last key', async () => {
    const session = await toAddress();
    for (const address of ['mario@ex.co', 'mario@example.co', ADDRESS]) {
      session.send({ type: 'TYPE_ADDRESS', address });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(session.deedsOf('discover')).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(500);
    expect(session.deedsOf('discover')).toHaveLength(1);
    await session.bring('discover', world.found(ADDRESS));
    expect(session.page('address').answer).toMatchObject({
      kind: 'known',
      providerName: 'Posta di esempio',
    });
  });

  it('drops an answer that comes after the address has changed', async () => {
    const session = await toAddress();
    session.send({ type: 'TYPE_ADDRESS', address: 'mario@slow.test' });
    await vi.advanceTimersByTimeAsync(500);
    session.send({ type: 'TYPE_ADDRESS', address: 'mario@slow.tes' });
    await session.bring('discover', world.found('mario@slow.test'));
    expect(session.page('address').answer).toEqual({ kind: 'looking' });
  });

  it('is called incomplete while it is typed, and malformed only when it is submitted', async () => {
    const session = await toAddress();
    session.send({ type: 'TYPE_ADDRESS', address: 'mario' });
    expect(session.page('address').answer).toMatchObject({ kind: 'incomplete' });
    session.send({ type: 'SUBMIT_ADDRESS', address: 'mario' });
    expect(session.page('address').answer).toMatchObject({
      kind: 'malformed',
      problem: 'no-at-sign',
    });
  });

  it('is told what it lacks while it is typed, and that no more once another one stands there', async () => {
    const session = await toAddress();
    session.send({ type: 'TYPE_ADDRESS', address: 'mario@example' });
    expect(session.page('address').answer).toEqual({ kind: 'incomplete', problem: 'no-dot' });
    session.send({ type: 'TYPE_ADDRESS', address: ADDRESS });
    expect(session.page('address').answer).toEqual({ kind: 'looking' });
  });

  it('that was not finished says nothing of another mailbox’s address', async () => {
    const mailPlus = world.storedSender('rossi', { choice: 'mail-plus', address: ADDRESS });
    const known = world.entry('rossi', { status: 'unverified', sender: mailPlus });
    const session = await open(practiceOf(known, bianchi));
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'rossi' });
    session.send({ type: 'CONTINUE' });
    session.send({ type: 'CHOOSE', choice: 'personal' });
    session.send({ type: 'SUBMIT_ADDRESS', address: 'mario@example' });
    session.send({ type: 'BACK' });
    session.send({ type: 'CHOOSE', choice: 'mail-plus' });
    session.send({ type: 'MAIL_PLUS_ARRIVED' });
    expect(session.page('address')).toMatchObject({
      address: ADDRESS,
      answer: { kind: 'looking' },
    });
  });

  it('is corrected while it is typed, where more typing would not mend it', async () => {
    const session = await toAddress();
    session.send({ type: 'TYPE_ADDRESS', address: 'mario@example,com' });
    expect(session.page('address').answer).toMatchObject({
      kind: 'malformed',
      problem: 'comma',
      suggestion: ADDRESS,
    });
  });

  it('of a mailbox that cannot serve ends before any password is asked for', async () => {
    const session = await toAddress();
    session.send({ type: 'SUBMIT_ADDRESS', address: ADDRESS });
    await session.bring('discover', world.blocked(ADDRESS));
    expect(session.page('blocked').reason).toBe('pec');
    session.send({ type: 'CHANGE_ADDRESS' });
    expect(session.page('address').address).toBe(ADDRESS);
    expect(session.can({ type: 'EDIT_SERVER' })).toBe(false);
  });

  it('of a provider that needs preparation shows its steps first', async () => {
    const session = await toAddress();
    session.send({ type: 'SUBMIT_ADDRESS', address: ADDRESS });
    await session.bring('discover', world.found(ADDRESS, world.preparedProvider()));
    expect(session.page('preparation').steps).toEqual(['Apri la pagina.']);
    session.send({ type: 'OPEN_LINK', link: 'provider-page' });
    expect(session.deedsOf('openLink')).toMatchObject([{ details: ['https://example.com/app'] }]);
    session.send({ type: 'CONTINUE' });
    await session.bring('checkKeychain', succeed(undefined));
    session.page('password');
  });

  it('that nobody knows leads to a short form, whose settings are then tried', async () => {
    const session = await toAddress();
    session.send({ type: 'SUBMIT_ADDRESS', address: ADDRESS });
    await session.bring('discover', world.nothingFound(ADDRESS));
    expect(session.page('server')).toMatchObject({
      server: { host: 'smtp.example.com', port: 465 },
    });
    const server = { host: 'mail.example.com', port: 587, security: 'starttls' as const };
    session.send({ type: 'SUBMIT_SERVER', server, username: 'mario' });
    await session.bring('checkKeychain', succeed(undefined));
    session.send({ type: 'SUBMIT_PASSWORD', password: world.PASSWORD });
    expect(session.deedsOf('probe')[0]?.details[0]).toMatchObject({ server, username: 'mario' });
  });

  it('stays, with a word on the missing network, when it could not be looked up', async () => {
    const session = await toAddress();
    session.send({ type: 'SUBMIT_ADDRESS', address: ADDRESS });
    await session.bring('discover', world.offline(ADDRESS));
    expect(session.page('address').answer).toMatchObject({ kind: 'unknown', reason: 'no-network' });
  });

  it.each([
    ['without a network', world.offline(ADDRESS)],
    ['with a domain that nobody knows', world.domainNotFound(ADDRESS)],
  ])('is looked up again when it is submitted again %s', async (_, unknown) => {
    const session = await toAddress();
    session.send({ type: 'SUBMIT_ADDRESS', address: ADDRESS });
    await session.bring('discover', unknown);
    session.send({ type: 'SUBMIT_ADDRESS', address: ADDRESS });
    expect(session.page('address').answer).toEqual({ kind: 'looking' });
    expect(session.deedsOf('discover')).toHaveLength(2);
    await session.bring('discover', unknown);
    expect(session.page('address').answer).toMatchObject({ kind: 'unknown' });
    session.send({ type: 'SUBMIT_ADDRESS', address: ADDRESS });
    await session.bring('discover', world.found(ADDRESS));
    await session.bring('checkKeychain', succeed(undefined));
    session.page('password');
  });

  it('is looked up again also where it was while it was typed', async () => {
    const session = await toAddress();
    session.send({ type: 'TYPE_ADDRESS', address: ADDRESS });
    await vi.advanceTimersByTimeAsync(500);
    await session.bring('discover', world.offline(ADDRESS));
    session.send({ type: 'SUBMIT_ADDRESS', address: ADDRESS });
    expect(session.waitsFor('discover')).toBe(true);
  });

  it('whose server was typed by hand goes on without another look-up', async () => {
    const session = await toAddress();
    session.send({ type: 'SUBMIT_ADDRESS', address: ADDRESS });
    await session.bring('discover', world.offline(ADDRESS));
    session.send({ type: 'EDIT_SERVER' });
    const server = { host: 'mail.example.com', port: 587, security: 'starttls' as const };
    session.send({ type: 'SUBMIT_SERVER', server, username: 'mario' });
    await session.bring('checkKeychain', succeed(undefined));
    session.send({ type: 'CHANGE_ADDRESS' });
    session.send({ type: 'SUBMIT_ADDRESS', address: ADDRESS });
    expect(session.page('server').server).toEqual(server);
  });
});

describe('steps that only some users of a provider need', () => {
  const optional = world.provider({
    preparation: { steps: [{ it: 'Crea.', en: 'Create.', de: 'Erstelle.' }], page: null },
  });

  it('are read from the password’s page, which they lead back to', async () => {
    const session = await open(practiceOf(rossi, bianchi));
    await toPassword(session, ADDRESS, optional);
    expect(session.page('password').preparation).toBe('some');
    session.send({ type: 'SHOW_PREPARATION' });
    expect(session.page('preparation')).toMatchObject({ optional: true, steps: ['Crea.'] });
    session.send({ type: 'BACK' });
    session.page('password');
  });

  it('are not those that all need, nor none', async () => {
    const session = await open(practiceOf(rossi, bianchi));
    await toPassword(session);
    expect(session.page('password').preparation).toBeNull();
    session.send({ type: 'BACK' });
    session.send({ type: 'TYPE_ADDRESS', address: 'other@example.com' });
    session.send({ type: 'SUBMIT_ADDRESS', address: 'other@example.com' });
    await session.bring('discover', world.found('other@example.com', world.preparedProvider()));
    expect(session.page('preparation').optional).toBe(false);
    session.send({ type: 'CONTINUE' });
    await session.bring('checkKeychain', succeed(undefined));
    expect(session.page('password').preparation).toBe('all');
  });
});
