import { describe, expect, test } from 'vitest';
import { advise, alternativeTitles, experimentFor } from '../../../src/diagnosis/advise.ts';
import { CAUSES } from '../../../src/diagnosis/cause.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { LANGUAGES } from '../../../src/language.ts';
import { translator } from '../../../src/texts/index.ts';
import { diagnosisOf } from './diagnosis-of.ts';

const unknown = { providerName: null, address: null, callCentre: '09741926702', steps: null };
const JARGON =
  /smtp|starttls|\bport[ae]?\b|\bhost\b|autentic|authentic|authentif|timeout|\btls\b|\bssl\b|\bdns\b|\b[45]\d\d\b|!/i;

/** The Gulpease index: letters, words and sentences of an Italian text; 60 reads easily. */
function gulpease(text: string): number {
  const letters = (text.match(/\p{L}/gu) ?? []).length;
  const words = text.split(/[\s’']+/u).filter((word) => /\p{L}/u.test(word)).length;
  const sentences = (text.match(/[.:?](?=\s|$)/g) ?? []).length;
  return 89 + (300 * sentences - 10 * letters) / words;
}

describe.each(LANGUAGES)('in %s', (language) => {
  const translate = translator(language);

  test.each(CAUSES)('%s has a title, one sentence and steps, all filled in', (cause) => {
    const { title, happened, steps } = advise(diagnosisOf({ cause }), translate, unknown);
    expect(steps.length).toBeGreaterThan(0);
    for (const text of [title, happened, ...steps]) {
      expect(text).not.toMatch(/\{\{|diagnosis\.|undefined|null/);
      expect(text).toMatch(/^\p{Lu}/u);
      expect(text).not.toMatch(JARGON);
    }
    expect(title.length).toBeLessThanOrEqual(60);
  });
});

describe('in Italian', () => {
  const translate = translator('it');

  test.each(CAUSES)('%s reads easily', (cause) => {
    const { title, happened, steps } = advise(diagnosisOf({ cause }), translate, unknown);
    expect(gulpease([`${title}.`, happened, ...steps].join(' '))).toBeGreaterThanOrEqual(60);
  });

  test('the provider’s own steps take the place of the general ones, and lead back here', () => {
    const steps = ['Apri la pagina.', 'Crea la password.'];
    const details = { ...unknown, providerName: 'Gmail', steps };
    const advice = advise(diagnosisOf({ cause: 'app-password-required' }), translate, details);
    expect(advice.steps.slice(0, 2)).toEqual(steps);
    expect(advice.steps.at(-1)).toContain('Torna qui');
    expect(advise(diagnosisOf({ cause: 'mailbox-full' }), translate, details).steps).not.toContain(
      steps[0],
    );
  });

  test('names the provider, the product and the minutes', () => {
    const details = { ...unknown, providerName: 'Libero', address: 'mario@libero.it' };
    const text = (seen: Partial<Diagnosis>) =>
      JSON.stringify(advise(diagnosisOf(seen), translate, details));
    expect(text({})).toContain('Libero');
    expect(text({})).toContain('mario@libero.it');
    expect(text({ cause: 'tls-intercepted', product: 'ESET' })).toContain('ESET');
    expect(text({ cause: 'greylisted', retryAfter: 301 })).toContain('6\u00a0minuti');
  });

  test('where there is doubt, the experiment that decides comes first', () => {
    const doubtful = diagnosisOf({ confidence: 'likely', alternatives: ['app-password-required'] });
    const experiment = experimentFor(doubtful, translate);
    expect(experiment).toContain('dal sito');
    expect(advise(doubtful, translate, unknown).steps[0]).toBe(experiment);
    expect(experimentFor(diagnosisOf({}), translate)).toBeNull();
  });

  test('alternatives are titles, most likely first', () => {
    const found = diagnosisOf({ alternatives: ['app-password-required', 'smtp-access-disabled'] });
    expect(alternativeTitles(found, translate, unknown)).toEqual([
      'Serve una password per le app',
      'La casella non permette l’uso da altri programmi',
    ]);
  });
});
