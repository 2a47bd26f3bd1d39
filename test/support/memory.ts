import { readdir, readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

/** Every string that the page's JavaScript still holds, after its garbage was collected. */
export async function heapStrings(page: Page): Promise<readonly string[]> {
  const debugged = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  debugged.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk));
  await debugged.send('HeapProfiler.collectGarbage');
  await debugged.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await debugged.detach();
  const { strings } = JSON.parse(chunks.join('')) as { strings: string[] };
  return strings;
}

/** Command line and environment, as the kernel shows them, of a process and all below it. */
export async function wordsOfProcesses(root: number): Promise<string> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name)
      ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
      : '';
    // proc(5): the parent is the second field after the name, which may hold any character.
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const family = [root];
  for (const process of family) {
    for (const [child, parent] of parents) if (parent === process) family.push(child);
  }
  const words = family.flatMap((process) => [`${process}/cmdline`, `${process}/environ`]);
  const texts = words.map((name) => readFile(`/proc/${name}`, 'utf8').catch(() => ''));
  return (await Promise.all(texts)).join('\n');
}
