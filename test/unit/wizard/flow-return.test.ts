import { describe, expect, it } from 'vitest';
import { succeed } from '../../../src/result.ts';
import { Secret } from '../../../src/secret.ts';
import { readDrafts } from '../../../src/wizard/draft.ts';
import { ADDRESS, bianchi, open, practiceOf, rossi, toTest } from './session.ts';
import * as world from './world.ts';

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
    expect(session.page('failure').keepsSender).toBe(true);
  });

  it('is what a failed test leaves as it was, and nothing else is said to be', async () => {
    const session = await open(practiceOf(rossi, bianchi));
    await toTest(session);
    await session.bring('probe', world.REFUSED);
    expect(session.page('failure').keepsSender).toBe(false);
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
