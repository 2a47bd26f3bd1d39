import type { Language } from '../language.ts';
import { perLanguage } from './per-language.ts';

export interface Formats {
  /** `2022-03-17` as "17 marzo 2022". */
  date(isoDate: string): string;
  /** `2022-10-01` as "ottobre 2022". */
  month(isoDate: string): string;
  /** The local day of an ISO 8601 instant, in words. */
  day(instant: string): string;
  /** The same with the month cut short, for a table. */
  shortDay(instant: string): string;
  /** The local time of an ISO 8601 instant. */
  time(instant: string): string;
  number(value: number): string;
  /** With two decimals and the currency's code: "30,00 EUR". */
  money(value: number, currency: string): string;
  /** Seconds as minutes and seconds, in words. */
  duration(seconds: number): string;
}

/** English as it is written in Europe: day before month, 24 hours. */
const LOCALES = { it: 'it', en: 'en-GB', de: 'de' } as const satisfies Record<Language, string>;

const LONG = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** How one language writes dates, numbers and money. */
export const formatsFor = perLanguage((language) => makeFormats(LOCALES[language]));

/** A formatter takes milliseconds to make, for which a page that shows none should not wait. */
function makeFormats(locale: string): Formats {
  const dates = (options: Intl.DateTimeFormatOptions) => {
    let formatter: Intl.DateTimeFormat | null = null;
    return (instant: string) => {
      formatter ??= new Intl.DateTimeFormat(locale, options);
      return formatter.format(new Date(instant));
    };
  };
  const unit = (name: 'minute' | 'second', value: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  return {
    date: dates({ ...LONG, timeZone: 'UTC' }),
    month: dates({ month: 'long', year: 'numeric', timeZone: 'UTC' }),
    day: dates(LONG),
    shortDay: dates({ ...LONG, month: 'short' }),
    time: dates({ timeStyle: 'short' }),
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
