import { credentialFor } from '../keychain/keychain.ts';
import { type Provider, UNKNOWN_LIMITS } from '../providers/catalogue.ts';
import type { Sender } from '../record/senders.ts';
import type { ProbeRequest } from '../smtp/probe.ts';
import { testMessage } from '../smtp/test-message.ts';
import { translator } from '../texts/index.ts';
import { chosenFinding, currentEntry, type WizardContext } from './context.ts';
import type { OutgoingMail } from './effects.ts';

/** The name that patients see: as typed in the review, as stored, or the doctor's own. */
export function displayName(context: WizardContext): string {
  const entry = currentEntry(context);
  return context.displayName ?? entry?.sender?.displayName ?? entry?.doctor.name ?? '';
}

/** A test, and whose mailbox it is: that decides what a failure means. */
export interface ProvenMailbox {
  readonly request: Omit<ProbeRequest, 'authorities'>;
  readonly provider: Provider | null;
}

/** The probe that proves this sender: a real message from the mailbox to itself. */
export function testRequest(context: WizardContext, now: Date): ProvenMailbox {
  const finding = chosenFinding(context);
  const { password, language, draft, discovery } = context;
  if (!finding || !password) throw new Error('a test needs server settings and a password');
  const { host, port, security, username } = finding;
  const name = displayName(context);
  const request = {
    server: { host, port, security },
    username,
    password,
    from: { address: draft.address, name },
    to: draft.address,
    message: testMessage({ address: draft.address, name, date: now, language }),
  };
  return { request, provider: discovery?.provider ?? null };
}

/** The sender entry that a passed test allows to save. */
export function buildSender(context: WizardContext): Sender {
  const finding = chosenFinding(context);
  const entry = currentEntry(context);
  const { proof, discovery, draft } = context;
  if (!finding || !entry || !proof) throw new Error('only a proven sender can be saved');
  const { host, port, security, username } = finding;
  const asked = entry.sender?.mailPlusRequestedAt ?? null;
  const awaits = draft.choice !== 'mail-plus' && asked !== null;
  return {
    ...entry.sender,
    doctorId: entry.doctor.id,
    doctorName: entry.doctor.name,
    choice: draft.choice ?? 'personal',
    address: draft.address,
    displayName: displayName(context),
    provider: discovery?.provider?.id ?? null,
    smtp: { host, port, security, auth: 'password', username },
    credential: { ...credentialFor(host, username) },
    limits: discovery?.provider?.limits ?? UNKNOWN_LIMITS,
    status: awaits ? 'awaiting-mail-plus' : 'verified',
    verified: { ...proof },
    failing: null,
    mailPlusRequestedAt: awaits ? asked : null,
  };
}

/** The text with which a doctor asks the vendor for Mail Plus. */
export function mailPlusRequest(context: WizardContext, to: string | null): OutgoingMail {
  const entry = currentEntry(context);
  const t = translator(context.language);
  const current = entry?.sender?.address ?? entry?.doctor.sender?.address ?? null;
  const details = {
    name: entry?.doctor.name ?? '',
    id: entry?.doctor.id ?? '',
    current: current === null ? '' : t('mail.mailPlusRequest.current', { address: current }),
  };
  return {
    to,
    subject: t('mail.mailPlusRequest.subject', details),
    text: t('mail.mailPlusRequest.text', details),
  };
}
