import type { BlockReason, UnknownReason } from '../../discovery/finding.ts';
import type { PracticeProblem, SaveProblem } from '../../record/practice.ts';
import type { AddressAnswer, PasswordKind } from '../address-view.ts';

/** Several doctors who are set up together. */
export interface BatchPage {
  readonly name: 'batch';
  readonly phase: 'filling' | 'running' | 'stopping' | 'ended';
  readonly rows: readonly BatchRowView[];
  readonly summary: BatchSummary;
  /** The start was asked for, and no row had both an address and a password. */
  readonly nothingToRun: boolean;
}

export interface BatchRowView {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly answer: AddressAnswer;
  readonly passwordKind: PasswordKind;
  /** The password of the last try is kept: it was not what failed. */
  readonly passwordKept: boolean;
  /** null: not tried, or changed since. */
  readonly result: RowResult | null;
}

export type RowResult =
  | { readonly state: 'waiting' | 'running' | 'saved' | 'stopped' | 'gone' }
  /** The diagnosis' title; null where only a newer version has words for it. */
  | { readonly state: 'failed'; readonly title: string | null }
  | { readonly state: 'refused'; readonly reason: BlockReason | UnknownReason }
  | { readonly state: 'password'; readonly problem: 'empty' | 'line-break' }
  | { readonly state: 'problem'; readonly problem: PracticeProblem | SaveProblem };

/** How far the batch has come. `total` and `saved` count all of it, the others this run. */
export interface BatchSummary {
  readonly total: number;
  readonly saved: number;
  /** Doctors of this run, and how many of them have ended. */
  readonly running: number;
  readonly done: number;
}

/** A batch that was interrupted, as the list of doctors offers it. */
export interface UnfinishedBatch {
  readonly missing: number;
  readonly total: number;
}
