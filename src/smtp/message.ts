import { randomUUID } from 'node:crypto';
import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { ProbeRequest } from './request.ts';

/** What `MAIL FROM` and `RCPT TO` cannot carry without becoming another command. */
const UNSAFE = /[\p{Cc}<>]|^$/u;

export interface ComposedMessage {
  readonly messageId: string;
  readonly content: Buffer;
}

/**
 * The address as a path of the envelope: an international domain in its ASCII form (RFC 5891).
 * @returns null when the address would break out of its angle brackets
 */
export function envelopeAddress(address: string): string | null {
  if (UNSAFE.test(address)) return null;
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  return domain === '' ? address : `${address.slice(0, at)}@${domain}`;
}

/** Whether the server must offer SMTPUTF8 for this address (RFC 6531, section 3.4). */
export const needsUtf8 = (address: string): boolean => /[^\p{ASCII}]/u.test(address);

/** A plain message of our own, in 7-bit lines, with an identifier on the sender's domain. */
export async function composeMessage(
  request: ProbeRequest,
  message: NonNullable<ProbeRequest['message']>,
  date: Date,
): Promise<ComposedMessage> {
  const { from, to } = request;
  const domain = domainToASCII(from.address.slice(from.address.lastIndexOf('@') + 1));
  const messageId = `<${randomUUID()}@${domain || 'localhost'}>`;
  const composer = new MailComposer({
    from: { name: from.name, address: from.address },
    to: { name: '', address: to },
    subject: message.subject,
    text: message.text,
    date,
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Mailer': 'Mittente' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { messageId, content: await composer.compile().build() };
}
