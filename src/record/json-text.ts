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
/** What a string holds up to its next quotation mark, escape or control character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that JSON excludes (RFC 8259, section 7)
const PLAIN_CHARACTERS = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/**
 * Walks a JSON text (RFC 8259) and notes where each key and element begins. `JSON.parse` says
 * where an error is only in some Node versions, and never where a valid key stands.
 */
class JsonPlaces {
  /** The first key that its object has already; a parser would silently take the later one. */
  repeated: { readonly name: string; readonly offset: number } | null = null;
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
    else if (first === '"') this.#string('a text');
    else if (!this.#match(NUMBER) && !this.#match(WORD)) throw this.#unexpected('a value');
  }

  #object(at: string): void {
    this.#members('}', () => {
      const start = this.#at;
      const key = this.#string('a key in double quotes');
      if (this.#offsets.has(pointer([key], at))) this.repeated ??= { name: key, offset: start };
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
    if (this.#text[start] !== '"') throw this.#unexpected(what);
    this.#at += 1;
    do this.#match(PLAIN_CHARACTERS);
    while (this.#match(ESCAPE));
    if (this.#text[this.#at] === '\\') {
      throw new SyntaxProblem('inside a text, a backslash is written twice: \\\\', this.#at);
    }
    if (this.#text[this.#at] !== '"') throw this.#unexpected('the closing " of a text');
    this.#at += 1;
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

  #before(): string | undefined {
    return this.#text.slice(0, this.#at).trimEnd().at(-1);
  }

  #unexpected(expected: string): SyntaxProblem {
    const found = this.#text[this.#at];
    if (found === '/') return new SyntaxProblem('JSON has no comments', this.#at);
    if ((found === '}' || found === ']') && this.#before() === ',') {
      return new SyntaxProblem(`there is a comma too many before "${found}"`, this.#at);
    }
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
  /** A key that stands twice in the same object, with its second line; null: there is none. */
  repeated(): { readonly name: string; readonly line: number } | null;
  /** 1-based line of the key, or of its nearest existing parent. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Parses a JSON text; a leading byte order mark is tolerated (RFC 8259, section 8.1). */
export function parseJson(text: string, subject: FileSubject): Result<JsonDocument, FileProblem> {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') return fail(malformed(subject, 'the file is empty', { line: 1 }));
  const parsed = parse(body);
  if (!parsed.ok) {
    const { message, offset } = parsed.problem;
    return fail(malformed(subject, message, { line: lineAt(body, offset) }));
  }
  const { value } = parsed;
  if (isDeeperThan(value, MAX_DEPTH)) return fail(malformed(subject, 'nested too deeply'));
  // Walked only when asked: it takes many times as long as parsing.
  let walked: JsonPlaces | null = null;
  const places = () => {
    walked ??= new JsonPlaces(body);
    return walked;
  };
  return succeed({
    value,
    repeated: () => {
      if (keysWritten(body) === keysRead(value)) return null;
      const { repeated } = places();
      return repeated && { name: repeated.name, line: lineAt(body, repeated.offset) };
    },
    lineOf: (path) => {
      const known = path.filter((part): part is string | number => typeof part !== 'symbol');
      return lineAt(body, places().offsetOf(known));
    },
  });
}

function parse(text: string): Result<unknown, SyntaxProblem> {
  try {
    return succeed(JSON.parse(text));
  } catch (error) {
    return fail(syntaxProblem(text, error));
  }
}

/** `JSON.parse` refused the text: what stands where something else is expected. */
function syntaxProblem(text: string, refusal: unknown): SyntaxProblem {
  try {
    new JsonPlaces(text);
  } catch (error) {
    if (error instanceof SyntaxProblem) return error;
    if (error instanceof RangeError) return new SyntaxProblem('nested too deeply', 0);
  }
  throw refusal;
}

const COLON = /[ \t\r\n]*:/y;

/** How many keys a valid JSON text writes: a string before a colon is one. */
function keysWritten(text: string): number {
  let keys = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', COLON.lastIndex)) {
    let end = text.indexOf('"', at + 1);
    while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
    COLON.lastIndex = end + 1;
    if (COLON.test(text)) keys += 1;
    else COLON.lastIndex = end + 1;
  }
  return keys;
}

function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === '\\') start -= 1;
  return (at - start) % 2 === 1;
}

/** How many keys were read: fewer than were written where one is repeated. */
function keysRead(value: unknown): number {
  let keys = 0;
  for (const waiting = [value]; waiting.length > 0; ) {
    const each = waiting.pop();
    if (typeof each !== 'object' || each === null) continue;
    const inside = Object.values(each);
    if (!Array.isArray(each)) keys += inside.length;
    for (const one of inside) waiting.push(one);
  }
  return keys;
}

/** Far more than any file of ours, far less than what a walk of it could bear. */
const MAX_DEPTH = 200;

function isDeeperThan(value: unknown, limit: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
  }
  return false;
}
