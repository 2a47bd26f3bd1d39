import { type Translate, translator } from '../src/texts/index.ts';
import { useView } from './view.ts';

/** The texts in the view's language; a change of language shows at once. */
export function useTexts(): Translate {
  return translator(useView().language);
}
