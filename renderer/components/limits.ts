import type { SenderSummary } from '../../src/wizard/view.ts';
import { useFormats } from '../formats.ts';
import { useTexts } from '../texts.ts';

/** How many emails the mailbox bears, in words; said plainly when the provider does not tell. */
export function useLimits({ limits, limitsNote }: SenderSummary): string {
  const t = useTexts();
  const formats = useFormats();
  const known = [
    limits.perDay !== null && t('pages.limits.perDay', { amount: formats.number(limits.perDay) }),
    limits.perHour !== null &&
      t('pages.limits.perHour', { amount: formats.number(limits.perHour) }),
    limitsNote,
  ].filter((words) => words !== false && words !== null);
  return known.length === 0 ? t('pages.limits.unknown') : known.join(' ');
}
