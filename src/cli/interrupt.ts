const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Calls `stop` when the program is told to end, instead of ending: what has begun can be brought to
 * its end. A second time it ends at once, as every program does. The value forgets `stop`.
 */
export function onInterrupt(stop: () => void): () => void {
  const forget = () => {
    for (const signal of SIGNALS) process.removeListener(signal, listener);
  };
  const listener = () => {
    stop();
    // Not now: the lock's own listener ends the program when it finds no other beside it.
    setImmediate(forget);
  };
  for (const signal of SIGNALS) process.on(signal, listener);
  return forget;
}
