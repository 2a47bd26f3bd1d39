import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { describeEnvironment } from '../test/benchmarks/environment.ts';
import { MEASUREMENTS } from '../test/benchmarks/index.ts';
import type { Effort, Line } from '../test/benchmarks/measurement.ts';
import { formatEnvironment, formatLine } from '../test/benchmarks/report.ts';
import { main, Stop } from './process.ts';
import { ensureSystem } from './system.ts';

/** Seconds that one measurement may take, about; and the least number of rounds that says anything. */
const FULL = { seconds: 60, least: 7, most: 40 };
const QUICK = { seconds: 6, least: 3, most: 10 };

const effort = ({ seconds, least, most }: typeof FULL): Effort => ({
  rounds: (each) => Math.min(most, Math.max(least, Math.round(seconds / each))),
});

/** Measures, and prints ratios beside their goals. No goal fails it: machines differ. */
async function bench(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const names = MEASUREMENTS.map(({ name }) => name);
  const unknown = values.only.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new Stop(`No measurement is called ${unknown}. There are: ${names.join(', ')}.`);
  }
  ensureSystem('window', 'mail', 'bench');
  const environment = await describeEnvironment();
  console.log(formatEnvironment(environment));
  const results: { name: string; title: string; lines: readonly Line[] }[] = [];
  for (const { name, title, run } of MEASUREMENTS) {
    if (values.only.length > 0 && !values.only.includes(name)) continue;
    console.log(`\n${name}: ${title}`);
    const lines = await run(effort(values.quick ? QUICK : FULL));
    for (const line of lines) console.log(formatLine(line));
    results.push({ name, title, lines });
  }
  if (values.json !== undefined) {
    await writeFile(values.json, `${JSON.stringify({ environment, results }, null, 2)}\n`);
  }
  return 0;
}

await main(bench);
