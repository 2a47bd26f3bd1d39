import { distance } from '../providers/spelling.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { z } from '../zod.ts';
import { type JsonDocument, keyText } from './json-text.ts';
import { type FileProblem, type FileSubject, malformed } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Validates a parsed document; the first thing wrong is reported with its key and line. */
export function validate<Schema extends z.ZodMiniType>(
  document: JsonDocument,
  schema: Schema,
  subject: FileSubject,
): Result<z.infer<Schema>, FileProblem> {
  const parsed = schema.safeParse(document.value);
  if (parsed.success) return succeed(parsed.data);
  const issue = firstIssue(parsed.error.issues);
  if (!issue) return fail(malformed(subject, 'invalid'));
  const unknown = issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? null) : null;
  const path = unknown === null ? issue.path : [...issue.path, unknown];
  const detail =
    unknown === null
      ? describe(issue, valueAt(document.value, issue.path))
      : unknownKey(unknown, keysAt(schema, issue.path));
  return fail(malformed(subject, detail, { line: document.lineOf(path), key: keyText(path) }));
}

/** Of the ways that a value may take, the first is the usual one: it says best what is wrong. */
function firstIssue(issues: readonly Issue[]): Issue | undefined {
  const [issue] = issues;
  if (issue?.code !== 'invalid_union') return issue;
  const inner = firstIssue(issue.errors[0] ?? []);
  return inner && { ...inner, path: [...issue.path, ...inner.path] };
}

function describe(issue: Issue, value: unknown): string {
  const expected = expectedOf(issue);
  if (value === undefined) return `the key is missing${expected ? `: expected ${expected}` : ''}`;
  const found = typeof value === 'object' ? kindOf(value) : JSON.stringify(value).slice(0, 60);
  switch (issue.code) {
    case 'invalid_value': {
      // The text "1" where the number 1 belongs is no slip of the pen.
      const slip = typeof value === 'string' && !issue.values.map(String).includes(value);
      const meant = slip ? closest(value, issue.values.map(String)) : null;
      return `expected ${expected}, found ${found}${meant ? `; did you mean "${meant}"?` : ''}`;
    }
    case 'invalid_type':
      return `expected ${expected}, found ${found}`;
    case 'too_small':
      return issue.origin === 'string' ? 'it is empty' : `${found} is too small`;
    case 'invalid_format':
      return `${found} cannot be used here`;
    default:
      return issue.message;
  }
}

function expectedOf(issue: Issue): string | null {
  if (issue.code === 'invalid_value')
    return issue.values.map((one) => JSON.stringify(one)).join(', ');
  return issue.code === 'invalid_type' ? (KINDS[issue.expected] ?? issue.expected) : null;
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'an object { }',
  array: 'a list [ ]',
  string: 'a text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

const kindOf = (value: object | null): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list [ ]' : 'an object { }';

/** Whoever writes a password into a file is told where it belongs instead. */
function unknownKey(key: string, known: readonly string[]): string {
  if (/password|secret/i.test(key)) return `"${key}": a password is never in a file`;
  const meant = closest(key, known);
  const hint = meant ? `did you mean "${meant}"?` : `known here: ${known.join(', ')}`;
  return `there is no key "${key}"${known.length > 0 ? `; ${hint}` : ''}`;
}

/** The known word that a person most likely meant: other capitals, or at most a third mistyped. */
export function closest(word: string, known: readonly string[]): string | null {
  const sought = word.toLowerCase();
  const [best] = known
    .map((one) => ({ one, slips: distance(sought, one.toLowerCase()) }))
    .sort((a, b) => a.slips - b.slips);
  return best && best.slips <= Math.floor(best.one.length / 3) ? best.one : null;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      inner !== null && typeof inner === 'object' && Object.hasOwn(inner, part)
        ? (inner as Record<PropertyKey, unknown>)[part]
        : undefined,
    value,
  );
}

/** The keys of the object that a schema has at a path; none where it is no plain object. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const { def } = schema._zod as unknown as { def: SchemaParts };
  const inner = def.innerType ?? def.in;
  if (inner) return keysAt(inner, path);
  const [part, ...rest] = path;
  if (part === undefined) return Object.keys(def.shape ?? {});
  const next = typeof part === 'number' ? def.element : def.shape?.[String(part)];
  return next ? keysAt(next, rest) : [];
}

/** What of a schema of zod leads to those inside it. */
interface SchemaParts {
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
}
