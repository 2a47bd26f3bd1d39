import type { Stage } from '../../smtp/evidence.ts';
import type { Cause, FixableBy } from '../cause.ts';
import type { Fact } from '../signals.ts';

/** Every part that is present must hold. */
export interface Conditions {
  /** All of these patterns, in the folded text. */
  readonly text?: readonly RegExp[];
  /** None of these patterns, in the folded text. */
  readonly not?: readonly RegExp[];
  readonly config?: RegExp;
  /** One of these codes; `none`: no reply code was found. */
  readonly codes?: readonly number[] | 'none';
  readonly enhanced?: RegExp;
  /** One of these stages is possible: the one that was given, or what text and code allow. */
  readonly stages?: readonly Stage[];
  /** One of these stages was given. */
  readonly onlyStages?: readonly Stage[];
  readonly facts?: readonly Fact[];
  readonly withoutFacts?: readonly Fact[];
}

/** The reply or error line that a rule was made for. */
export interface Sample {
  readonly text: string;
  readonly stage?: Stage;
  readonly provider?: string;
  readonly host?: string;
  readonly config?: string;
  readonly facts?: readonly Fact[];
}

/** One piece of knowledge: when this is seen, it is that. */
export interface Rule {
  readonly id: string;
  readonly cause: Cause;
  readonly when: Conditions;
  /** Where this typically happens, used when no stage was given. */
  readonly stage?: Stage;
  /** Default: certain. */
  readonly confidence?: 'likely';
  /** What else the same signals allow, most likely first. */
  readonly alternatives?: readonly Cause[];
  /** Default: the cause's own. */
  readonly fixableBy?: FixableBy;
  readonly sample: Sample;
  /** A URL, or an RFC's section. */
  readonly source: string;
}
