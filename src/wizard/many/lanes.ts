export interface LaneLimits {
  /** At most so many at a time, all lanes together. */
  readonly overall: number;
  /** At most so many at a time in one lane. */
  readonly perLane: number;
}

/**
 * Works on every item, in order as far as the limits allow: an item whose lane is full does not
 * hold up the others, so that all take the time of the slowest lane.
 */
export async function runInLanes<Item>(
  items: readonly Item[],
  laneOf: (item: Item) => string,
  { overall, perLane }: LaneLimits,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const busy = new Map<string, number>();
  const hasRoom = (item: Item) => (busy.get(laneOf(item)) ?? 0) < perLane;

  const worker = async (): Promise<void> => {
    for (;;) {
      const next = waiting.findIndex(hasRoom);
      if (next < 0) return;
      const [item] = waiting.splice(next, 1) as [Item];
      const lane = laneOf(item);
      busy.set(lane, (busy.get(lane) ?? 0) + 1);
      await work(item);
      busy.set(lane, (busy.get(lane) ?? 1) - 1);
    }
  };
  // A worker ends when no lane has room: whoever fills that lane goes on with the items in it.
  await Promise.all(Array.from({ length: overall }, worker));
}

/** Lets so many actions of the same key run at a time; the others wait their turn. */
export function createTurnstile(limit: number) {
  const running = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();

  return async <Value>(key: string, action: () => Promise<Value>): Promise<Value> => {
    const count = running.get(key) ?? 0;
    if (count < limit) running.set(key, count + 1);
    else {
      await new Promise<void>((resolve) => {
        waiting.set(key, [...(waiting.get(key) ?? []), resolve]);
      });
    }
    try {
      return await action();
    } finally {
      const next = waiting.get(key)?.shift();
      if (next) next();
      else running.set(key, (running.get(key) ?? 1) - 1);
    }
  };
}
