import type { Campaign } from './campaign.ts';

/** Where a day stands to the switch-over: before it, in its months, or after the last of them. */
export type Phase = 'before' | 'during' | 'after';

/**
 * The phase on a day (ISO 8601 date, local). `switchOver.from` is the first day on which a doctor
 * chooses; on `switchOver.until` the free service has ended.
 */
export function phaseOn({ switchOver }: Campaign, today: string): Phase {
  if (today < switchOver.from) return 'before';
  return today < switchOver.until ? 'during' : 'after';
}

/** Whether Mail Plus costs its yearly price on a day (ISO 8601 date, local). */
export function mailPlusIsPaid({ mailPlus }: Campaign, today: string): boolean {
  return today >= mailPlus.paidFrom;
}

/** The yearly price of Mail Plus for one user, VAT included, to the cent. */
export function priceWithVat({ mailPlus }: Campaign): number {
  return Math.round(mailPlus.pricePerYear * (100 + mailPlus.vatPercent)) / 100;
}

/** A moment's calendar day where the program runs, as an ISO 8601 date. */
export function localDay(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const year = String(moment.getFullYear()).padStart(4, '0');
  return `${year}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
