import { createInstance, type TFunction } from 'i18next';
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

/** The translate function of one language, ready at once. What a language lacks is said in Italian. */
export const translator = perLanguage((language): Translate => {
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
  return texts.getFixedT(language);
});
