import type { z } from 'zod';
import { fail, type Result, succeed } from '../result.ts';
import { type FileProblem, type FileSubject, malformed } from './problem.ts';

type Path = readonly (string | number)[];

class SyntaxProblem extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const WHITE_SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/**
 * Walks a JSON text (RFC 8259) and notes where each key and element begins. `JSON.parse` says
 * where an error is only in some Node versions, and never where a valid key stands.
 */
class JsonPlaces {
  readonly #text: string;
  readonly #offsets = new Map<string, number>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#value('');
    this.#skip();
    if (this.#at < text.length) throw this.#unexpected('the end of the file');
  }

  offsetOf(path: Path): number {
    for (let length = path.length; length > 0; length -= 1) {
      const offset = this.#offsets.get(pointer(path.slice(0, length)));
      if (offset !== undefined) return offset;
    }
    return this.#offsets.get('') ?? 0;
  }

  #value(at: string): void {
    this.#skip();
    if (!this.#offsets.has(at)) this.#offsets.set(at, this.#at);
    const first = this.#text[this.#at];
    if (first === '{') this.#object(at);
    else if (first === '[') this.#array(at);
    else if (first === '"') this.#string('a string');
    else if (!this.#match(NUMBER) && !this.#match(WORD)) throw this.#unexpected('a value');
  }

  #object(at: string): void {
    this.#members('}', () => {
      const start = this.#at;
      const key = this.#string('a key in double quotes');
      this.#offsets.set(pointer([key], at), start);
      this.#skip();
      if (this.#text[this.#at] !== ':') throw this.#unexpected('":"');
      this.#at += 1;
      this.#value(pointer([key], at));
    });
  }

  #array(at: string): void {
    let index = 0;
    this.#members(']', () => {
      this.#value(pointer([index], at));
      index += 1;
    });
  }

  #members(end: '}' | ']', member: () => void): void {
    this.#at += 1;
    this.#skip();
    if (this.#text[this.#at] === end) {
      this.#at += 1;
      return;
    }
    for (;;) {
      this.#skip();
      member();
      this.#skip();
      const next = this.#text[this.#at];
      if (next !== ',' && next !== end) throw this.#unexpected(`"," or "${end}"`);
      this.#at += 1;
      if (next === end) return;
    }
  }

  #string(what: string): string {
    const start = this.#at;
    if (!this.#match(STRING)) throw this.#unexpected(what);
    return JSON.parse(this.#text.slice(start, this.#at)) as string;
  }

  #skip(): void {
    this.#match(WHITE_SPACE);
  }

  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #unexpected(expected: string): SyntaxProblem {
    const found = this.#text[this.#at];
    return new SyntaxProblem(
      `expected ${expected}, found ${found === undefined ? 'the end of the file' : JSON.stringify(found)}`,
      this.#at,
    );
  }
}

function pointer(path: Path, base = ''): string {
  return path.reduce<string>((all, part) => `${all}/${JSON.stringify(part)}`, base);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** A path as people write it: `exports[0].template`; null for the whole document. */
export function keyText(path: readonly PropertyKey[]): string | null {
  if (path.length === 0) return null;
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** A parsed JSON text that still knows on which line each key stands. */
export interface JsonDocument {
  readonly value: unknown;
  /** 1-based line of the key, or of its nearest existing parent. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Parses a JSON text; a leading byte order mark is tolerated (RFC 8259, section 8.1). */
export function parseJson(text: string, subject: FileSubject): Result<JsonDocument, FileProblem> {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') return fail(malformed(subject, 'the file is empty', { line: 1 }));
  try {
    const places = new JsonPlaces(body);
    return succeed({
      value: JSON.parse(body),
      lineOf: (path) =>
        lineAt(
          body,
          places.offsetOf(path.filter((part): part is string | number => typeof part !== 'symbol')),
        ),
    });
  } catch (error) {
    if (error instanceof RangeError) return fail(malformed(subject, 'nested too deeply'));
    if (!(error instanceof SyntaxProblem)) throw error;
    return fail(malformed(subject, error.message, { line: lineAt(body, error.offset) }));
  }
}

/** Validates a parsed document; the first thing wrong is reported with its key and line. */
export function validate<Schema extends z.ZodType>(
  document: JsonDocument,
  schema: Schema,
  subject: FileSubject,
): Result<z.infer<Schema>, FileProblem> {
  const parsed = schema.safeParse(document.value);
  if (parsed.success) return succeed(parsed.data);
  const issue = parsed.error.issues[0];
  const path = [...(issue?.path ?? [])];
  if (issue?.code === 'unrecognized_keys') path.push(issue.keys[0] ?? '');
  return fail(
    malformed(subject, issue?.message ?? 'invalid', {
      line: document.lineOf(path),
      key: keyText(path),
    }),
  );
}
