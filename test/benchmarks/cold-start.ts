import { compared, type Measurement } from './measurement.ts';
import { compareWindows } from './window/compare.ts';

export const coldStart: Measurement = {
  name: 'start',
  title: 'From the start of the packaged program to its first page that can be used',
  async run(effort) {
    const { ours, bare } = await compareWindows(effort.rounds(3), null);
    const about = { what: 'first usable page', unit: 'ms', goal: 1.15 } as const;
    const times = (starts: typeof ours) => starts.map(({ usableMs }) => usableMs);
    return [compared(about, times(ours), 'a bare window', times(bare))];
  },
};
