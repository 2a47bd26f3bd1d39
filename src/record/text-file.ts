import iconv from 'iconv-lite';
import type { z } from 'zod';
import { fail, type Result, succeed } from '../result.ts';
import { readPatiently } from './files.ts';
import { type JsonDocument, parseJson, validate } from './json-text.ts';
import { type FileProblem, type FileSubject, fileSystemProblem, malformed } from './problem.ts';

/** The text of a file that must be UTF-8, with or without byte order mark. */
export async function readUtf8(subject: FileSubject): Promise<Result<string, FileProblem>> {
  const bytes = await readBytes(subject);
  if (!bytes.ok) return bytes;
  const text = decodeUtf8(bytes.value);
  return text === null ? fail(malformed(subject, 'the file is not UTF-8 text')) : succeed(text);
}

/**
 * The text of a file that an older Windows program may have written: UTF-8 or UTF-16 with a byte
 * order mark, UTF-8 without, or else Windows-1252, in which every byte means something.
 */
export async function readLenient(subject: FileSubject): Promise<Result<string, FileProblem>> {
  const bytes = await readBytes(subject);
  return bytes.ok ? succeed(decodeLenient(bytes.value)) : bytes;
}

export function decodeLenient(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf-16le');
  return decodeUtf8(bytes) ?? iconv.decode(bytes, 'windows-1252');
}

/** Null when the bytes are not UTF-8; the byte order mark is dropped. */
export function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function readBytes(subject: FileSubject): Promise<Result<Buffer, FileProblem>> {
  try {
    return succeed(await readPatiently(subject.file));
  } catch (error) {
    return fail(fileSystemProblem(subject, error, 'reading'));
  }
}

/** Reads, parses and validates a JSON file; the document still knows the lines of its keys. */
export async function readJsonFile<Schema extends z.ZodType>(
  subject: FileSubject,
  schema: Schema,
): Promise<Result<{ value: z.infer<Schema>; document: JsonDocument }, FileProblem>> {
  const text = await readUtf8(subject);
  if (!text.ok) return text;
  const document = parseJson(text.value, subject);
  if (!document.ok) return document;
  const value = validate(document.value, schema, subject);
  return value.ok ? succeed({ value: value.value, document: document.value }) : value;
}
