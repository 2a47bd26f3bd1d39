import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createActor } from 'xstate';
import type { DoctorEntry } from '../../../src/record/practice.ts';
import { fail, succeed } from '../../../src/result.ts';
import { Secret } from '../../../src/secret.ts';
import { type Drafts, readDrafts } from '../../../src/wizard/draft.ts';
import type { Loaded } from '../../../src/wizard/effects.ts';
import type { WizardEvent } from '../../../src/wizard/events.ts';
import { wizardMachine } from '../../../src/wizard/machine.ts';
import type { PageName, PageView } from '../../../src/wizard/view.ts';
import { viewOf } from '../../../src/wizard/view-of.ts';
import * as world from './world.ts';

const ADDRESS = 'mario@example.com';
const rossi = world.entry('rossi');
const bianchi = world.entry('bianchi');

async function open(loaded: Loaded, drafts: Drafts = readDrafts(null)) {
  const here = world.createWorld();
  const input = { language: 'it' as const, drafts };
  const actor = createActor(wizardMachine(here.effects), { input }).start();
  await here.bring('loadPractice', succeed(loaded));
  const view = () => viewOf(actor.getSnapshot(), world.FACTS);
  return {
    ...here,
    actor,
    view,
    send: (event: WizardEvent) => actor.send(event),
    can: (event: WizardEvent) => actor.getSnapshot().can(event),
    page<Name extends PageName>(name: Name) {
      const { page } = view();
      expect(page.name).toBe(name);
      return page as Extract<PageView, { name: Name }>;
    },
    lastDrafts: () => here.deedsOf('saveDrafts').at(-1)?.details[0] as Drafts,
  };
}

type Session = Awaited<ReturnType<typeof open>>;

async function toPassword(session: Session, address = ADDRESS) {
  session.send({ type: 'OPEN_DOCTOR', doctorId: 'rossi' });
  session.send({ type: 'CONTINUE' });
  session.send({ type: 'CHOOSE', choice: 'personal' });
  session.send({ type: 'SUBMIT_ADDRESS', address });
  await session.bring('discover', world.found(address));
  await session.bring('checkKeychain', succeed(undefined));
}

async function toTest(session: Session) {
  await toPassword(session);
  session.send({ type: 'SUBMIT_PASSWORD', password: world.PASSWORD });
}

const practiceOf = (...doctors: DoctorEntry[]) => world.practice(...doctors);

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
    expect(session.page('address').answer).toEqual({ kind: 'incomplete' });
    session.send({ type: 'SUBMIT_ADDRESS', address: 'mario' });
    expect(session.page('address').answer).toMatchObject({
      kind: 'malformed',
      problem: 'no-at-sign',
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
});

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

describe('closing halfway', () => {
  it('resumes at the password, with the address looked up again', async () => {
    const session = await open(practiceOf(rossi, bianchi));
    await toTest(session);
    const again = await open(practiceOf(rossi, bianchi), session.lastDrafts());
    await again.bring('discover', world.found(ADDRESS));
    await again.bring('checkKeychain', succeed(undefined));
    expect(again.page('password')).toMatchObject({ address: ADDRESS });
    expect(JSON.stringify(session.lastDrafts())).not.toContain(world.PASSWORD);
  });

  it('resumes nothing that was finished or left for the list', async () => {
    const session = await open(practiceOf(rossi, bianchi));
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'rossi' });
    session.send({ type: 'HOME' });
    const again = await open(practiceOf(rossi, bianchi), session.lastDrafts());
    again.page('home');
  });

  it('starts afresh when the stored drafts are not readable', () => {
    expect(readDrafts({ version: 7 })).toEqual({ version: 1, open: null, doctors: {} });
  });
});

describe('what the record reports', () => {
  const sender = world.storedSender('rossi');
  const proven = world.entry('rossi', { status: 'verified', sender });

  async function reported(error: string | null) {
    const session = await open(practiceOf(proven, bianchi));
    session.send({ type: 'REPAIR', doctorId: 'rossi', error });
    await session.bring('loadPractice', succeed(practiceOf(proven, bianchi)));
    return session;
  }

  it('opens on the doctor with the diagnosis of that very error', async () => {
    const session = await reported('550 5.4.5 Daily sending quota exceeded');
    await session.bring('discover', world.found('rossi@example.com'));
    await session.bring('recallPassword', succeed(new Secret(world.PASSWORD)));
    expect(session.view().doctor?.id).toBe('rossi');
    expect(session.page('failure')).toMatchObject({ cause: 'daily-quota-exceeded' });
    expect(session.page('failure').technical.join()).toContain('Daily sending quota exceeded');
    expect(session.deedsOf('probe')).toHaveLength(0);
  });

  it('without an error line proves the stored sender again', async () => {
    const session = await reported(null);
    await session.bring('discover', world.found('rossi@example.com'));
    await session.bring('recallPassword', succeed(new Secret(world.PASSWORD)));
    session.page('test');
  });

  it('of a doctor without a stored sender begins at the beginning', async () => {
    const session = await open(practiceOf(rossi, bianchi));
    session.send({ type: 'REPAIR', doctorId: 'rossi', error: 'x' });
    await session.bring('loadPractice', succeed(practiceOf(rossi, bianchi)));
    session.page('why');
  });

  it('of a doctor whom nobody knows leads to the list', async () => {
    const session = await open(practiceOf(rossi, bianchi));
    session.send({ type: 'REPAIR', doctorId: 'nobody', error: 'x' });
    await session.bring('loadPractice', succeed(practiceOf(rossi, bianchi)));
    session.page('home');
  });

  it('is forgotten when the doctor is left', async () => {
    const session = await reported('550 quota');
    session.send({ type: 'HOME' });
    await session.bring('loadPractice', succeed(practiceOf(proven, bianchi)));
    session.page('home');
  });
});

describe('a sender that is there already', () => {
  const sender = world.storedSender('rossi', { status: 'failing' });
  const failing = world.entry('rossi', { status: 'failing', sender });

  it('is proven again with the stored password, and says why it fails', async () => {
    const session = await open(practiceOf(failing, bianchi));
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'rossi' });
    await session.bring('discover', world.found('rossi@example.com'));
    await session.bring('recallPassword', succeed(new Secret(world.PASSWORD)));
    expect(session.deedsOf('probe')[0]?.details[0]).toMatchObject({
      username: 'rossi@example.com',
    });
    await session.bring('probe', world.REFUSED);
    session.page('failure');
  });

  it('asks for the password alone where this user’s keychain has none', async () => {
    const session = await open(practiceOf(failing, bianchi));
    session.send({ type: 'OPEN_DOCTOR', doctorId: 'rossi' });
    await session.bring('discover', world.found('rossi@example.com'));
    await session.bring('recallPassword', succeed(null));
    await session.bring('checkKeychain', succeed(undefined));
    expect(session.page('password').address).toBe('rossi@example.com');
    session.send({ type: 'BACK' });
    session.page('done');
  });
});
