import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail, type Result } from '../result.ts';
import { type Doctor, doctorsFileSchema } from './doctors.ts';
import { refuseDuplicates } from './duplicates.ts';
import { parseJson } from './json-text.ts';
import type { FileProblem, FileSubject } from './problem.ts';
import { readLenient } from './text-file.ts';
import { validate } from './validate.ts';

/** The record may be writing the file right now: a torn text is whole a moment later. */
const ATTEMPTS = 4;
const WAIT_MS = 100;

/**
 * The doctors that the record exports: a JSON array, or CSV with the columns `id`, `name` and,
 * if it has them, `contract` and `senderAddress`. UTF-8, or Windows-1252 as older programs write.
 */
export async function loadDoctors(
  file: string,
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<Result<Doctor[], FileProblem>> {
  let doctors = await readDoctors(file);
  for (let attempt = 1; attempt < ATTEMPTS && !doctors.ok; attempt += 1) {
    if (doctors.problem.code === 'file-busy') break;
    await wait(WAIT_MS);
    doctors = await readDoctors(file);
  }
  return doctors;
}

async function readDoctors(file: string): Promise<Result<Doctor[], FileProblem>> {
  const text = await readLenient({ which: 'doctors', file });
  return text.ok ? parseDoctors(text.value, file) : text;
}

/** Parses the doctors' file: by its name if that ends in .json or .csv, else by its first character. */
async function parseDoctors(text: string, file: string): Promise<Result<Doctor[], FileProblem>> {
  const subject: FileSubject = { which: 'doctors', file };
  const extension = path.extname(file).toLowerCase();
  const isJson = extension === '.json' || (extension !== '.csv' && /^\uFEFF?\s*[[{]/.test(text));
  if (isJson) return parseDoctorsJson(text, subject);
  const { parseDoctorsCsv } = await import('./doctors-csv.ts');
  return parseDoctorsCsv(text, subject);
}

function parseDoctorsJson(text: string, subject: FileSubject): Result<Doctor[], FileProblem> {
  const document = parseJson(text, subject);
  if (!document.ok) return document;
  const doctors = validate(document.value, doctorsFileSchema, subject);
  if (!doctors.ok) return doctors;
  const { lineOf } = document.value;
  const unique = refuseDuplicates(
    doctors.value.map(({ id }, index) => ({
      id,
      line: () => lineOf([index, 'id']),
      key: `[${index}].id`,
    })),
    subject,
  );
  return unique.ok ? doctors : fail(unique.problem);
}
