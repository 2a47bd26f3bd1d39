import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Cause } from '../src/diagnosis/cause.ts';
import { explain } from '../src/diagnosis/diagnose.ts';
import type { Stage } from '../src/smtp/evidence.ts';

/** A labelled error line. `label` or one of `alt_labels` is right. */
export interface LabelledCase {
  readonly id: string;
  readonly error: string;
  readonly label: Cause;
  readonly alt_labels?: readonly Cause[];
  readonly stage?: Stage;
  readonly provider?: string;
  readonly config?: string;
}

export interface Score {
  readonly right: number;
  readonly total: number;
  readonly perCause: ReadonlyMap<Cause, { right: number; total: number }>;
  readonly wrong: readonly { readonly labelled: LabelledCase; readonly found: Cause }[];
}

/** What of a case `explain` is given: the words alone, or all that a technician may add. */
export type Given = 'text' | 'text-and-stage' | 'all';

/** What they are, and how each scored at first: test/fixtures/README.md. */
export const FIXTURES = [
  'smtp-failures',
  'smtp-failures-own',
  'smtp-failures-more',
  'smtp-failures-blind',
] as const;

export type Fixture = (typeof FIXTURES)[number];

export function readCases(name: Fixture): LabelledCase[] {
  const url = new URL(`../test/fixtures/${name}.jsonl`, import.meta.url);
  const lines = readFileSync(url, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as LabelledCase);
}

export function score(cases: readonly LabelledCase[], given: Given): Score {
  const perCause = new Map<Cause, { right: number; total: number }>();
  const wrong: { labelled: LabelledCase; found: Cause }[] = [];
  for (const labelled of cases) {
    const { cause: found } = explain({
      text: labelled.error,
      ...(given !== 'text' && labelled.stage ? { stage: labelled.stage } : {}),
      ...(given === 'all' && labelled.provider ? { provider: labelled.provider } : {}),
      ...(given === 'all' && labelled.config ? { config: labelled.config } : {}),
    });
    const row = perCause.get(labelled.label) ?? { right: 0, total: 0 };
    row.total += 1;
    if (found === labelled.label || labelled.alt_labels?.includes(found)) row.right += 1;
    else wrong.push({ labelled, found });
    perCause.set(labelled.label, row);
  }
  return { right: cases.length - wrong.length, total: cases.length, perCause, wrong };
}

const percent = (right: number, total: number): string => `${((100 * right) / total).toFixed(1)} %`;

function print(name: Fixture, withWrong: boolean): void {
  const cases = readCases(name);
  for (const given of ['text', 'text-and-stage', 'all'] as const) {
    const { right, total } = score(cases, given);
    console.log(`${name}, given ${given}: ${right} of ${total} (${percent(right, total)})`);
  }
  const { perCause, wrong } = score(cases, 'all');
  for (const [cause, row] of [...perCause].sort(([a], [b]) => a.localeCompare(b))) {
    console.log(`  ${cause.padEnd(32)} ${row.right}/${row.total}`);
  }
  if (!withWrong) return;
  for (const { labelled, found } of wrong) {
    console.log(`  ${labelled.id}: ${found} instead of ${labelled.label}: ${labelled.error}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of FIXTURES) print(name, process.argv.includes('--wrong'));
}
