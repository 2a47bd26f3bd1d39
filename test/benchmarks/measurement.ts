import { type Ratio, ratioOf, type Summary, summarise } from './statistics.ts';

export type Unit = 'ms' | 'MiB' | 'MB' | 'questions';

/** One line of the report. Only `ratio` (or `ours`, where there is nothing to compare) is a claim. */
export interface Line {
  readonly what: string;
  readonly unit: Unit;
  readonly ours: Summary;
  /** What ours is compared with; null: nothing, the value stands for itself. */
  readonly reference: { readonly name: string; readonly value: Summary } | null;
  readonly ratio: Ratio | null;
  /** The ratio, or without one the value, that is aimed at; null where there is no goal. */
  readonly goal: number | null;
}

export interface Effort {
  /** Repetitions of something that takes about `seconds` seconds in one round. */
  rounds(seconds: number): number;
}

/** One file of this folder: what it measures, and how long it goes on. */
export interface Measurement {
  readonly name: string;
  readonly title: string;
  run(effort: Effort): Promise<readonly Line[]>;
}

interface About {
  readonly what: string;
  readonly unit: Unit;
  readonly goal?: number;
}

/** Ours beside a reference, whose samples were taken in the same rounds. */
export function compared(
  { what, unit, goal = undefined }: About,
  ours: readonly number[],
  name: string,
  reference: readonly number[],
): Line {
  return {
    what,
    unit,
    ours: summarise(ours),
    reference: { name, value: summarise(reference) },
    ratio: ratioOf(ours, reference),
    goal: goal ?? null,
  };
}

/** A value that stands for itself. */
export function alone({ what, unit, goal }: About, ours: readonly number[]): Line {
  return { what, unit, ours: summarise(ours), reference: null, ratio: null, goal: goal ?? null };
}
