import { stat } from 'node:fs/promises';
import { fail, type Result, succeed } from '../result.ts';
import type { z } from '../zod.ts';
import { readPatiently } from './files.ts';
import { type JsonDocument, parseJson } from './json-text.ts';
import { type FileProblem, type FileSubject, fileSystemProblem, malformed } from './problem.ts';
import { validate } from './validate.ts';

/** The text of a file that must be UTF-8, with or without byte order mark. */
export async function readUtf8(subject: FileSubject): Promise<Result<string, FileProblem>> {
  const bytes = await readBytes(subject);
  if (!bytes.ok) return bytes;
  const text = decodeUtf8(bytes.value);
  return text === null ? fail(notUtf8(bytes.value, subject)) : succeed(text);
}

/** Whoever saved the file with an editor's other choice is told which, and where it shows. */
function notUtf8(bytes: Buffer, subject: FileSubject): FileProblem {
  if (utf16Of(bytes)) return malformed(subject, 'the file is UTF-16 text: save it as UTF-8');
  const lines = bytes.toString('latin1').split('\n');
  const line = lines.findIndex((text) => decodeUtf8(Buffer.from(text, 'latin1')) === null) + 1;
  const detail = 'the file is not UTF-8 text: save it as UTF-8';
  return malformed(subject, detail, { line: line || null });
}

/**
 * The text of a file that an older Windows program may have written: UTF-8 or UTF-16 with a byte
 * order mark, UTF-8 without, or else Windows-1252. A zero character is in no such text.
 */
export async function readLenient(subject: FileSubject): Promise<Result<string, FileProblem>> {
  const bytes = await readBytes(subject);
  if (!bytes.ok) return bytes;
  const text = await decodeLenient(bytes.value);
  const zero = text.indexOf('\0');
  if (zero < 0) return succeed(text);
  const detail =
    'there is a zero character: save the file as UTF-8, or as UTF-16 with byte order mark';
  return fail(malformed(subject, detail, { line: text.slice(0, zero).split('\n').length }));
}

/** The text of bytes that an older Windows program may have written, as `readLenient` takes them. */
export async function decodeLenient(bytes: Buffer): Promise<string> {
  const utf16 = utf16Of(bytes);
  const text = utf16 ? null : decodeUtf8(bytes);
  if (text !== null) return text;
  // Few files need its tables.
  const { default: iconv } = await import('iconv-lite');
  return iconv.decode(bytes, utf16 ?? 'windows-1252');
}

/** UTF-16 as its byte order mark tells it; null for every other text. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Null when the bytes are not UTF-8; the byte order mark is dropped. */
export function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** In bytes: a hundred times what the largest practice needs, and little enough to be read at once. */
const MAX_SIZE = 16 * 1024 * 1024;

async function readBytes(subject: FileSubject): Promise<Result<Buffer, FileProblem>> {
  try {
    const found = await stat(subject.file);
    // A device or a pipe might never end.
    if (!found.isFile() && !found.isDirectory())
      return fail(malformed(subject, 'it is not a file'));
    if (found.size > MAX_SIZE) {
      const size = Math.round(found.size / 1024 / 1024);
      return fail(malformed(subject, `the file has ${size} MiB; at most 16 MiB are read`));
    }
    return succeed(await readPatiently(subject.file));
  } catch (error) {
    return fail(fileSystemProblem(subject, error, 'reading'));
  }
}

/** Reads and parses a JSON file, whatever it holds. */
export async function readJson(subject: FileSubject): Promise<Result<JsonDocument, FileProblem>> {
  const text = await readUtf8(subject);
  return text.ok ? parseJson(text.value, subject) : text;
}

/** Reads, parses and validates a JSON file; the document still knows the lines of its keys. */
export async function readJsonFile<Schema extends z.ZodMiniType>(
  subject: FileSubject,
  schema: Schema,
): Promise<Result<{ value: z.infer<Schema>; document: JsonDocument }, FileProblem>> {
  const document = await readJson(subject);
  if (!document.ok) return document;
  const repeated = document.value.repeated();
  if (repeated) {
    const detail = `the key "${repeated.name}" is here twice`;
    return fail(malformed(subject, detail, { line: repeated.line, key: repeated.name }));
  }
  const value = validate(document.value, schema, subject);
  return value.ok ? succeed({ value: value.value, document: document.value }) : value;
}
