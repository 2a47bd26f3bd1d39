import mustache from 'mustache';
import { fail, type Result, succeed } from '../result.ts';
import { encodeText, escapeValue, firstUnencodable } from './escape.ts';
import { type FileProblem, malformed } from './problem.ts';
import type { Export } from './profile.ts';
import { findUnknownName, type Token } from './template-names.ts';

type View = Readonly<Record<string, unknown>>;

class RenderProblem extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Mustache with what a file for another program needs: every value is escaped for its format. */
class ExportWriter extends mustache.Writer {
  readonly #template: string;
  readonly #target: Export;
  readonly #file: string;

  constructor(template: string, target: Export, file: string) {
    super();
    this.#template = template;
    this.#target = target;
    this.#file = file;
  }

  override escapedValue(token: string[], context: mustache.Context): string {
    return this.#write(token as unknown as Token, context, this.#target.escape);
  }

  override unescapedValue(token: string[], context: mustache.Context): string {
    return this.#write(token as unknown as Token, context, 'none');
  }

  #write(token: Token, context: mustache.Context, format: Export['escape']): string {
    const [, name, start, end] = token;
    const value: unknown = context.lookup(name);
    // Every name is known (`checkTemplate`): what is missing lies in something that is null.
    if (value === null || value === undefined) return '';
    const escaped = escapeValue(String(value), format, {
      lineBefore: this.#template.slice(0, start).split('\n').at(-1) ?? '',
      lineAfter: this.#template.slice(end).split('\n', 1)[0] ?? '',
      encoding: this.#target.encoding,
    });
    if ('text' in escaped) return escaped.text;
    throw new RenderProblem({
      code: 'value-not-writable',
      which: 'export',
      file: this.#file,
      line: null,
      key: name,
      detail: `${name} ${JSON.stringify(value)}: ${escaped.refused}`,
    });
  }
}

/** The bytes of one export. `file` is the file that they are for, named in problems. */
export function renderExport(
  template: string,
  target: Export,
  file: string,
  view: View,
): Result<Buffer, FileProblem> {
  const body = template.replaceAll('\r\n', '\n');
  const checked = checkTemplate(body, target);
  if (!checked.ok) return checked;
  try {
    const text = new ExportWriter(body, target, file).render(body, view);
    const lines = target.newline === 'crlf' ? text.replaceAll('\n', '\r\n') : text;
    return succeed(encodeText(lines, target.encoding));
  } catch (error) {
    if (error instanceof RenderProblem) return fail(error.problem);
    throw error;
  }
}

/** Whether a template can be used: closed tags, known names, letters that the encoding has. */
export function checkTemplate(template: string, target: Export): Result<void, FileProblem> {
  const subject = { which: 'export', file: target.template } as const;
  try {
    const tokens = mustache.parse(template) as unknown as Token[];
    refusePartials(tokens, template, target);
    const unknown = findUnknownName(tokens, target.per);
    if (unknown) {
      const { name, start, detail } = unknown;
      return fail(malformed(subject, detail, { line: lineOf(template, start), key: name }));
    }
  } catch (error) {
    if (error instanceof RenderProblem) return fail(error.problem);
    const at = /at (\d+)$/.exec((error as Error).message)?.[1];
    const line = at === undefined ? null : lineOf(template, Number(at));
    return fail(malformed(subject, (error as Error).message, { line }));
  }
  const lost = firstUnencodable(template, target.encoding);
  if (lost === null) return succeed(undefined);
  return fail(
    malformed(subject, `"${lost}" does not exist in ${target.encoding}`, {
      line: lineOf(template, template.indexOf(lost)),
    }),
  );
}

/** There are no other templates to include: Mustache would quietly write nothing. */
function refusePartials(tokens: readonly Token[], template: string, target: Export): void {
  for (const [kind, name, start, , inner] of tokens) {
    if (kind === '>') {
      throw new RenderProblem(
        malformed(
          { which: 'export', file: target.template },
          `"{{>${name}}}": a template cannot include another`,
          { line: lineOf(template, start) },
        ),
      );
    }
    if (Array.isArray(inner)) refusePartials(inner, template, target);
  }
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
