import type { WizardContext } from '../context.ts';
import type { PageSource, ViewFacts } from '../page-source.ts';
import { addressAnswer, passwordKind } from '../parts.ts';
import type { PageView } from '../view.ts';
import { type Batch, type BatchRow, isSaved, type RowState } from './batch.ts';
import { unfinishedBatch } from './batch-draft.ts';
import type {
  BatchPage,
  BatchRowView,
  BatchSummary,
  RowResult,
  UnfinishedBatch,
} from './batch-view.ts';
import type { DriveEnd } from './run.ts';

/** The page of several doctors who are set up together. */
export function batchPage({ context, facts, snapshot }: PageSource): PageView {
  const { batch } = context;
  if (!batch || snapshot.matches({ batch: 'unlocking' })) return { name: 'loading' };
  return {
    name: 'batch',
    phase: phaseOf(batch, snapshot),
    rows: batch.rows.map((row) => rowView(row, context, facts)),
    summary: summaryOf(batch),
    nothingToRun: batch.nothingToRun,
  };
}

function phaseOf(batch: Batch, snapshot: PageSource['snapshot']): BatchPage['phase'] {
  if (snapshot.matches({ batch: 'filling' })) return 'filling';
  if (snapshot.matches({ batch: 'ended' })) return 'ended';
  return batch.stopping ? 'stopping' : 'running';
}

function rowView(row: BatchRow, context: WizardContext, facts: ViewFacts): BatchRowView {
  const { doctorId: id, address, lookUp, malformed, discovery, state } = row;
  const entry = context.loaded?.practice.doctors.find(({ doctor }) => doctor.id === id);
  const { language } = context;
  return {
    id,
    name: entry?.doctor.name ?? '',
    address,
    answer: addressAnswer(
      lookUp,
      { address, malformed, discovery, language },
      facts.suggestAddress(address),
    ),
    passwordKind: passwordKind(discovery?.provider ?? null),
    passwordKept: row.password !== null,
    result: state && resultOf(state, row, context, facts),
  };
}

function resultOf(
  state: RowState,
  { address }: BatchRow,
  { language }: WizardContext,
  facts: ViewFacts,
): RowResult {
  if (state.state !== 'failed') return { state: state.state };
  const { end } = state;
  const provider = end.kind === 'failed' ? (end.provider?.id ?? null) : null;
  const titleOf = (found: Parameters<ViewFacts['causeTitle']>[0]) =>
    facts.causeTitle(found, { provider, address }, language);
  return failureOf(end, titleOf);
}

function failureOf(
  end: DriveEnd,
  titleOf: (found: Parameters<ViewFacts['causeTitle']>[0]) => string | null,
): RowResult {
  switch (end.kind) {
    case 'failed':
      return { state: 'failed', title: titleOf(end.diagnosis) };
    case 'refused':
      return { state: 'refused', reason: end.discovery.reason };
    case 'problem':
      return { state: 'problem', problem: end.problem };
    case 'password-empty':
      return { state: 'password', problem: 'empty' };
    case 'password-line-break':
      return { state: 'password', problem: 'line-break' };
    case 'unknown-doctor':
      return { state: 'gone' };
    default:
      throw new Error(`a run of the window does not end as ${end.kind}`);
  }
}

function summaryOf({ rows, total }: Batch): BatchSummary {
  const missing = rows.filter((row) => !isSaved(row)).length;
  const going = rows.filter(
    ({ state }) => state?.state === 'waiting' || state?.state === 'running',
  );
  const running = rows.filter(({ inRun }) => inRun).length;
  return { total, saved: total - missing, running, done: running - going.length };
}

/** What the list of doctors offers to continue. */
export function unfinishedView({ drafts, loaded }: WizardContext): UnfinishedBatch | null {
  const unfinished = unfinishedBatch(drafts.batch, loaded?.practice.doctors ?? []);
  return unfinished && { missing: unfinished.missing.length, total: unfinished.draft.total };
}
