import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { PAGE, renderProvidersPage } from '../../../scripts/providers-page.ts';
import { LANGUAGES } from '../../../src/language.ts';
import type { Localized } from '../../../src/language-schema.ts';
import { catalogueSchema, type Provider } from '../../../src/providers/catalogue.ts';

const file = await readFile(new URL('../../../assets/providers.json', import.meta.url), 'utf8');
const catalogue = catalogueSchema.parse(JSON.parse(file));
const { providers } = catalogue;

const textsOf = (provider: Provider): readonly Localized[] =>
  [
    provider.hint,
    provider.limitsNote,
    provider.from,
    ...(provider.preparation?.steps ?? []),
  ].filter((text) => text !== null);

/** Gulpease: 89 + (300 * sentences - 10 * letters) / words; 60 is easy with a lower secondary school. */
function gulpease(text: string): { readonly words: number; readonly index: number } {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.join('').length;
  const sentences = Math.max(1, (text.match(/[.!?](?=\s|$)/g) ?? []).length);
  return { words: words.length, index: 89 + (300 * sentences - 10 * letters) / words.length };
}

it('leaves nothing to what the schema would fill in, for the product does not ask it', () => {
  expect(JSON.parse(file)).toStrictEqual(catalogue);
});

describe.each(providers.map((provider) => [provider.id, provider] as const))(
  'the entry of %s',
  (_, provider) => {
    it('names a source with a date for what it says', () => {
      for (const source of provider.sources) {
        expect(source.fact).not.toBe('');
        expect(source.date).not.toBe('');
        expect(source.url ?? source.where).not.toBeNull();
      }
      expect(provider.checked).toMatch(/^20\d\d-\d\d-\d\d$/);
    });

    it('says the first thing to know in all languages, and differently', () => {
      expect(provider.hint).not.toBeNull();
      for (const text of textsOf(provider)) {
        for (const language of LANGUAGES) expect(text[language].trim()).not.toBe('');
        expect(new Set(LANGUAGES.map((language) => text[language])).size).toBe(LANGUAGES.length);
      }
    });

    it('speaks plainly to a doctor', () => {
      for (const { it: text } of textsOf(provider)) {
        const { words, index } = gulpease(text);
        if (words >= 5) expect(index, text).toBeGreaterThanOrEqual(60);
        expect(text).not.toMatch(
          /!|hai sbagliato|STARTTLS|autenticazione|timeout|\bhost\b|\bporta\b/,
        );
      }
    });

    it('gives a number for a limit only with the page that says it', () => {
      const { source, beyond: _words, ...numbers } = provider.limits;
      const known = Object.values(numbers).some((number) => number !== null);
      expect(source !== null).toBe(known);
    });

    it('has what its state promises', () => {
      if (provider.state === 'works') expect(provider.servers).not.toEqual([]);
      if (provider.state === 'needs-preparation') {
        expect(provider.servers).not.toEqual([]);
        expect(provider.preparation?.page).toMatch(/^https:/);
      }
      if (provider.state === 'closed') expect(provider.servers).toEqual([]);
      if (provider.kind === 'pec') {
        expect(provider.state).toBe('blocked');
        expect(provider.servers).toEqual([]);
      }
      if (provider.password === 'oauth-only') expect(provider.state).toBe('blocked');
    });
  },
);

describe('the catalogue', () => {
  it('has no id twice', () => {
    const ids = providers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives no domain to two providers', () => {
    const domains = providers.flatMap((provider) => provider.domains);
    expect(domains.filter((domain, index) => domains.indexOf(domain) !== index)).toEqual([]);
  });

  it('gives no MX pattern to two providers', () => {
    const patterns = providers.flatMap((provider) => provider.mx);
    expect(patterns.filter((pattern, index) => patterns.indexOf(pattern) !== index)).toEqual([]);
  });

  it('is shown in docs/providers.md as it is (node scripts/providers-page.ts)', async () => {
    expect(await readFile(PAGE, 'utf8')).toBe(renderProvidersPage(catalogue));
  });
});

describe('the readability index', () => {
  it('finds long words in long sentences hard, and short ones easy', () => {
    expect(gulpease('Apri la pagina e copia il codice.').index).toBeGreaterThan(80);
    expect(
      gulpease(
        'L’autenticazione mediante credenziali specificamente predisposte presuppone la preventiva abilitazione amministrativa',
      ).index,
    ).toBeLessThan(60);
  });
});
