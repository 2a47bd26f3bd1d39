import { randomUUID } from 'node:crypto';
import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { ProbeRequest } from './request.ts';

export interface ComposedMessage {
  readonly messageId: string;
  readonly content: Buffer;
}

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
