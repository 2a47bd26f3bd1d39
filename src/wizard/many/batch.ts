import type { Discovery } from '../../discovery/finding.ts';
import type { MalformedAddress } from '../../providers/address.ts';
import type { Secret } from '../../secret.ts';
import type { DriveEnd } from './run.ts';

/** What is known of a row's address; the first two need more typing. */
export type LookUp = 'incomplete' | 'malformed' | 'looking' | 'answered';

/** Where a doctor of the batch stands, or how the last run ended for this doctor. */
export type RowState =
  | { readonly state: 'waiting' | 'running' | 'saved' | 'stopped' }
  | { readonly state: 'failed'; readonly end: DriveEnd };

/** One doctor among those who are set up together. */
export interface BatchRow {
  readonly doctorId: string;
  readonly address: string;
  readonly lookUp: LookUp;
  readonly malformed: MalformedAddress | null;
  readonly discovery: Discovery | null;
  /** From the start of a run until the doctor is saved, the password is refused or the page left. */
  readonly password: Secret | null;
  /** null: not tried yet, or changed since. */
  readonly state: RowState | null;
  /** Has a part in the run that goes on, or in the last one. */
  readonly inRun: boolean;
}

/** Several doctors who are set up at once. */
export interface Batch {
  /** ISO 8601 instant; what was saved since then belongs to this batch. */
  readonly startedAt: string;
  /** How many doctors there are in all; of a batch taken up again, only the missing have rows. */
  readonly total: number;
  readonly rows: readonly BatchRow[];
  /** Something was typed or tried: worth remembering when the page is left. */
  readonly touched: boolean;
  /** The start was asked for, and no row had both an address and a password. */
  readonly nothingToRun: boolean;
  readonly stopping: boolean;
}

/** Everything that moves the rows from outside the page: look-ups and the run itself. */
export type BatchProgress =
  | { readonly type: 'ROW_LOOKED_UP'; readonly doctorId: string; readonly discovery: Discovery }
  | { readonly type: 'ROW_STARTED'; readonly doctorId: string }
  | { readonly type: 'ROW_ENDED'; readonly doctorId: string; readonly end: DriveEnd }
  | { readonly type: 'BATCH_FINISHED' };

export const isSaved = ({ state }: BatchRow): boolean => state?.state === 'saved';

/** A row that the next run tries: its mailbox can serve, and there is a password for it. */
export const canRun = (row: BatchRow): boolean =>
  !isSaved(row) && row.password !== null && row.discovery?.verdict === 'ok';

export const rowOf = (batch: Batch | null, doctorId: string): BatchRow | undefined =>
  batch?.rows.find((row) => row.doctorId === doctorId);

export function newRow(doctorId: string, address: string): BatchRow {
  return {
    doctorId,
    address,
    lookUp: address === '' ? 'incomplete' : 'looking',
    malformed: null,
    discovery: null,
    password: null,
    state: null,
    inRun: false,
  };
}

export function withRow(
  batch: Batch,
  doctorId: string,
  change: (row: BatchRow) => BatchRow,
): Batch {
  const rows = batch.rows.map((row) => (row.doctorId === doctorId ? change(row) : row));
  return { ...batch, rows };
}

/** A row whose address became another one: whatever was known of the old one goes. */
export function withAddress(
  row: BatchRow,
  address: string,
  lookUp: LookUp,
  malformed: MalformedAddress | null,
): BatchRow {
  const same = address.trim() === row.address.trim();
  if (same && (row.lookUp === 'answered' || row.lookUp === 'looking')) return { ...row, address };
  return { ...newRow(row.doctorId, address), lookUp, malformed, ...(same && { state: row.state }) };
}

/** A look-up's answer; the address is kept in its clean form. */
export function withDiscovery(row: BatchRow, discovery: Discovery): BatchRow {
  if (row.lookUp !== 'looking') return row;
  return { ...row, address: discovery.address, discovery, lookUp: 'answered' };
}

/** Refusals after which only another password, or another address, can help. */
const NEEDS_NEW_PASSWORD = new Set(['wrong-credentials', 'app-password-required']);

/** A row after its run. Its password stays for the next try unless it was the password's fault. */
export function afterRun(row: BatchRow, end: DriveEnd): BatchRow {
  if (end.kind === 'saved') return { ...row, password: null, state: { state: 'saved' } };
  if (end.kind === 'stopped') return { ...row, state: { state: 'stopped' } };
  const refused =
    end.kind === 'password-empty' ||
    end.kind === 'password-line-break' ||
    (end.kind === 'failed' && NEEDS_NEW_PASSWORD.has(end.diagnosis.cause));
  return { ...row, password: refused ? null : row.password, state: { state: 'failed', end } };
}

/** Rows about to run wait; the others keep what was said of them. */
export function started(batch: Batch): Batch {
  const rows = batch.rows.map((row) =>
    canRun(row)
      ? { ...row, state: { state: 'waiting' as const }, inRun: true }
      : { ...row, inRun: false },
  );
  return { ...batch, rows, touched: true, nothingToRun: false, stopping: false };
}

/** What was under way when everything ended was stopped. */
export function finished(batch: Batch): Batch {
  const rows = batch.rows.map((row) =>
    row.state?.state === 'waiting' || row.state?.state === 'running'
      ? { ...row, state: { state: 'stopped' as const } }
      : row,
  );
  return { ...batch, rows, stopping: false };
}

export function withoutPasswords(batch: Batch): Batch {
  return { ...batch, rows: batch.rows.map((row) => ({ ...row, password: null })) };
}
