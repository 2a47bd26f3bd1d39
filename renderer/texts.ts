import { useTranslation } from 'react-i18next';
import type { Translate } from '../src/texts/index.ts';
import { useView } from './view.ts';

/** The texts in the view's language; a change of language shows at once. */
export function useTexts(): Translate {
  return useTranslation('translation', { lng: useView().language }).t;
}
