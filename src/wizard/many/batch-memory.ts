import type { DoctorEntry } from '../../record/practice.ts';
import { Secret } from '../../secret.ts';
import type { MachineEvent, WizardContext } from '../context.ts';
import type { WizardEffects } from '../effects.ts';
import { isUnfinished } from '../guards.ts';
import * as memory from '../memory.ts';
import type { LookUpRow } from './actors.ts';
import {
  afterRun,
  type Batch,
  type BatchRow,
  canRun,
  finished,
  isSaved,
  newRow,
  rowOf,
  started,
  withAddress,
  withDiscovery,
  withoutPasswords,
  withRow,
} from './batch.ts';
import { type BatchDraft, unfinishedBatch } from './batch-draft.ts';
import type { Run } from './run.ts';

type Change = Partial<WizardContext>;

const entryOf = ({ loaded }: WizardContext, doctorId: string): DoctorEntry | undefined =>
  loaded?.practice.doctors.find(({ doctor }) => doctor.id === doctorId);

/** The doctors named, in the practice's order: a new batch, with what is known of their mailboxes. */
export function openedBatch(
  context: WizardContext,
  doctorIds: readonly string[],
  now: Date,
): Batch {
  const named = new Set(doctorIds);
  const doctors = context.loaded?.practice.doctors ?? [];
  const rows = doctors.flatMap(({ doctor: { id } }) =>
    named.has(id) ? [newRow(id, likelyAddress(context, id))] : [],
  );
  return {
    startedAt: now.toISOString(),
    total: rows.length,
    rows,
    touched: false,
    nothingToRun: false,
    stopping: false,
  };
}

/** What was typed before, on this page or on the doctor's own; else the mailbox that is known. */
function likelyAddress(context: WizardContext, doctorId: string): string {
  const remembered = context.drafts.batch?.addresses[doctorId];
  const { address } = memory.draftFor(context, doctorId);
  return remembered || address || (entryOf(context, doctorId)?.sender?.address ?? '');
}

/** A batch that was interrupted, with those who are missing; the saved ones still count. */
export function resumedBatch(context: WizardContext): Batch | null {
  const { loaded, drafts } = context;
  const unfinished = unfinishedBatch(drafts.batch, loaded?.practice.doctors ?? []);
  if (!unfinished) return null;
  const { draft, missing } = unfinished;
  const rows = missing.map((id): BatchRow => {
    const row = newRow(id, draft.addresses[id] ?? '');
    const left = rowOf(context.batch, id);
    return left && left.address === row.address ? { ...row, state: left.state } : row;
  });
  const { startedAt, total } = draft;
  return { startedAt, total, rows, touched: true, nothingToRun: false, stopping: false };
}

/** What a run is given: the rows that can be tried, as answers of the commands. */
export function runOf(context: WizardContext): Run {
  const wishes = (context.batch?.rows ?? []).filter(canRun).flatMap((row) => {
    const entry = entryOf(context, row.doctorId);
    if (!entry || !row.password) return [];
    const { id, name } = entry.doctor;
    const { sender } = entry;
    const choice = sender?.address === row.address ? sender.choice : 'personal';
    return [{ answer: { id, name, choice, address: row.address }, password: row.password }];
  });
  return { wishes, language: context.language };
}

/** The rows after an event of the page, of a look-up or of the run. */
export function changedByEvent(
  context: WizardContext,
  event: MachineEvent,
  { parseAddress }: Pick<WizardEffects, 'parseAddress'>,
): Change {
  const { batch } = context;
  if (!batch) return {};
  const row = (doctorId: string, change: (row: BatchRow) => BatchRow): Change => ({
    batch: withRow(batch, doctorId, change),
  });
  switch (event.type) {
    case 'TYPE_ROW_ADDRESS':
    case 'SUBMIT_ROW_ADDRESS': {
      const { doctorId, address } = event;
      const changed = address.trim() !== rowOf(batch, doctorId)?.address;
      const touched = batch.touched || changed;
      const typed = { ...batch, touched, nothingToRun: false };
      const judged = judge(parseAddress(address), event.type === 'SUBMIT_ROW_ADDRESS', address);
      return {
        batch: withRow(typed, doctorId, (each) =>
          withAddress(each, address, judged.lookUp, judged.malformed),
        ),
      };
    }
    case 'ROW_LOOKED_UP':
      return row(event.doctorId, (each) => withDiscovery(each, event.discovery));
    case 'GIVE_ROW_PASSWORD':
      return row(event.doctorId, (each) =>
        each.discovery?.verdict === 'ok' && event.password.trim() !== ''
          ? { ...each, password: new Secret(event.password) }
          : each,
      );
    case 'START_BATCH':
      return {
        batch: batch.rows.some(canRun) ? started(batch) : { ...batch, nothingToRun: true },
      };
    case 'ROW_STARTED':
      return row(event.doctorId, (each) => ({ ...each, state: { state: 'running' } }));
    case 'ROW_ENDED':
      return { ...row(event.doctorId, (each) => afterRun(each, event.end)), ...saved() };
    case 'REPAIR':
    case 'STOP_BATCH':
      return { batch: { ...batch, stopping: true } };
    case 'BATCH_FINISHED':
      return { batch: finished(batch) };
    default:
      return {};
  }

  function saved(): Change {
    if (event.type !== 'ROW_ENDED' || event.end.kind !== 'saved') return {};
    const { doctorId, end } = event;
    return {
      loaded: context.loaded && memory.withSender(context.loaded, end.sender),
      drafts: memory.withoutDraft(context.drafts, doctorId),
      missingPasswords: context.missingPasswords.filter((id) => id !== doctorId),
      rechecks: new Map([...context.rechecks].filter(([id]) => id !== doctorId)),
    };
  }
}

function judge(
  parsed: ReturnType<WizardEffects['parseAddress']>,
  submitted: boolean,
  address: string,
): Pick<BatchRow, 'lookUp' | 'malformed'> {
  if (parsed.ok) return { lookUp: 'looking', malformed: null };
  // What is only not finished is no slip while it is typed; an empty row is none at all.
  const waits = address.trim() === '' || (!submitted && isUnfinished(parsed.problem));
  return waits
    ? { lookUp: 'incomplete', malformed: null }
    : { lookUp: 'malformed', malformed: parsed.problem };
}

/** What the look-ups are told of a row that changed. */
export function lookUpOf(
  { batch }: WizardContext,
  { type, doctorId }: Extract<MachineEvent, { type: 'TYPE_ROW_ADDRESS' | 'SUBMIT_ROW_ADDRESS' }>,
): LookUpRow {
  const row = rowOf(batch, doctorId);
  const address = row?.lookUp === 'looking' ? row.address : null;
  return { type: 'LOOK_UP', doctorId, address, now: type === 'SUBMIT_ROW_ADDRESS' };
}

/** What of a batch is worth remembering; undefined: nothing, or all are saved. */
function draftOf({ startedAt, total, rows, touched }: Batch): BatchDraft | undefined {
  const missing = rows.filter((row) => !isSaved(row));
  if (!touched || missing.length === 0) return undefined;
  const addresses = Object.fromEntries(missing.map(({ doctorId, address }) => [doctorId, address]));
  return { startedAt, total, addresses };
}

/** The drafts with what the batch is to be remembered by. */
export function remembered({ batch, drafts }: WizardContext): Change {
  return batch ? { drafts: { ...drafts, batch: draftOf(batch) } } : {};
}

/** The page is left: passwords go, what was typed is remembered. */
export function closedBatch(context: WizardContext): Change {
  const { batch } = context;
  if (!batch) return {};
  const closed = { batch: withoutPasswords(finished(batch)) };
  return batch.touched ? { ...closed, ...remembered(context) } : closed;
}

/** A doctor's own path, begun where the batch left this doctor. */
export function openedFromBatch(context: WizardContext, doctorId: string): Change {
  const row = rowOf(context.batch, doctorId);
  const known = memory.draftFor(context, doctorId);
  const address = row?.address ?? '';
  const draft = { ...known, at: 'address', choice: known.choice ?? 'personal', address } as const;
  const opened = {
    ...memory.FRESH_PATH,
    doctorId,
    draft,
    drafts: memory.withDraft(context.drafts, doctorId, draft),
  };
  const end = row?.state?.state === 'failed' ? row.state.end : null;
  if (end?.kind !== 'failed') return opened;
  const { typedName } = draft;
  return { ...opened, ...end.attempt, draft: { ...end.attempt.draft, typedName } };
}
