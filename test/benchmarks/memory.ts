import { compared, type Measurement } from './measurement.ts';
import { compareWindows, REST_MS } from './window/compare.ts';

export const memory: Measurement = {
  name: 'memory',
  title: 'Proportional memory of all processes, at rest on the first page',
  async run(effort) {
    const { ours, bare } = await compareWindows(effort.rounds(12), REST_MS);
    const about = { what: 'memory', unit: 'MiB', goal: 1.1 } as const;
    const sizes = (starts: typeof ours) => starts.map(({ memoryMiB }) => memoryMiB ?? 0);
    return [compared(about, sizes(ours), 'a bare window', sizes(bare))];
  },
};
