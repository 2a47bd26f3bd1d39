import { describe, expect, it } from 'vitest';
import { UNKNOWN_LIMITS } from '../../../src/providers/catalogue.ts';
import { checkedEntry, requestedEntry, savedEntry } from '../../../src/record/entry.ts';
import type { Sender } from '../../../src/record/senders.ts';
import { NOW, senderOf } from './fixtures.ts';

const doctor = {
  id: 'rossi',
  name: 'Dott. Mario Rossi',
  contract: 'standard',
  sender: null,
} as const;
const at = NOW.toISOString();
const before = '2026-11-01T08:00:00.000Z';

describe('an entry that is saved', () => {
  it('has the credential of its server, whatever was given', () => {
    const smtp = { ...senderOf('rossi').smtp, host: 'Smtp.Example.Test' } as Sender['smtp'];
    const sender = { ...senderOf('rossi'), smtp, credential: { service: 'x', account: 'y' } };
    expect(savedEntry(null, sender).credential).toEqual({
      service: 'Mittente:smtp.example.test',
      account: 'rossi@example.test',
    });
  });

  it('keeps keys that a newer version added, but no old failure', () => {
    const previous = senderOf('rossi', {
      standBy: 'x',
      status: 'failing',
      failing: { at: before, cause: 'wrong-credentials' },
    });
    const saved = savedEntry(previous, senderOf('rossi'));
    expect(saved).toMatchObject({ standBy: 'x', status: 'verified' });
    expect(saved).not.toHaveProperty('failing');
  });

  it('keeps what a newer version noted of the server only while it is the same', () => {
    const previous = senderOf('rossi');
    previous.smtp = { ...previous.smtp, pool: 3 } as Sender['smtp'];
    expect(savedEntry(previous, senderOf('rossi')).smtp).toMatchObject({ pool: 3 });
    const smtp = { ...senderOf('rossi').smtp, host: 'other.test' } as Sender['smtp'];
    expect(savedEntry(previous, senderOf('rossi', { smtp })).smtp).not.toHaveProperty('pool');
  });

  it.each(['credential', 'limits', 'verified'] as const)(
    'keeps what a newer version noted in %s only while the mailbox is the same',
    (key) => {
      const previous = senderOf('rossi');
      Object.assign(previous, { [key]: { ...previous[key], newer: 3 } });
      const again = senderOf('rossi', { limits: { ...UNKNOWN_LIMITS, perDay: 5 } });
      expect(savedEntry(previous, again)[key]).toEqual({ newer: 3, ...again[key] });
      const smtp = { ...senderOf('rossi').smtp, host: 'other.test' } as Sender['smtp'];
      expect(savedEntry(previous, senderOf('rossi', { smtp }))[key]).not.toHaveProperty('newer');
    },
  );

  it('has no limit that only the entry before had', () => {
    const beyond = { kind: 'stopped', hours: 24 } as never;
    const previous = senderOf('rossi', { limits: { ...UNKNOWN_LIMITS, beyond } });
    expect(savedEntry(previous, senderOf('rossi')).limits).toEqual(UNKNOWN_LIMITS);
  });
});

describe('a doctor who asked for Mail Plus', () => {
  const personal = senderOf('rossi');
  const waiting = requestedEntry(personal, doctor, new Date(before));

  it('goes on sending from the personal mailbox', () => {
    expect(waiting).toMatchObject({
      status: 'awaiting-mail-plus',
      mailPlusRequestedAt: before,
      choice: 'personal',
      smtp: personal.smtp,
      credential: personal.credential,
      verified: personal.verified,
    });
  });

  it('without any mailbox has an entry that the record cannot send with', () => {
    expect(requestedEntry(null, doctor, NOW)).toMatchObject({
      doctorId: 'rossi',
      doctorName: 'Dott. Mario Rossi',
      choice: 'mail-plus',
      address: null,
      smtp: null,
      credential: null,
      status: 'awaiting-mail-plus',
      mailPlusRequestedAt: at,
    });
  });

  it('goes on waiting when a personal mailbox is set up meanwhile', () => {
    expect(savedEntry(waiting, senderOf('rossi', { address: 'new@example.test' }))).toMatchObject({
      address: 'new@example.test',
      status: 'awaiting-mail-plus',
      mailPlusRequestedAt: before,
    });
  });

  it('waits no more when Mail Plus is set up, or when that was said', () => {
    for (const sender of [
      senderOf('rossi', { choice: 'mail-plus' }),
      senderOf('rossi', { mailPlusRequestedAt: null }),
    ]) {
      const saved = savedEntry(waiting, sender);
      expect(saved.status).toBe('verified');
      expect(saved).not.toHaveProperty('mailPlusRequestedAt');
    }
  });

  it('goes on waiting after a check, which is noted all the same', () => {
    expect(checkedEntry(waiting, { ok: false, cause: 'no-network' }, NOW)).toMatchObject({
      status: 'awaiting-mail-plus',
      failing: { at, cause: 'no-network' },
    });
    expect(checkedEntry(waiting, { ok: true, messageId: null }, NOW)).toMatchObject({
      status: 'awaiting-mail-plus',
      verified: { at, messageId: personal.verified?.messageId },
    });
  });
});

describe('an entry after a check', () => {
  it('that failed keeps the last proof', () => {
    const sender = senderOf('rossi');
    expect(checkedEntry(sender, { ok: false, cause: 'wrong-credentials' }, NOW)).toMatchObject({
      status: 'failing',
      failing: { at, cause: 'wrong-credentials' },
      verified: sender.verified,
    });
  });

  it('that succeeded forgets the failure', () => {
    const failing = checkedEntry(senderOf('rossi'), { ok: false, cause: 'no-network' }, NOW);
    expect(checkedEntry(failing, { ok: true, messageId: '<2@x>' }, NOW)).toMatchObject({
      status: 'verified',
      failing: null,
      verified: { at, messageId: '<2@x>' },
    });
  });
});

describe('the proof of a sender', () => {
  const previous = senderOf('rossi', {
    verified: { at: before, messageId: '<1@example.test>', newer: 3 },
  });

  it('keeps its message when a check without one renews it', () => {
    expect(checkedEntry(previous, { ok: true, messageId: null }, NOW).verified).toEqual({
      at,
      messageId: '<1@example.test>',
      newer: 3,
    });
  });

  it('has the message of the last check that sent one', () => {
    const checked = checkedEntry(previous, { ok: true, messageId: '<2@example.test>' }, NOW);
    expect(checked.verified).toMatchObject({ at, messageId: '<2@example.test>' });
    const never = senderOf('rossi', { verified: null });
    expect(checkedEntry(never, { ok: true, messageId: null }, NOW).verified).toEqual({
      at,
      messageId: null,
    });
  });
});
