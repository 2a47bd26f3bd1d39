import { fail, type Result, succeed } from '../result.ts';
import type { Stage, StageResult } from './evidence.ts';
import type { ProbeLimits } from './limits.ts';
import { formatReply } from './reply.ts';
import type { ProbeObserver } from './request.ts';
import { type Step, type Trouble, troubled } from './trouble.ts';

export interface StageTrouble {
  readonly stage: Stage;
  readonly trouble: Trouble;
}

/** Runs the stages one after the other, times them and tells the observer. */
export interface StageRunner {
  readonly results: readonly StageResult[];
  /**
   * @param work gets a signal that aborts with the probe or at the stage's limit
   * @throws the reason of the observer's signal, as soon as that aborts
   */
  run<Value>(
    stage: Stage,
    work: (signal: AbortSignal) => Promise<Step<Value>>,
  ): Promise<Result<Value, StageTrouble>>;
}

export function createStageRunner(limits: ProbeLimits, observer: ProbeObserver): StageRunner {
  const results: StageResult[] = [];
  const deadline = performance.now() + limits.overall;
  return {
    results,
    run: async (stage, work) => {
      observer.signal?.throwIfAborted();
      observer.onStageStart?.(stage);
      const started = performance.now();
      const limit = Math.max(0, Math.min(limits.stages[stage], deadline - started));
      const late = troubled({
        timedOut: true,
        error: { code: 'ETIMEDOUT', message: `nothing for ${Math.round(limit)} ms` },
      });
      const step = await within(limit, work, late, observer.signal);
      const ms = Math.round(performance.now() - started);
      const detail = step.ok ? step.value.detail : describe(step.problem);
      const result: StageResult = { stage, ok: step.ok, ms, detail };
      results.push(result);
      observer.onStageEnd?.(result);
      return step.ok ? succeed(step.value.value) : fail({ stage, trouble: step.problem });
    },
  };
}

/**
 * Gives work a time limit, in milliseconds, and what counts as its outcome when that is over.
 * @throws the reason of the outer signal, as soon as that aborts
 */
export async function within<Outcome>(
  limit: number,
  work: (signal: AbortSignal) => Promise<Outcome>,
  late: Outcome,
  outer?: AbortSignal,
): Promise<Outcome> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  return new Promise<Outcome>((resolve, reject) => {
    const onAbort = (): void => {
      settle();
      reject(outer?.reason);
      controller.abort();
    };
    const timer = setTimeout(() => {
      settle();
      resolve(late);
      controller.abort();
    }, limit);
    const settle = (): void => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', onAbort);
    };
    outer?.addEventListener('abort', onAbort, { once: true });
    work(controller.signal).then(resolve, reject).finally(settle);
  });
}

function describe({ reply, error }: Trouble): string {
  const parts = [reply ? formatReply(reply) : null, error?.code, error?.message];
  return parts.filter(Boolean).join(' ');
}
