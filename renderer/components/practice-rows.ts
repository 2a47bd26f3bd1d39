import type { PracticeRow } from '../../src/wizard/practice-view.ts';

/** Who is shown; each doctor belongs to exactly one of the last three. */
export const STATUS_FILTERS = ['all', 'to-do', 'failing', 'done'] as const;

export type StatusFilter = (typeof STATUS_FILTERS)[number];

export interface PracticeFilter {
  readonly text: string;
  readonly status: StatusFilter;
}

export const EVERYBODY: PracticeFilter = { text: '', status: 'all' };

function groupOf({ status, passwordMissing }: PracticeRow): Exclude<StatusFilter, 'all'> {
  if (status === 'failing') return 'failing';
  const settled = status === 'verified' || status === 'not-concerned';
  return settled && !passwordMissing ? 'done' : 'to-do';
}

/** Whether there is nothing to do for a doctor. */
export const isSettled = (row: PracticeRow): boolean => groupOf(row) === 'done';

/** Whether something can be done for this doctor together with others. */
export const isSelectable = (row: PracticeRow): boolean =>
  row.recheckable || row.status !== 'not-concerned';

/** As people search: capitals and accents do not matter. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The rows that a filter shows. A selected one stays, whatever its status becomes while it is
 * checked; only the typed text hides it.
 */
export function shownRows(
  rows: readonly PracticeRow[],
  { text, status }: PracticeFilter,
  selected: ReadonlySet<string>,
): readonly PracticeRow[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const name = folded(`${row.name} ${row.senderAddress ?? ''}`);
    const wanted = status === 'all' || groupOf(row) === status || selected.has(row.id);
    return wanted && words.every((word) => name.includes(word));
  });
}
