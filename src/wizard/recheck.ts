import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { PracticeProblem, SaveProblem } from '../record/practice.ts';
import type { Sender } from '../record/senders.ts';

/** How the check of one stored sender ended. */
export type RecheckOutcome =
  | { readonly state: 'ok'; readonly sender: Sender }
  /** `sender` null: nothing was learnt of it, such as without a network; its entry stays. */
  | { readonly state: 'failed'; readonly diagnosis: Diagnosis; readonly sender: Sender | null }
  /** This user's keychain holds no password for it. */
  | { readonly state: 'password-missing' }
  /** Somebody removed it meanwhile. */
  | { readonly state: 'gone' }
  | { readonly state: 'problem'; readonly problem: PracticeProblem | SaveProblem };

/** Where one doctor's sender stands in a check of many. */
export type RecheckState = { readonly state: 'waiting' | 'running' } | RecheckOutcome;

export type RecheckProgress =
  | { readonly type: 'RECHECK_STARTED'; readonly doctorId: string }
  | {
      readonly type: 'RECHECK_ENDED';
      readonly doctorId: string;
      readonly outcome: RecheckOutcome;
    }
  | { readonly type: 'RECHECK_FINISHED' };

/** Checks at a time: bursts are what providers block. */
const AT_A_TIME = 3;

/** Checks one sender after the other, some at a time, until all are done or it is aborted. */
export async function recheckAll(
  doctorIds: readonly string[],
  recheck: (doctorId: string, signal: AbortSignal) => Promise<RecheckOutcome>,
  report: (progress: RecheckProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  const waiting = [...doctorIds];
  const worker = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      if (signal.aborted) return;
      report({ type: 'RECHECK_STARTED', doctorId: id });
      const outcome = await recheck(id, signal);
      report({ type: 'RECHECK_ENDED', doctorId: id, outcome });
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  report({ type: 'RECHECK_FINISHED' });
}
