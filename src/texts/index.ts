import { createInstance, type i18n, type TFunction } from 'i18next';
import type { Language } from '../language.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { it } from './it/index.ts';
import { perLanguage } from './per-language.ts';

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

/** The translate function of one language, for what is written outside the window. */
export const translator = perLanguage(
  (language): Translate => createTexts(language).getFixedT(language),
);
