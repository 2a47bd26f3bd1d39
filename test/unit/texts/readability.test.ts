import { describe, expect, it } from 'vitest';
import { advise } from '../../../src/diagnosis/advise.ts';
import { CAUSES } from '../../../src/diagnosis/cause.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { translator } from '../../../src/texts/index.ts';
import { it as italian } from '../../../src/texts/it/index.ts';
import { catalogueTexts } from './catalogue.ts';
import { gulpease, hardToRead, stringsOf } from './strings.ts';

/** All but the commands, which are the technician's. */
const { cli: _technicians, ...doctors } = italian;

describe('what a doctor reads in Italian', () => {
  it('is easy, text by text', () => {
    expect(hardToRead(stringsOf(doctors))).toEqual([]);
  });

  it('is easy in what the catalogue of providers says', () => {
    expect(hardToRead(catalogueTexts('it'))).toEqual([]);
  });

  it.each(CAUSES)('is easy when a test failed: %s', (cause) => {
    const diagnosis: Diagnosis = {
      cause,
      stage: 'auth',
      fixableBy: 'doctor',
      confidence: 'likely',
      alternatives: ['connection-dropped'],
      provider: null,
      retryAfter: null,
      product: null,
      evidence: null,
    };
    const { title, happened, steps } = advise(diagnosis, translator('it'), {
      providerName: 'Gmail',
      address: 'mario.rossi@gmail.com',
      callCentre: '09741926702',
      steps: null,
    });
    expect(gulpease([title, happened, ...steps])).toBeGreaterThanOrEqual(60);
  });
});

describe('the index', () => {
  it('tells an easy sentence from a hard one', () => {
    expect(gulpease(['La casella è piena.'])).toBeGreaterThan(90);
    const hard =
      'L’autenticazione dell’interlocutore presuppone la configurazione preventiva delle credenziali.';
    expect(gulpease([hard])).toBeLessThan(40);
  });
});
