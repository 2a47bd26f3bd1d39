import { limitsText, paceText } from '../../src/texts/pace-text.ts';
import type { SenderSummary } from '../../src/wizard/view.ts';
import { useFormats } from '../formats.ts';
import { useTexts } from '../texts.ts';

/** How many emails the mailbox bears, in words; said plainly when the provider does not tell. */
export function useLimits(summary: SenderSummary): string {
  return limitsText(summary, useTexts(), useFormats()).join(' ');
}

/** How to spread a day's prescriptions, in words. */
export function usePace(summary: SenderSummary): string {
  return paceText(summary, useTexts(), useFormats()).join(' ');
}
