import { createInstance, type i18n, type TFunction } from 'i18next';
import type { Language } from '../language.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { it } from './it/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof it };
  }
}

export type Translate = TFunction<'translation'>;

/** An i18next instance with all three languages loaded, ready at once. */
export function createTexts(language: Language): i18n {
  const texts = createInstance();
  void texts.init({
    lng: language,
    fallbackLng: 'it',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: {
      it: { translation: it },
      en: { translation: en },
      de: { translation: de },
    },
  });
  return texts;
}

const translators = new Map<Language, Translate>();

/** The translate function of one language, for what is written outside the window; made once. */
export function translator(language: Language): Translate {
  const known = translators.get(language);
  if (known) return known;
  const translate = createTexts(language).getFixedT(language);
  translators.set(language, translate);
  return translate;
}
