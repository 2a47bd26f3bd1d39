/**
 * Whether a value that came over IPC is larger than `limit`, counting one for each value and
 * key and one for each UTF-16 unit of its strings. Stops counting at the limit, so that a huge
 * or circular value costs no more than a small one.
 */
export function isLargerThan(value: unknown, limit: number): boolean {
  const waiting: unknown[] = [value];
  let size = 0;
  while (waiting.length > 0) {
    const next = waiting.pop();
    size += 1;
    if (typeof next === 'string') size += next.length;
    else if (ArrayBuffer.isView(next) || next instanceof ArrayBuffer) size += next.byteLength;
    else if (typeof next === 'object' && next !== null) {
      // Keys first: an object with too many of them is not walked at all.
      const keys = next instanceof Map || next instanceof Set ? [] : Object.keys(next);
      size += keys.reduce((sum, key) => sum + key.length, 0);
      if (next instanceof Map || next instanceof Set) size += next.size;
      if (size + keys.length > limit) return true;
      for (const key of keys) waiting.push((next as Record<string, unknown>)[key]);
    }
    if (size > limit) return true;
  }
  return false;
}
