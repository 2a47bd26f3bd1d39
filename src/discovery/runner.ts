/** One of several ways to the same answer, with its own time limit in milliseconds. */
export interface Task<Answer> {
  readonly limit: number;
  run(signal: AbortSignal): Promise<Answer>;
}

export interface RunOptions<Answer> {
  /** Aborting ends everything; the promise then rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /** Milliseconds for all tasks together. */
  readonly limit: number;
  /** Whether an answer makes those of lower priority superfluous. */
  readonly decides: (answer: Answer) => boolean;
}

/**
 * Starts all tasks together, highest priority first, waits for the highest one that is still
 * alive, and cancels the rest as soon as an answer decides. Gives the answers in the tasks'
 * order; null for a task that was cancelled or ran out of time.
 */
export async function runByPriority<Answer>(
  tasks: readonly Task<Answer>[],
  { signal, limit, decides }: RunOptions<Answer>,
): Promise<readonly (Answer | null)[]> {
  signal.throwIfAborted();
  const answers: (Answer | null | undefined)[] = tasks.map(() => undefined);
  const stop = new AbortController();
  const within = AbortSignal.any([signal, stop.signal]);
  const timer = setTimeout(() => stop.abort(), limit);

  const isSettled = () => {
    for (const answer of answers) {
      if (answer === undefined) return false;
      if (answer !== null && decides(answer)) return true;
    }
    return true;
  };

  try {
    await new Promise<void>((resolve, reject) => {
      within.addEventListener('abort', () => resolve(), { once: true });
      if (isSettled()) resolve();
      for (const [index, task] of tasks.entries()) {
        runWithin(task, within).then((answer) => {
          answers[index] = answer;
          if (isSettled()) resolve();
        }, reject);
      }
    });
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
  signal.throwIfAborted();
  return answers.map((answer) => answer ?? null);
}

/** Runs one task; null when its time is up or it was cancelled, whether it noticed or not. */
async function runWithin<Answer>(task: Task<Answer>, signal: AbortSignal): Promise<Answer | null> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), task.limit);
  const within = AbortSignal.any([signal, stop.signal]);
  const ended = new Promise<null>((resolve) => {
    if (within.aborted) resolve(null);
    within.addEventListener('abort', () => resolve(null), { once: true });
  });
  try {
    const answer = task.run(within).catch((error: unknown) => {
      if (within.aborted) return null;
      throw error;
    });
    return await Promise.race([answer, ended]);
  } finally {
    clearTimeout(timer);
  }
}
