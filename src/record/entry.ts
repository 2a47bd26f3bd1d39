import { credentialFor } from '../keychain/keychain.ts';
import { limitsSchema, UNKNOWN_LIMITS } from '../providers/catalogue.ts';
import type { Doctor } from './doctors.ts';
import { type Sender, senderSchema } from './senders.ts';

/** The outcome of a check of a stored sender. */
export type CheckOutcome =
  | { readonly ok: true; readonly messageId: string | null }
  | { readonly ok: false; readonly cause: string };

/**
 * The entry for a sender that is being saved. Keys that a newer version added survive. A personal
 * sender does not end the wait for a Mail Plus that was asked for; Mail Plus itself does, and so
 * does an explicit `mailPlusRequestedAt: null`.
 */
export function savedEntry(previous: Sender | null, sender: Sender): Sender {
  const requestedAt = waitGoesOn(previous, sender) ? previous?.mailPlusRequestedAt : null;
  const { mailPlusRequestedAt: _asked, ...rest } = sender;
  return {
    ...unknownKeys(previous),
    ...rest,
    ...unknownInside(previous, sender),
    ...(requestedAt
      ? { status: 'awaiting-mail-plus', mailPlusRequestedAt: requestedAt }
      : sender.mailPlusRequestedAt
        ? { mailPlusRequestedAt: sender.mailPlusRequestedAt }
        : {}),
  };
}

function waitGoesOn(previous: Sender | null, sender: Sender): boolean {
  return (
    previous?.status === 'awaiting-mail-plus' &&
    sender.choice === 'personal' &&
    sender.mailPlusRequestedAt === undefined
  );
}

/** The entry of a doctor who asked for Mail Plus at `at`; a sender that works goes on working. */
export function requestedEntry(previous: Sender | null, doctor: Doctor, at: Date): Sender {
  return {
    ...(previous ?? emptyEntry(doctor)),
    ...(previous?.smtp ? {} : { choice: 'mail-plus' }),
    status: 'awaiting-mail-plus',
    mailPlusRequestedAt: at.toISOString(),
  };
}

/** The entry after a check: the last proof stays, whatever the check said. */
export function checkedEntry(previous: Sender, outcome: CheckOutcome, at: Date): Sender {
  const awaiting = previous.status === 'awaiting-mail-plus';
  const when = at.toISOString();
  return outcome.ok
    ? {
        ...previous,
        status: awaiting ? previous.status : 'verified',
        verified: {
          ...previous.verified,
          at: when,
          // A check without a message proves no message: the one that was accepted stays known.
          messageId: outcome.messageId ?? previous.verified?.messageId ?? null,
        },
        failing: null,
      }
    : {
        ...previous,
        status: awaiting ? previous.status : 'failing',
        failing: { at: when, cause: outcome.cause },
      };
}

/** The entry of a doctor who has no sender yet. */
function emptyEntry({ id, name }: Pick<Doctor, 'id' | 'name'>): Sender {
  return {
    doctorId: id,
    doctorName: name,
    choice: 'personal',
    address: null,
    displayName: name,
    provider: null,
    smtp: null,
    credential: null,
    limits: UNKNOWN_LIMITS,
    status: 'none',
    verified: null,
  };
}

function unknownKeys(previous: Sender | null): Record<string, unknown> {
  return withoutKeys(previous, senderSchema.shape);
}

/** What a newer version noted about a mailbox says nothing about another one. */
function unknownInside(previous: Sender | null, sender: Sender) {
  const { smtp, limits, verified } = sender;
  const same = previous?.smtp?.host === smtp?.host && previous?.smtp?.username === smtp?.username;
  const old = same ? previous : null;
  const credential = smtp && { ...credentialFor(smtp.host, smtp.username) };
  return {
    smtp: smtp && { ...withoutKeys(old?.smtp, smtp), ...smtp },
    credential: credential && { ...withoutKeys(old?.credential, credential), ...credential },
    limits: { ...withoutKeys(old?.limits, limitsSchema.shape), ...limits },
    verified: verified && { ...withoutKeys(old?.verified, verified), ...verified },
  };
}

function withoutKeys(from: object | null | undefined, known: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from ?? {}).filter(([key]) => !(key in known)));
}
