import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/language.ts';
import { formatsFor } from '../../../src/texts/formats.ts';

/** The locale data of Unicode (CLDR), which come with Node. */
const unicode = { it: 'it', en: 'en-GB', de: 'de' };

const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

describe.each(LANGUAGES)('dates in %s', (language) => {
  const formats = formatsFor(language);

  it.each(months)('say a day of month %s as Unicode does', (month) => {
    const expected = new Intl.DateTimeFormat(unicode[language], { dateStyle: 'long' });
    for (const day of ['01', '09', '28']) {
      const date = `2026-${month}-${day}`;
      expect(formats.date(date)).toBe(expected.format(new Date(`${date}T12:00`)));
      expect(formats.date(`${date}T12:00`)).toBe(formats.date(date));
    }
  });

  it.each(months)('say month %s as Unicode does', (month) => {
    const expected = new Intl.DateTimeFormat(unicode[language], { month: 'long', year: 'numeric' });
    const date = `2026-${month}-01`;
    expect(formats.month(date)).toBe(expected.format(new Date(`${date}T12:00`)));
  });

  it('say the local time of an instant, with 24 hours', () => {
    expect(formats.time('2026-03-17T18:05')).toBe('18:05');
    expect(formats.time('2026-03-17T07:05')).toBe('07:05');
  });

  it('say the local day of an instant', () => {
    const instant = new Date(2026, 2, 17, 0, 1).toISOString();
    expect(formats.date(instant)).toBe(formats.date('2026-03-17'));
  });
});

it('cuts the month short for a table', () => {
  expect(formatsFor('it').shortDay('2026-09-17T12:00')).toBe('17 set 2026');
  expect(formatsFor('en').shortDay('2026-09-17T12:00')).toBe('17 Sep 2026');
  expect(formatsFor('de').shortDay('2026-09-17T12:00')).toBe('17. Sept. 2026');
});

it.each([
  ['it', '30,00 EUR', '1.234.567', '2 minuti', '1 secondo'],
  ['en', 'EUR 30.00', '1,234,567', '2 minutes', '1 second'],
  ['de', '30,00 EUR', '1.234.567', '2 Minuten', '1 Sekunde'],
] as const)(
  'writes money, numbers and durations in %s',
  (language, money, number, minutes, second) => {
    const formats = formatsFor(language);
    expect(formats.money(30, 'EUR').replaceAll('\u00a0', ' ')).toBe(money);
    expect(formats.number(1_234_567)).toBe(number);
    expect(formats.duration(61)).toBe(minutes);
    expect(formats.duration(1)).toBe(second);
  },
);
