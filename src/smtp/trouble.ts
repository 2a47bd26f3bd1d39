import { fail, type Result, succeed } from '../result.ts';
import type { Evidence, Observation, Reply } from './evidence.ts';

/** What went wrong in a stage, before it is joined with what the earlier stages saw. */
export interface Trouble {
  readonly error: Evidence['error'];
  readonly timedOut: boolean;
  readonly reply: Reply | null;
  readonly observations: readonly Observation[];
}

/** What a stage gives: its value for the next ones, and a line for technicians. */
export type Step<Value> = Result<{ readonly value: Value; readonly detail: string }, Trouble>;

export const done = <Value>(value: Value, detail: string): Step<Value> =>
  succeed({ value, detail });

export const troubled = (trouble: Partial<Trouble>) =>
  fail<Trouble>({ error: null, timedOut: false, reply: null, observations: [], ...trouble });

export const failed = (code: string | null, message: string, more: Partial<Trouble> = {}) =>
  troubled({ ...more, error: { code, message } });

/** Node's own errors, whose codes are the evidence; anything else keeps its words only. */
export function causeOf(error: unknown): { code: string | null; message: string } {
  if (!(error instanceof Error)) return { code: null, message: String(error) };
  const { code } = error as NodeJS.ErrnoException;
  return { code: typeof code === 'string' ? code : null, message: error.message };
}
