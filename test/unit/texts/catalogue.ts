import { readFileSync } from 'node:fs';
import type { Language } from '../../../src/language.ts';
import type { Catalogue } from '../../../src/providers/catalogue.ts';
import type { Said } from './strings.ts';

const file = new URL('../../../assets/providers.json', import.meta.url);
const { providers } = JSON.parse(readFileSync(file, 'utf8')) as Catalogue;

/** What the catalogue says to a person: hints, notes on limits and the steps of preparations. */
export function catalogueTexts(language: Language): readonly Said[] {
  return providers.flatMap(({ id, hint, limitsNote, from, preparation }) =>
    [hint, limitsNote, from, ...(preparation?.steps ?? [])].flatMap((text, index) =>
      text === null ? [] : [{ key: `providers.${id}.${index}`, text: text[language] }],
    ),
  );
}
