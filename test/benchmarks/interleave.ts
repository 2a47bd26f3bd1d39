/** One thing to measure; gives its sample, or several that belong together under names. */
export type Contestant<Sample> = () => Promise<Sample>;

/**
 * Runs the contestants in turns (A B A B ...), so that a machine that grows slower or faster does
 * so for all of them. The first `unmeasured` rounds fill the caches of the disk and are left out.
 */
export async function interleave<Name extends string, Sample>(
  contestants: Readonly<Record<Name, Contestant<Sample>>>,
  { rounds, unmeasured = 1 }: { readonly rounds: number; readonly unmeasured?: number },
): Promise<Readonly<Record<Name, readonly Sample[]>>> {
  const names = Object.keys(contestants) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as Sample[]])) as Record<
    Name,
    Sample[]
  >;
  for (let round = -unmeasured; round < rounds; round += 1) {
    for (const name of names) {
      const sample = await contestants[name]();
      if (round >= 0) samples[name].push(sample);
    }
  }
  return samples;
}

/** A contestant whose sample is how long an action takes, in milliseconds. */
export function timed(action: () => Promise<unknown>): Contestant<number> {
  return async () => {
    const begun = performance.now();
    await action();
    return performance.now() - begun;
  };
}
