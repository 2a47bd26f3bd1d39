import type { WizardContext } from './context.ts';
import { mailPlusRequest } from './requests.ts';
import { technicalDetails } from './technical.ts';
import type { CopyKind } from './view.ts';

/** What a copy button puts on the clipboard: plain text, never a password. */
export function clipboardText(what: CopyKind, context: WizardContext): string {
  switch (what) {
    case 'mail-plus-request': {
      const { subject, text } = mailPlusRequest(context, null);
      return `${subject}\n\n${text}`;
    }
    case 'technical-details':
    case 'sender-summary':
      return technicalDetails(context).join('\n');
  }
}
