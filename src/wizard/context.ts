import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Discovery, Finding } from '../discovery/finding.ts';
import type { Language } from '../language.ts';
import type { MalformedAddress } from '../providers/address.ts';
import type { HistoryEntry } from '../record/history.ts';
import type { DoctorEntry, PracticeProblem, SaveProblem } from '../record/practice.ts';
import type { Sender } from '../record/senders.ts';
import type { Secret } from '../secret.ts';
import type { Stage } from '../smtp/evidence.ts';
import type { ProbeResult } from '../smtp/probe.ts';
import type { Draft, Drafts } from './draft.ts';
import type { Loaded } from './effects.ts';
import type { WizardEvent } from './events.ts';
import type { HandoutProgress, HandoutState } from './handout-order.ts';
import type { Batch, BatchProgress } from './many/batch.ts';
import type { RecheckProgress, RecheckState } from './recheck.ts';
import type { CopyKind, StageView } from './view.ts';

/** The proof that this sender works: the probe that passed, and when (ISO 8601). */
export interface Proof {
  readonly at: string;
  readonly messageId: string | null;
}

export interface WizardContext {
  readonly language: Language;
  readonly loaded: Loaded | null;
  readonly problem: PracticeProblem | null;
  readonly setAside: string | null;
  readonly drafts: Drafts;
  /** The last check of many senders, by doctor. */
  readonly rechecks: ReadonlyMap<string, RecheckState>;
  /** Doctors whose sender has no password in this user's keychain. */
  readonly missingPasswords: readonly string[];
  /** Doctors who are set up together; what became of each stays after the page is left. */
  readonly batch: Batch | null;
  readonly doctorId: string | null;
  readonly draft: Draft;
  readonly malformed: MalformedAddress | null;
  readonly discovery: Discovery | null;
  /** Which of the discovery's findings is being tried. */
  readonly findingIndex: number;
  /** In memory from the moment it was typed until the sender is saved or the path is left. */
  readonly password: Secret | null;
  readonly passwordProblem: 'empty' | 'line-break' | 'not-accepted' | null;
  readonly stages: readonly StageView[];
  readonly probeResult: ProbeResult | null;
  readonly failedAt: string | null;
  readonly diagnosis: Diagnosis | null;
  readonly proof: Proof | null;
  /** What the record reported of this doctor's sender, until the path ends. */
  readonly repair: { readonly doctorId: string; readonly error: string | null } | null;
  readonly displayName: string | null;
  readonly saveProblem: SaveProblem | null;
  /** The sender as it was just saved. */
  readonly saved: Sender | null;
  /** What became of this doctor's sender before, the newest first. */
  readonly history: readonly HistoryEntry[];
  /** The sheet that was asked for last; null: none, or the person let it be. */
  readonly handout: HandoutState | null;
  readonly copied: { readonly what: CopyKind; readonly count: number } | null;
}

export type StageProgress =
  | { readonly type: 'STAGE_STARTED'; readonly stage: Stage }
  | { readonly type: 'STAGE_ENDED'; readonly stage: Stage; readonly ok: boolean }
  | { readonly type: 'STAGE_SLOW'; readonly stage: Stage }
  | {
      readonly type: 'PROBE_FINISHED';
      readonly result: ProbeResult;
      /** Null when it passed. */
      readonly diagnosis: Diagnosis | null;
    };

/** Everything that moves the machine: what a person does, and what its own work reports. */
export type MachineEvent =
  | WizardEvent
  | StageProgress
  | RecheckProgress
  | BatchProgress
  | HandoutProgress;

export function currentEntry(context: WizardContext): DoctorEntry | null {
  const doctors = context.loaded?.practice.doctors ?? [];
  return doctors.find((entry) => entry.doctor.id === context.doctorId) ?? null;
}

/** The settings to try: what a technician typed wins over what discovery found. */
export function chosenFinding(context: WizardContext): Finding | null {
  const { manual } = context.draft;
  if (manual) {
    return { ...manual.server, username: manual.username, source: 'manual', trust: 'medium' };
  }
  return context.discovery?.findings[context.findingIndex] ?? null;
}

export function hasOtherFinding(context: WizardContext): boolean {
  return (
    !context.draft.manual && (context.discovery?.findings.length ?? 0) > context.findingIndex + 1
  );
}
