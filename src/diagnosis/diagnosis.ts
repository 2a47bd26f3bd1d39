import type { Evidence, Stage } from '../smtp/evidence.ts';
import type { Cause, FixableBy } from './cause.ts';

/** A cause with its evidence, who can fix it, and how sure we are. Words come from `texts`. */
export interface Diagnosis {
  readonly cause: Cause;
  readonly stage: Stage;
  readonly fixableBy: FixableBy;
  /** `certain`: the evidence says so; `likely`: see `alternatives` too. */
  readonly confidence: 'certain' | 'likely';
  /** Other causes that the same evidence allows, most likely first. */
  readonly alternatives: readonly Cause[];
  /** The provider's id, for its own steps; null when unknown. */
  readonly provider: string | null;
  /** How long the server asked to wait, in seconds; null when it did not say. */
  readonly retryAfter: number | null;
  /** The product that intercepts TLS, where recognised. */
  readonly product: string | null;
  readonly evidence: Evidence | null;
}

/** A diagnosis in a person's language: what happened, then what to do, one action a step. */
export interface Advice {
  readonly title: string;
  readonly happened: string;
  readonly steps: readonly string[];
}
