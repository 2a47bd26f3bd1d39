import { type EventObject, fromCallback } from 'xstate';
import type { WizardEffects } from '../effects.ts';
import type { BatchProgress } from './batch.ts';
import { createTurnstile } from './lanes.ts';
import type { Run } from './run.ts';

/** Quiet time after the last key before an address is looked up, in milliseconds. */
const TYPING_PAUSE = 250;

/** Look-ups at a time: a list that was pasted asks for as many as it has lines. */
const LOOK_UPS = 6;

/** A doctor's address to look up; null: whatever is under way for this doctor is given up. */
export interface LookUpRow extends EventObject {
  readonly type: 'LOOK_UP';
  readonly doctorId: string;
  readonly address: string | null;
  /** Not after the pause of somebody who types, but at once. */
  readonly now: boolean;
}

export type Wanted = Pick<LookUpRow, 'doctorId' | 'address'>;

export type StopRun = { readonly type: 'STOP_RUN' };

/** The batch's long-running work. */
export function batchActors(effects: WizardEffects) {
  return {
    lookUpRows: fromCallback<LookUpRow, { rows: readonly Wanted[] }>(
      ({ input, receive, sendBack }) => {
        const controllers = new Map<string, AbortController>();
        const turn = createTurnstile(LOOK_UPS);
        const lookUp = async (doctorId: string, address: string, signal: AbortSignal) => {
          const discovery = await turn('', async () =>
            signal.aborted ? null : effects.discover(address, signal),
          );
          if (!discovery || signal.aborted) return;
          const answer: BatchProgress = { type: 'ROW_LOOKED_UP', doctorId, discovery };
          sendBack(answer);
        };
        const want = ({ doctorId, address }: Wanted, delay: number) => {
          controllers.get(doctorId)?.abort();
          const controller = new AbortController();
          controllers.set(doctorId, controller);
          const { signal } = controller;
          if (address === null) return;
          const begin = () =>
            void lookUp(doctorId, address, signal).catch((error: unknown) => {
              if (!signal.aborted) throw error;
            });
          if (delay === 0) return begin();
          const timer = setTimeout(begin, delay);
          signal.addEventListener('abort', () => clearTimeout(timer));
        };
        receive(({ now, ...wanted }) => want(wanted, now ? 0 : TYPING_PAUSE));
        for (const row of input.rows) want(row, 0);
        return () => {
          for (const controller of controllers.values()) controller.abort();
        };
      },
    ),

    setUpMany: fromCallback<StopRun, Run>(({ input, receive, sendBack }) => {
      const controller = new AbortController();
      const report = (progress: BatchProgress) => sendBack(progress);
      const stop = () => controller.abort(new Error('setting up was stopped'));
      receive(stop);
      effects
        .setUpMany(
          input,
          {
            onStart: (doctorId) => report({ type: 'ROW_STARTED', doctorId }),
            onEnd: (doctorId, end) => report({ type: 'ROW_ENDED', doctorId, end }),
          },
          controller.signal,
        )
        // Stopped or not, all that began has ended: a save is never left before its end.
        .then(() => report({ type: 'BATCH_FINISHED' }));
      return stop;
    }),
  };
}
