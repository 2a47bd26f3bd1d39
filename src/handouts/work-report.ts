import { localDay } from '../campaign/phase.ts';
import type { Language } from '../language.ts';
import type { DoctorEntry, Practice } from '../record/practice.ts';
import { type Formats, formatsFor } from '../texts/formats.ts';
import { historyText } from '../texts/history-text.ts';
import { type Translate, translator } from '../texts/index.ts';
import type { HistoryRow } from '../wizard/practice-view.ts';
import type { Sheet } from './handout.ts';

/** One change of one doctor's sender. */
export interface Work {
  readonly doctorId: string;
  readonly row: HistoryRow;
}

/** A technician's visit. */
export interface Visit {
  readonly language: Language;
  readonly practice: Practice;
  /** Everything that is known to have been done, in any order. */
  readonly work: readonly Work[];
  /** null: a line to be filled in by hand. */
  readonly technician: string | null;
  readonly now: Date;
}

/** Empty lines for notes. */
const NOTE_LINES = 3;

/** What a technician leaves behind: who, which doctors, what was done when, room to sign. */
export function workReportSheet(visit: Visit): Sheet {
  const { language, practice, technician } = visit;
  const t = translator(language);
  const formats = formatsFor(language);
  const { day, work } = lastVisit(visit);
  const names = new Map(practice.doctors.map(({ doctor }) => [doctor.id, doctor.name]));
  const rows = work.map(({ doctorId, row }) => ({
    time: formats.time(row.at),
    doctor: names.get(doctorId) ?? doctorId,
    work: historyText(row, t),
    user: row.user ?? '',
  }));
  return {
    template: 'work-report',
    language,
    paper: 'A4',
    title: t('handouts.report.title'),
    of: day,
    values: {
      words: t('handouts.report', { returnObjects: true }),
      record: practice.recordName,
      day: formats.date(day),
      technician,
      doctors: practice.doctors.map((entry) => doctorRow(entry, t, formats)),
      rows,
      hasRows: rows.length > 0,
      notes: Array.from({ length: NOTE_LINES }, (_, index) => index),
    },
  };
}

/** The day of the visit (ISO 8601 date): today, else the last day on which something was done. */
function lastVisit({ work, now }: Visit): { day: string; work: readonly Work[] } {
  const sorted = work.toSorted((a, b) => a.row.at.localeCompare(b.row.at));
  const dayOf = ({ row }: Work) => localDay(new Date(row.at));
  const last = sorted.at(-1);
  const day = last === undefined ? localDay(now) : dayOf(last);
  return { day, work: sorted.filter((each) => dayOf(each) === day) };
}

function doctorRow({ doctor, sender, status }: DoctorEntry, t: Translate, formats: Formats) {
  const at = sender?.verified?.at;
  return {
    name: doctor.name,
    address: sender?.address ?? doctor.sender?.address ?? t('handouts.report.none'),
    status: t(`common.status.${status}`),
    proof:
      at === undefined
        ? t('handouts.report.never')
        : `${formats.shortDay(at)}, ${formats.time(at)}`,
  };
}
