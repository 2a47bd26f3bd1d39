import { readdir, readFile } from 'node:fs/promises';

/**
 * Proportional memory (PSS: shared pages divided among those who share them) of a process and all
 * its descendants, in MiB. Linux only: /proc/PID/smaps_rollup (proc(5)).
 */
export async function memoryOf(root: number): Promise<number> {
  const parents = await parentOfEach();
  const family = new Set([root]);
  for (let grown = true; grown; ) {
    const before = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
    grown = family.size > before;
  }
  const sizes = await Promise.all([...family].map(proportionalKiB));
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

async function parentOfEach(): Promise<Map<number, number>> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const pairs = await Promise.all(
    names.map(async (name) => {
      const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
      return [Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0)] as const;
    }),
  );
  return new Map(pairs);
}

/** A process that has ended meanwhile takes no memory. */
async function proportionalKiB(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
}
