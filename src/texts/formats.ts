import dayjs from 'dayjs';
import 'dayjs/locale/de.js';
import 'dayjs/locale/en-gb.js';
import 'dayjs/locale/it.js';
import localizedFormat from 'dayjs/plugin/localizedFormat.js';
import type { Language } from '../language.ts';
import { perLanguage } from './per-language.ts';

export interface Formats {
  /** `2022-03-17`, or the local day of an ISO 8601 instant, as "17 marzo 2022". */
  date(when: string): string;
  /** The same with the month cut short, for a table. */
  shortDay(when: string): string;
  /** `2022-10-01` as "ottobre 2022". */
  month(isoDate: string): string;
  /** The local time of an ISO 8601 instant. */
  time(instant: string): string;
  number(value: number): string;
  /** With two decimals and the currency's code: "30,00 EUR". */
  money(value: number, currency: string): string;
  /** Seconds as minutes and seconds, in words. */
  duration(seconds: number): string;
}

dayjs.extend(localizedFormat);

/** English as it is written in Europe: day before month, 24 hours. */
const LOCALES = { it: 'it', en: 'en-gb', de: 'de' } as const satisfies Record<Language, string>;

/**
 * How one language writes dates, numbers and money. Intl takes 28 ms of a slow machine for the first format of a
 * process, whatever it is of: for numbers, which few pages show, it is worth that; for dates, which the first page
 * shows, it is not.
 */
export const formatsFor = perLanguage((language) => makeFormats(LOCALES[language]));

function makeFormats(locale: string): Formats {
  const dates = (template: string) => (when: string) => dayjs(when).locale(locale).format(template);
  const unit = (name: 'minute' | 'second', value: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  return {
    date: dates('LL'),
    shortDay: dates('ll'),
    month: dates('MMMM YYYY'),
    time: dates('LT'),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    money: (value, currency) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'code',
      }).format(value),
    duration: (seconds) =>
      seconds >= 60 ? unit('minute', Math.ceil(seconds / 60)) : unit('second', seconds),
  };
}
