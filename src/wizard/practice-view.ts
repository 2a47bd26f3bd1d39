import type { HistoryChange } from '../record/history.ts';
import type { PracticeProblem, SaveProblem } from '../record/practice.ts';
import type { SenderStatus } from '../record/senders.ts';

export interface DoctorRow {
  readonly id: string;
  readonly name: string;
  readonly contract: 'standard' | 'premium';
  readonly senderAddress: string | null;
  readonly status: SenderStatus;
  /** ISO 8601 instant of the last proof, or null. */
  readonly verifiedAt: string | null;
  /** ISO 8601 instant of the last check, passed or not, or null. */
  readonly checkedAt: string | null;
  /** What the doctor's button does. */
  readonly action: DoctorAction;
  /** A path left halfway, which the button continues. */
  readonly resumable: boolean;
}

/** A doctor in the practice's table. */
export interface PracticeRow extends DoctorRow {
  /** There is a stored sender, which can be checked again as it is. */
  readonly recheckable: boolean;
  /** The stored sender has no password in this user's keychain. */
  readonly passwordMissing: boolean;
  /** Where this sender stands in the last check of many; null: it had no part in it. */
  readonly recheck: RecheckView | null;
}

export type RecheckView =
  | { readonly state: 'waiting' | 'running' | 'ok' | 'password-missing' | 'gone' }
  /** The diagnosis' title; null where only a newer version has words for it. */
  | { readonly state: 'failed'; readonly title: string | null }
  | { readonly state: 'problem'; readonly problem: PracticeProblem | SaveProblem };

/** How far the check of many senders has come. */
export interface RecheckSummary {
  readonly running: boolean;
  readonly total: number;
  readonly done: number;
  /** How many of those done can send. */
  readonly ok: number;
}

/** One change of a doctor's sender, as the last page tells it. */
export interface HistoryRow {
  /** ISO 8601 instant. */
  readonly at: string;
  readonly user: string | null;
  readonly change: HistoryChange;
  readonly from: string | null;
  readonly to: string | null;
  /** For a check: whether it passed; null for any other change. */
  readonly passed: boolean | null;
  /** Why it did not, in words; null where that is not known. */
  readonly why: string | null;
}

export type DoctorAction =
  | 'set-up'
  | 'verify'
  | 'repair'
  | 'continue-mail-plus'
  | 'change'
  | 'none';
