import { describe, expect, it } from 'vitest';
import { de } from '../../../src/texts/de/index.ts';
import { en } from '../../../src/texts/en/index.ts';
import { it as italian } from '../../../src/texts/it/index.ts';
import { gulpease, sentencesIn, stringsOf } from './strings.ts';

/** Words of ui.md that a doctor never reads; the server page is the technician's. */
const JARGON =
  /\b(smtp|starttls|tls|port[ae]|host|server host|autenticazione|timeout|errore \d+|protocollo|dominio)\b/i;

const doctorsPages = Object.entries(italian.pages).filter(([name]) => name !== 'server');

describe('the Italian texts', () => {
  it.each(Object.entries(italian.pages))('of the page %s are easy to read', (_name, page) => {
    // Whole sentences: a label of two words has no readability of its own.
    const prose = stringsOf(page)
      .map(({ text }) => text)
      .filter((text) => /[.?:]$/.test(text));
    if (prose.length > 0) expect(gulpease(prose)).toBeGreaterThanOrEqual(60);
  });

  it.each([...doctorsPages, ['common', italian.common] as const])(
    'of %s have no jargon',
    (_name, page) => {
      const jargon = stringsOf(page).filter(({ text }) => JARGON.test(text));
      expect(jargon).toEqual([]);
    },
  );

  it('neither blame nor alarm', () => {
    const texts = stringsOf({ pages: italian.pages, common: italian.common });
    const rude = /attenzione|hai sbagliato|errore|errat[oa]|sicur[oa] al|per sempre|garanti/i;
    expect(texts.filter(({ text }) => rude.test(text))).toEqual([]);
  });

  it('never say that a message arrived', () => {
    const texts = stringsOf({ review: italian.pages.review, done: italian.pages.done });
    const promise = /(messaggio|email) (di prova )?(è|sono) arrivat|consegnat|ricevut/i;
    expect(texts.filter(({ text }) => promise.test(text))).toEqual([]);
  });
});

describe.each(Object.entries({ it: italian, en, de }))('the texts in %s', (_language, texts) => {
  const all = stringsOf({ pages: texts.pages, common: texts.common });

  it('have no exclamation marks', () => {
    expect(all.filter(({ text }) => text.includes('!'))).toEqual([]);
  });

  it('have at most two sentences under a title', () => {
    const leads = all.filter(({ key }) => /\.lead\b|\.why$/.test(key));
    expect(leads.length).toBeGreaterThan(20);
    expect(leads.filter(({ text }) => sentencesIn(text) > 2)).toEqual([]);
  });

  it('interpolate the same values as the Italian', () => {
    const valuesOf = (tree: object) =>
      Object.fromEntries(
        stringsOf(tree).map(({ key, text }) => [key, (text.match(/\{\{\w+\}\}/g) ?? []).sort()]),
      );
    expect(valuesOf({ pages: texts.pages, common: texts.common })).toEqual(
      valuesOf({ pages: italian.pages, common: italian.common }),
    );
  });
});
