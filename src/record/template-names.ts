import { closest } from './validate.ts';

/** A tag of a parsed Mustache template: kind, text, start, end, inner tags. */
export type Token = [string, string, number, number, Token[]?, number?];

export interface NameProblem {
  readonly name: string;
  /** Where the tag begins in the template, in characters. */
  readonly start: number;
  readonly detail: string;
}

type Names = Readonly<Record<string, unknown>>;

const SENDER: Names = {
  doctorId: '',
  doctorName: '',
  choice: '',
  address: '',
  displayName: '',
  provider: '',
  smtp: {
    host: '',
    port: 0,
    portHex: '',
    security: '',
    auth: '',
    username: '',
    isTls: true,
    isStarttls: true,
  },
  credential: { service: '', account: '' },
  limits: { perDay: 0, perHour: 0, perMinute: 0, recipientsPerMessage: 0, source: '' },
  status: '',
  verified: { at: '', messageId: '' },
  failing: { at: '', cause: '' },
  mailPlusRequestedAt: '',
  number: 1,
  isFirst: true,
  isLast: true,
  updatedAt: '',
};

const PRACTICE: Names = { version: 1, updatedAt: '', senders: [SENDER] };

/**
 * The first name of a template that there is not, wherever it stands. Mustache leaves out a section
 * with a mistyped name without a word, and a value only shows when there is something to write.
 */
export function findUnknownName(
  tokens: readonly Token[],
  per: 'doctor' | 'practice',
): NameProblem | null {
  return look(tokens, [per === 'doctor' ? SENDER : PRACTICE]);
}

function look(tokens: readonly Token[], around: readonly unknown[]): NameProblem | null {
  for (const [kind, name, start, , inner] of tokens) {
    const isSection = kind === '#' || kind === '^';
    if (!isSection && kind !== 'name' && kind !== '&') continue;
    const value = lookUp(name, around);
    if (value === undefined) return { name, start, detail: whyUnknown(name, around) };
    if (!isSection && typeof value === 'object') {
      return { name, start, detail: `"${name}" is not a single value` };
    }
    const inside = kind === '^' ? [] : Array.isArray(value) ? value : [value];
    const problem = look(inner ?? [], [...around, ...inside]);
    if (problem) return problem;
  }
  return null;
}

/** Mustache looks for the first part of a name in the innermost section, then outwards. */
function lookUp(name: string, around: readonly unknown[]): unknown {
  if (name === '.') return around.at(-1);
  const [first = '', ...rest] = name.split('.');
  const place = around.findLast((names) => has(names, first));
  return [first, ...rest].reduce<unknown>(
    (names, part) => (has(names, part) ? names[part] : undefined),
    place,
  );
}

function has(names: unknown, part: string): names is Names {
  return typeof names === 'object' && names !== null && Object.hasOwn(names, part);
}

function whyUnknown(name: string, around: readonly unknown[]): string {
  if (/password|secret/i.test(name)) return 'a password is never in an export';
  const [outermost] = around;
  if (outermost === PRACTICE && !around.includes(SENDER) && lookUp(name, [SENDER]) !== undefined) {
    return `"${name}" is of one sender: put it between {{#senders}} and {{/senders}}`;
  }
  if (outermost === SENDER && lookUp(name, [PRACTICE]) !== undefined) {
    return `"${name}" is of the whole practice, and this export is per "doctor"`;
  }
  const meant = closest(name, around.flatMap(fullNames));
  return `there is no value "${name}"${meant ? `; did you mean "${meant}"?` : ''}`;
}

function fullNames(names: unknown): string[] {
  if (typeof names !== 'object' || names === null || Array.isArray(names)) return [];
  return Object.entries(names).flatMap(([name, value]) => [
    name,
    ...fullNames(value).map((inner) => `${name}.${inner}`),
  ]);
}
