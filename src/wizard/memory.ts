import type { Discovery } from '../discovery/finding.ts';
import type { Language } from '../language.ts';
import type { DoctorEntry } from '../record/practice.ts';
import type { Choice, Sender } from '../record/senders.ts';
import { STAGES } from '../smtp/evidence.ts';
import type { Security } from '../smtp/server.ts';
import { currentEntry, type MachineEvent, type WizardContext } from './context.ts';
import { type Draft, type Drafts, EMPTY_DRAFT } from './draft.ts';
import type { Loaded } from './effects.ts';
import { withoutDoctor } from './many/batch-draft.ts';
import type { RecheckOutcome, RecheckState } from './recheck.ts';
import type { StageView } from './view.ts';

/** What belongs to one doctor's path and must not reach the next doctor's. */
export const FRESH_PATH = {
  draft: EMPTY_DRAFT,
  malformed: null,
  discovery: null,
  findingIndex: 0,
  password: null,
  passwordProblem: null,
  stages: [],
  probeResult: null,
  failedAt: null,
  diagnosis: null,
  proof: null,
  displayName: null,
  saveProblem: null,
  saved: null,
  history: [],
  handout: null,
} satisfies Partial<WizardContext>;

export function initialContext(input: { language: Language; drafts: Drafts }): WizardContext {
  return {
    language: input.language,
    drafts: input.drafts,
    loaded: null,
    problem: null,
    setAside: null,
    rechecks: new Map(),
    missingPasswords: [],
    batch: null,
    doctorId: null,
    repair: null,
    copied: null,
    ...FRESH_PATH,
  };
}

/** A doctor's draft: the stored one, or a new one with what is already known of the mailbox. */
export function draftFor(context: WizardContext, doctorId: string): Draft {
  const stored = context.drafts.doctors[doctorId];
  if (stored) return stored;
  const address = knownAddress(context, doctorId, 'personal');
  return { ...EMPTY_DRAFT, address };
}

/** The draft after a choice: an address typed for the other kind of mailbox does not carry over. */
export function draftChoosing(context: WizardContext, choice: Choice): Draft {
  const { draft, doctorId } = context;
  const keeps = draft.choice === choice || (draft.choice === null && choice === 'personal');
  const address = keeps ? draft.address : knownAddress(context, doctorId ?? '', choice);
  return { ...draft, choice, address, manual: keeps ? draft.manual : null };
}

function knownAddress(context: WizardContext, doctorId: string, choice: Choice): string {
  const entry = context.loaded?.practice.doctors.find(({ doctor }) => doctor.id === doctorId);
  if (entry?.sender?.address && entry.sender.choice === choice) return entry.sender.address;
  const usesOwn = entry?.status === 'unverified' && choice === 'personal';
  return usesOwn ? (entry.doctor.sender?.address ?? '') : '';
}

/** The practice with doctors whose names were typed in and who have no sender yet. */
export function withTypedDoctors(loaded: Loaded, drafts: Drafts): Loaded {
  if (loaded.practice.doctorsFromRecord) return loaded;
  const known = new Set(loaded.practice.doctors.map(({ doctor }) => doctor.id));
  const typed = Object.entries(drafts.doctors).flatMap(([id, { typedName }]): DoctorEntry[] =>
    typedName === null || known.has(id) ? [] : [newDoctor(id, typedName)],
  );
  return withDoctors(loaded, [...loaded.practice.doctors, ...typed]);
}

export function newDoctor(id: string, name: string): DoctorEntry {
  return { doctor: { id, name, contract: 'standard', sender: null }, sender: null, status: 'none' };
}

export function withSender(loaded: Loaded, sender: Sender): Loaded {
  const doctors = loaded.practice.doctors.map((entry) =>
    entry.doctor.id === sender.doctorId ? { ...entry, sender, status: sender.status } : entry,
  );
  return withDoctors(loaded, doctors);
}

/** Those of the doctors named, in the practice's order, who have a stored sender to check. */
export function recheckable(context: WizardContext, doctorIds: readonly string[]): string[] {
  const named = new Set(doctorIds);
  const doctors = context.loaded?.practice.doctors ?? [];
  return doctors
    .filter(isRecheckable)
    .flatMap(({ doctor }) => (named.has(doctor.id) ? [doctor.id] : []));
}

export function isRecheckable({ sender }: DoctorEntry): boolean {
  return sender?.smtp != null && sender.address !== null;
}

/** Where the checks stand after one of them went on. */
export function withRecheck(
  rechecks: WizardContext['rechecks'],
  doctorId: string,
  state: RecheckState,
): WizardContext['rechecks'] {
  return new Map([...rechecks, [doctorId, state]]);
}

/** Without the checks that were not brought to their end. */
export function endedRechecks(rechecks: WizardContext['rechecks']): WizardContext['rechecks'] {
  return new Map(
    [...rechecks].filter(([, { state }]) => state !== 'waiting' && state !== 'running'),
  );
}

/** The practice as a check left it. */
export function afterRecheck(loaded: Loaded, outcome: RecheckOutcome): Loaded {
  const sender = 'sender' in outcome ? outcome.sender : null;
  return sender ? withSender(loaded, sender) : loaded;
}

export function withDoctors(loaded: Loaded, doctors: readonly DoctorEntry[]): Loaded {
  return { ...loaded, practice: { ...loaded.practice, doctors } };
}

/** The stored sender as a draft, to prove it again exactly as it is stored. */
export function draftFromSender(context: WizardContext): Draft {
  const sender = currentEntry(context)?.sender;
  if (!sender?.smtp) return context.draft;
  const { host, port, security, username } = sender.smtp;
  return {
    ...context.draft,
    at: 'password',
    choice: sender.choice,
    address: sender.address ?? '',
    manual: { server: { host, port, security }, username },
  };
}

/** Once an address is looked up: in its clean form, and a technician's settings only if needed. */
export function draftAdopting(draft: Draft, discovery: Discovery | null): Draft {
  if (!discovery) return draft;
  const manual = discovery.verdict === 'ok' ? null : draft.manual;
  return { ...draft, address: discovery.address, manual };
}

export function withDraft(drafts: Drafts, doctorId: string, draft: Draft): Drafts {
  return { ...drafts, open: doctorId, doctors: { ...drafts.doctors, [doctorId]: draft } };
}

export function withoutDraft(drafts: Drafts, doctorId: string): Drafts {
  const { [doctorId]: _finished, ...doctors } = drafts.doctors;
  return { ...drafts, open: null, doctors, batch: withoutDoctor(drafts.batch, doctorId) };
}

export function waitingStages(security: Security): StageView[] {
  const order =
    security === 'tls'
      ? (['dns', 'tcp', 'tls', 'greeting', 'ehlo', ...STAGES.slice(5)] as const)
      : STAGES;
  return order.map((stage) => ({ stage, state: 'waiting', slow: false }));
}

export function advancedStages(
  stages: readonly StageView[],
  event: MachineEvent,
): readonly StageView[] {
  switch (event.type) {
    case 'STAGE_STARTED':
      return stages.map((view) =>
        view.stage === event.stage ? { ...view, state: 'running' } : view,
      );
    case 'STAGE_SLOW':
      return stages.map((view) => (view.stage === event.stage ? { ...view, slow: true } : view));
    case 'STAGE_ENDED':
      return stages.map((view) =>
        view.stage === event.stage
          ? { ...view, state: event.ok ? 'ok' : 'failed', slow: false }
          : view,
      );
    default:
      return stages;
  }
}
