import { fail, type Result, succeed } from '../result.ts';
import { CONTROL_CHARACTER } from './control-character.ts';
import { renderExports, type TargetFile } from './exports.ts';
import { keyText } from './json-text.ts';
import type { FileProblem } from './problem.ts';
import type { RecordProfile } from './profile.ts';
import {
  readSenders,
  type Sender,
  type SendersFile,
  senderSchema,
  serialiseSenders,
} from './senders.ts';

/** The new entry of one doctor from the previous one; the same object: nothing changes. */
export interface EntryEdit {
  readonly doctorId: string;
  readonly edit: (previous: Sender | null) => Sender | null;
}

/** The senders file first, with content; then the exports. */
export type Targets = readonly [TargetFile & { readonly content: Buffer }, ...TargetFile[]];

export interface Plan {
  readonly previous: Sender | null;
  readonly sender: Sender | null;
  /** Null: nothing changes. */
  readonly change: { readonly senders: SendersFile; readonly targets: Targets } | null;
}

/** What an edit makes of the record's files, with every value checked; nothing is written. */
export async function plan(
  profile: RecordProfile,
  { doctorId, edit }: EntryEdit,
  now: Date,
): Promise<Result<Plan, FileProblem>> {
  const { sendersFile } = profile;
  const current = await readSenders(sendersFile);
  if (!current.ok) return current;
  const entries = current.value?.senders ?? [];
  const previous = entries.find((entry) => entry.doctorId === doctorId) ?? null;
  const sender = edit(previous);
  if (sender === previous) return succeed({ previous, sender, change: null });
  const checked = sender === null ? succeed(undefined) : checkEntry(sender, sendersFile);
  if (!checked.ok) return checked;
  const senders: SendersFile = {
    ...current.value,
    version: 1,
    updatedAt: now.toISOString(),
    senders: replaceEntry(entries, previous, sender),
  };
  const exports = await renderExports(profile, senders, doctorId);
  if (!exports.ok) return exports;
  const own = { file: sendersFile, content: serialiseSenders(senders) };
  return succeed({ previous, sender, change: { senders, targets: [own, ...exports.value] } });
}

function replaceEntry(
  entries: readonly Sender[],
  previous: Sender | null,
  sender: Sender | null,
): Sender[] {
  if (sender === null) return entries.filter((entry) => entry !== previous);
  return previous === null
    ? [...entries, sender]
    : entries.map((entry) => (entry === previous ? sender : entry));
}

/** An entry goes into files that other programs read line by line, and into the From of emails. */
function checkEntry(sender: Sender, file: string): Result<void, FileProblem> {
  const refuse = (key: string | null, detail: string): Result<void, FileProblem> =>
    fail({ code: 'value-not-writable', which: 'senders', file, line: null, key, detail });
  const valid = senderSchema.safeParse(sender);
  if (!valid.success) {
    const [issue] = valid.error.issues;
    return refuse(keyText(issue?.path ?? []), issue?.message ?? 'invalid');
  }
  const { doctorId, doctorName, displayName, address, smtp } = sender;
  const texts = { doctorId, doctorName, displayName, address, 'smtp.username': smtp?.username };
  for (const [key, text] of Object.entries(texts)) {
    if (text && CONTROL_CHARACTER.test(text)) {
      return refuse(key, `${key}: it contains a line break or a control character`);
    }
  }
  return succeed(undefined);
}
