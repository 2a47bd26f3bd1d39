import { describe, expect, it } from 'vitest';
import { de } from '../../../src/texts/de/index.ts';
import { en } from '../../../src/texts/en/index.ts';
import { it as italian } from '../../../src/texts/it/index.ts';
import { catalogueTexts } from './catalogue.ts';
import { JARGON, sentencesIn, stringsOf } from './strings.ts';

/** The server page is the technician's, who needs the real terms to find them elsewhere. */
const { server: _technicians, ...doctorsPages } = italian.pages;
const { cli: _commands, ...windowTexts } = italian;

/** All that a doctor reads, the providers' own words for their menus («...») aside. */
const doctors = [
  ...stringsOf({ ...windowTexts, pages: doctorsPages }),
  ...catalogueTexts('it'),
].map(({ key, text }) => ({ key, text: text.replaceAll(/«[^»]*»/g, '') }));

describe('the Italian texts', () => {
  it('have no jargon', () => {
    expect(doctors.filter(({ text }) => JARGON.test(text))).toEqual([]);
  });

  it('neither blame nor alarm', () => {
    const texts = doctors;
    const rude = /attenzione|hai sbagliato|errore|errat[oa]|sicur[oa] al|per sempre|garanti/i;
    expect(texts.filter(({ text }) => rude.test(text))).toEqual([]);
  });

  it('never say that a message arrived', () => {
    const texts = stringsOf({ review: italian.pages.review, done: italian.pages.done });
    const promise = /(messaggio|email) (di prova )?(è|sono) arrivat|consegnat|ricevut/i;
    expect(texts.filter(({ text }) => promise.test(text))).toEqual([]);
  });
});

describe.each([
  ['it', italian],
  ['en', en],
  ['de', de],
] as const)('the texts in %s', (language, texts) => {
  const all = stringsOf({ pages: texts.pages, common: texts.common });

  it('write apostrophes as a typographer does', () => {
    const plain = [...stringsOf(texts), ...catalogueTexts(language)];
    expect(plain.filter(({ text }) => /[\p{L}\d]'|'\p{L}/u.test(text))).toEqual([]);
  });

  it('keep a number and its unit on one line', () => {
    const unit = /\{\{(minutes|seconds)\}\} /;
    expect(stringsOf(texts).filter(({ text }) => unit.test(text))).toEqual([]);
  });

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

describe('the German texts', () => {
  /**
   * The letter to the vendor and the notice to patients are the doctor's own, and polite; the
   * commands address nobody.
   */
  const { mail, cli: _cli, handouts, ...window } = de;
  const { notice: _patients, ...sheets } = handouts;
  const said = [...stringsOf({ ...window, test: mail.test, ...sheets }), ...catalogueTexts('de')];

  it('say du, as the Italian says tu', () => {
    const polite = /\p{Ll}en Sie\b|\bSie \p{Ll}+en\b(?! und)|\b(Ihr(e[mnrs]?)?|Ihnen)\b/u;
    expect(said.filter(({ text }) => polite.test(text))).toEqual([]);
  });

  it('have one word for one thing', () => {
    expect(said.filter(({ text }) => /Einzelheit|Techniker|Mailanbieter/.test(text))).toEqual([]);
  });
});
