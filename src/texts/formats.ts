import type { Language } from '../language.ts';

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

/** How one language writes dates, numbers and money. */
export function formatsFor(language: Language): Formats {
  const locale = LOCALES[language];
  const long = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const date = new Intl.DateTimeFormat(locale, { ...long, timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const day = new Intl.DateTimeFormat(locale, long);
  const shortDay = new Intl.DateTimeFormat(locale, { ...long, month: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const number = new Intl.NumberFormat(locale);
  const unit = (name: 'minute' | 'second', value: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  return {
    date: (isoDate) => date.format(new Date(isoDate)),
    month: (isoDate) => month.format(new Date(isoDate)),
    day: (instant) => day.format(new Date(instant)),
    shortDay: (instant) => shortDay.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    number: (value) => number.format(value),
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
