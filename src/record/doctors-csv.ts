import { CsvError, parse } from 'csv-parse/sync';
import { fail, type Result, succeed } from '../result.ts';
import type { Doctor } from './doctors.ts';
import { refuseDuplicates } from './duplicates.ts';
import { type FileProblem, type FileSubject, malformed } from './problem.ts';

interface Row {
  readonly record: readonly string[];
  /** The line on which the row ends, 1-based: quoted values may span several. */
  readonly info: { readonly lines: number };
}

const REQUIRED = ['id', 'name'] as const;

/** Doctors as CSV (RFC 4180), separated by `;`, `,` or tabs as the header shows. */
export function parseDoctorsCsv(text: string, subject: FileSubject): Result<Doctor[], FileProblem> {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') return fail(malformed(subject, 'the file is empty', { line: 1 }));
  const rows = readRows(body, subject);
  if (!rows.ok) return rows;
  const [header, ...lines] = rows.value;
  const columns = header?.record.map((name) => name.trim().toLowerCase()) ?? [];
  for (const name of REQUIRED) {
    if (!columns.includes(name)) {
      const found = header?.record.map((column) => column.trim()).join(', ');
      return fail(
        malformed(subject, `the column "${name}" is missing; the first line has: ${found}`, {
          line: 1,
          key: name,
        }),
      );
    }
  }
  const doctors: Doctor[] = [];
  for (const line of lines) {
    const cell = (name: string) => line.record[columns.indexOf(name)]?.trim() ?? '';
    const doctor = toDoctor(cell);
    if (!doctor.ok) {
      const { detail, key } = doctor.problem;
      return fail(malformed(subject, detail, { line: line.info.lines, key }));
    }
    doctors.push(doctor.value);
  }
  const unique = refuseDuplicates(
    doctors.map(({ id }, index) => ({ id, line: lines[index]?.info.lines ?? 1, key: 'id' })),
    subject,
  );
  return unique.ok ? succeed(doctors) : unique;
}

function readRows(body: string, subject: FileSubject): Result<Row[], FileProblem> {
  try {
    const rows = parse(body, {
      delimiter: delimiterOf(body),
      info: true,
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

function toDoctor(
  cell: (column: string) => string,
): Result<Doctor, { detail: string; key: string }> {
  for (const name of REQUIRED) {
    if (cell(name) === '') return fail({ detail: `"${name}" is empty`, key: name });
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
