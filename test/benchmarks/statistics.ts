/** What many repetitions of one measurement come to, in the samples' own unit. */
export interface Summary {
  readonly median: number;
  /** First and third quartile: half of the repetitions lie between them. */
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** A ratio of two medians, with the quartiles of the ratios of each round. */
export type Ratio = Summary;

/**
 * The value below which a share of the samples lies, between two samples in proportion (the
 * definition that R calls type 7).
 * @param share from 0 to 1
 */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('no samples');
  return below + (above - below) * (place - Math.floor(place));
}

/** Medians and quartiles, because one slow repetition among ten says nothing of the program. */
export function summarise(samples: readonly number[]): Summary {
  return {
    median: quantile(samples, 0.5),
    low: quantile(samples, 0.25),
    high: quantile(samples, 0.75),
    count: samples.length,
  };
}

/**
 * How many times the reference ours is. The samples of one round were taken one after the other,
 * so the spread is that of their ratios: what slowed both of them down does not widen it.
 */
export function ratioOf(ours: readonly number[], reference: readonly number[]): Ratio {
  if (ours.length !== reference.length) throw new RangeError('rounds are not complete');
  const rounds = ours.map((value, index) => value / (reference[index] ?? Number.NaN));
  return {
    ...summarise(rounds),
    median: quantile(ours, 0.5) / quantile(reference, 0.5),
  };
}
