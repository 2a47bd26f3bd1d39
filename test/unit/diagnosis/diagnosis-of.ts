import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';

/** A refused login that the doctor can mend, but for what the test says of it. */
export function diagnosisOf(seen: Partial<Diagnosis>): Diagnosis {
  return {
    cause: 'wrong-credentials',
    stage: 'auth',
    fixableBy: 'doctor',
    confidence: 'certain',
    alternatives: [],
    provider: null,
    retryAfter: null,
    product: null,
    evidence: null,
    ...seen,
  };
}
