import { CsvError, parse } from 'csv-parse/sync';
import { fail, type Result, succeed } from '../result.ts';
import { CONTROL_CHARACTER } from './control-character.ts';
import type { Doctor } from './doctors.ts';
import { refuseDuplicates } from './duplicates.ts';
import { type FileProblem, type FileSubject, malformed } from './problem.ts';

interface Row {
  readonly record: readonly string[];
  /** The line on which the row ends, 1-based: quoted values may span several. */
  readonly info: { readonly lines: number };
}

const REQUIRED = ['id', 'name'] as const;

const COLUMNS = [...REQUIRED, 'contract', 'senderaddress'];

/** Doctors as CSV (RFC 4180), separated by `;`, `,` or tabs as the header shows. */
export function parseDoctorsCsv(text: string, subject: FileSubject): Result<Doctor[], FileProblem> {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') return fail(malformed(subject, 'the file is empty', { line: 1 }));
  const rows = readRows(body, subject);
  if (!rows.ok) return rows;
  const [header, ...lines] = rows.value;
  const columns = columnsOf(header?.record ?? [], subject);
  if (!columns.ok) return columns;
  const doctors: Doctor[] = [];
  for (const { record, info } of lines) {
    const doctor = readRow(record, columns.value);
    if (!doctor.ok) {
      const { detail, key } = doctor.problem;
      return fail(malformed(subject, detail, { line: info.lines, key }));
    }
    doctors.push(doctor.value);
  }
  const unique = refuseDuplicates(
    doctors.map(({ id }, index) => ({ id, line: () => lines[index]?.info.lines ?? 1, key: 'id' })),
    subject,
  );
  return unique.ok ? succeed(doctors) : unique;
}

/** The names of the columns in small letters, as far as they have any. */
function columnsOf(
  header: readonly string[],
  subject: FileSubject,
): Result<readonly string[], FileProblem> {
  const columns = header.map((name) => name.trim().toLowerCase());
  while (columns.at(-1) === '') columns.pop();
  const refuse = (detail: string, key: string) =>
    fail(malformed(subject, detail, { line: 1, key }));
  const missing = REQUIRED.find((name) => !columns.includes(name));
  if (missing !== undefined) {
    const found = header.map((name) => name.trim()).join(', ');
    return refuse(`the column "${missing}" is missing; the first line has: ${found}`, missing);
  }
  const twice = COLUMNS.find((name) => columns.indexOf(name) !== columns.lastIndexOf(name));
  return twice === undefined
    ? succeed(columns)
    : refuse(`the column "${twice}" is there twice`, twice);
}

interface RowProblem {
  readonly detail: string;
  readonly key: string | null;
}

/** Some programs end lines with a separator more than others: a cell that is empty says nothing. */
function readRow(
  record: readonly string[],
  columns: readonly string[],
): Result<Doctor, RowProblem> {
  if (record.length < columns.length) {
    const detail = `values: ${record.length}, columns: ${columns.length} (${columns.join(', ')})`;
    return fail({ detail, key: null });
  }
  const extra = record.slice(columns.length).find((text) => text.trim() !== '');
  return extra === undefined
    ? toDoctor((name) => record[columns.indexOf(name)]?.trim() ?? '')
    : fail({ detail: `"${extra.trim()}" is beyond the last column`, key: null });
}

function readRows(body: string, subject: FileSubject): Result<Row[], FileProblem> {
  try {
    const rows = parse(body, {
      delimiter: delimiterOf(body),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    });
    return succeed(rows as unknown as Row[]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : null;
    return fail(malformed(subject, error.message, { line }));
  }
}

/** The separator that the header uses most; its names contain none of them. */
function delimiterOf(body: string): string {
  const header = body.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
  const count = (separator: string) => header.split(separator).length;
  return [';', ',', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function toDoctor(cell: (column: string) => string): Result<Doctor, RowProblem> {
  for (const name of REQUIRED) {
    if (cell(name) === '') return fail({ detail: `"${name}" is empty`, key: name });
    if (CONTROL_CHARACTER.test(cell(name))) {
      const detail = `"${name}" contains a line break or a control character`;
      return fail({ detail, key: name });
    }
  }
  const contract = cell('contract').toLowerCase() || 'standard';
  if (contract !== 'standard' && contract !== 'premium') {
    return fail({
      detail: `"${cell('contract')}" is neither "standard" nor "premium"`,
      key: 'contract',
    });
  }
  const address = cell('senderaddress');
  return succeed({
    id: cell('id'),
    name: cell('name'),
    contract,
    sender: address === '' ? null : { address },
  });
}
