import { noticeMessage } from '../handouts/notice.ts';
import { summaryText } from '../handouts/summary.ts';
import type { WizardContext } from './context.ts';
import type { WizardEffects } from './effects.ts';
import { provenSender } from './handouts.ts';
import { mailPlusRequest } from './requests.ts';
import { technicalDetails } from './technical.ts';
import type { CopyKind } from './view.ts';

/** What a copy button puts on the clipboard: plain text, never a password. */
export function clipboardText(
  what: CopyKind,
  context: WizardContext,
  { callCentre, findProvider, now }: Pick<WizardEffects, 'callCentre' | 'findProvider' | 'now'>,
): string {
  const { language } = context;
  const sender = provenSender(context);
  const details = () => technicalDetails(context).join('\n');
  switch (what) {
    case 'mail-plus-request': {
      const { subject, text } = mailPlusRequest(context, null);
      return `${subject}\n\n${text}`;
    }
    case 'sender-summary': {
      if (!sender) return details();
      const provider = sender.provider === null ? null : findProvider(sender.provider);
      return summaryText(sender, { language, provider, callCentre: callCentre.phone, now: now() });
    }
    case 'patients-message':
      return sender ? noticeMessage(sender, language) : details();
    case 'technical-details':
      return details();
  }
}
