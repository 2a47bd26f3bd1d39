import { type Translate, translator } from '../texts/index.ts';
import { currentEntry, type WizardContext } from './context.ts';
import { mailPlusRequest } from './requests.ts';
import { technicalDetails } from './technical.ts';
import type { CopyKind } from './view.ts';

/** What a copy button puts on the clipboard: plain text, never a password. */
export function clipboardText(what: CopyKind, context: WizardContext, callCentre: string): string {
  switch (what) {
    case 'mail-plus-request': {
      const { subject, text } = mailPlusRequest(context, null);
      return `${subject}\n\n${text}`;
    }
    case 'sender-summary':
      return senderSummary(context, translator(context.language), callCentre);
    case 'technical-details':
      return technicalDetails(context).join('\n');
  }
}

/** What a doctor wants to have on paper or in a message: which mailbox, since when, and whom to ask. */
function senderSummary(context: WizardContext, t: Translate, callCentre: string): string {
  const sender = context.saved ?? currentEntry(context)?.sender;
  if (!sender?.verified) return technicalDetails(context).join('\n');
  const format = new Intl.DateTimeFormat(context.language, {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return t('mail.summary.text', {
    name: sender.doctorName,
    address: sender.address,
    provider: context.discovery?.provider?.name ?? sender.provider ?? sender.smtp?.host ?? '',
    date: format.format(new Date(sender.verified.at)),
    perDay: sender.limits.perDay ?? t('mail.summary.unknownLimit'),
    callCentre,
  });
}
