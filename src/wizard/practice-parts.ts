import type { Language } from '../language.ts';
import type { HistoryEntry } from '../record/history.ts';
import type { DoctorEntry } from '../record/practice.ts';
import type { Sender } from '../record/senders.ts';
import type { WizardContext } from './context.ts';
import { isRecheckable } from './memory.ts';
import type { ViewFacts } from './page-source.ts';
import { doctorRow } from './parts.ts';
import type { HistoryRow, PracticeRow, RecheckSummary, RecheckView } from './practice-view.ts';

/** A doctor in the practice's table, with the last check of many. */
export function practiceRow(
  entry: DoctorEntry,
  context: WizardContext,
  facts: ViewFacts,
): PracticeRow {
  const { id } = entry.doctor;
  const recheck = recheckView(entry, context, facts);
  return {
    ...doctorRow(entry, context),
    recheckable: isRecheckable(entry),
    passwordMissing: context.missingPasswords.includes(id) || recheck?.state === 'password-missing',
    recheck,
  };
}

function recheckView(
  { doctor, sender }: DoctorEntry,
  { rechecks, language }: WizardContext,
  facts: ViewFacts,
): RecheckView | null {
  const recheck = rechecks.get(doctor.id);
  if (recheck === undefined) return null;
  switch (recheck.state) {
    case 'failed':
      return { state: 'failed', title: facts.causeTitle(recheck.diagnosis, sender, language) };
    case 'problem':
      return { state: 'problem', problem: recheck.problem };
    default:
      return { state: recheck.state };
  }
}

export function recheckSummary(
  { rechecks }: WizardContext,
  running: boolean,
): RecheckSummary | null {
  if (rechecks.size === 0) return null;
  const states = [...rechecks.values()].map(({ state }) => state);
  return {
    running,
    total: states.length,
    done: states.filter((state) => state !== 'waiting' && state !== 'running').length,
    ok: states.filter((state) => state === 'ok').length,
  };
}

export function historyRow(
  entry: HistoryEntry,
  sender: Sender | null,
  language: Language,
  facts: ViewFacts,
): HistoryRow {
  const { at, user, change, from, to, cause } = entry;
  const why = cause === null ? null : facts.causeTitle({ cause, product: null }, sender, language);
  return { at, user, change, from, to, passed: change === 'checked' ? cause === null : null, why };
}
