import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { CannotServe, Discovery } from '../../discovery/finding.ts';
import type { Language } from '../../language.ts';
import type { MalformedAddress } from '../../providers/address.ts';
import type { Provider } from '../../providers/catalogue.ts';
import type { Answer } from '../../record/answers.ts';
import type { PracticeProblem, SaveProblem } from '../../record/practice.ts';
import type { Sender } from '../../record/senders.ts';
import type { Secret } from '../../secret.ts';
import type { ProbeResult } from '../../smtp/probe.ts';
import type { Draft } from '../draft.ts';
import type { StageView } from '../view.ts';

/** One doctor as the run gets it: what an answer of the commands says, and the password. */
export interface Wish {
  readonly answer: Answer;
  readonly password: Secret;
}

export interface Run {
  readonly wishes: readonly Wish[];
  readonly language: Language;
}

/** Hears how each doctor among many fares. */
export interface RunObserver {
  onStart(doctorId: string): void;
  onEnd(doctorId: string, end: DriveEnd): void;
}

/** What a failed test leaves, with which the doctor's own path can go on from there. */
export interface Attempt {
  readonly draft: Draft;
  readonly discovery: Discovery | null;
  readonly findingIndex: number;
  readonly stages: readonly StageView[];
  readonly probeResult: ProbeResult | null;
  readonly failedAt: string | null;
  readonly diagnosis: Diagnosis | null;
}

/** Where one doctor's path through the wizard ended. */
export type DriveEnd =
  | { readonly kind: 'saved'; readonly sender: Sender }
  | { readonly kind: 'requested' }
  /** Proven and, as asked, not saved. */
  | { readonly kind: 'proven' }
  | {
      readonly kind: 'failed';
      readonly diagnosis: Diagnosis;
      readonly provider: Provider | null;
      readonly attempt: Attempt;
    }
  | { readonly kind: 'refused'; readonly discovery: CannotServe }
  | { readonly kind: 'malformed'; readonly address: string; readonly why: MalformedAddress }
  | { readonly kind: 'problem'; readonly problem: PracticeProblem | SaveProblem }
  | {
      readonly kind: /** Stopped from outside before anything was saved. */
        | 'stopped'
        | 'unknown-doctor'
        | 'address-missing'
        | 'password-missing'
        | 'password-empty'
        | 'password-line-break';
    };
