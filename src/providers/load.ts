import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { FileProblem } from '../record/practice.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type Catalogue, catalogueSchema, type Provider } from './catalogue.ts';

/**
 * Reads catalogue files and merges them: a later file's providers replace earlier ones of the
 * same id and take their domains over, so that a technician can add or correct providers
 * without a release. Every file given must exist.
 */
export async function loadCatalogue(
  files: readonly string[],
): Promise<Result<Catalogue, FileProblem>> {
  let merged: Catalogue = { version: 1, providers: [] };
  for (const file of files) {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      return fail(
        problem(file, missing ? 'file-missing' : 'file-unreadable', (error as Error).message),
      );
    }
    const parsed = parseCatalogue(text, file);
    if (!parsed.ok) return parsed;
    merged = mergeCatalogues(merged, parsed.value);
  }
  return succeed(merged);
}

/** Validates one catalogue file's text; `file` only names it in problems. */
export function parseCatalogue(text: string, file: string): Result<Catalogue, FileProblem> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const { message } = error as Error;
    return fail({
      ...problem(file, 'file-malformed', message),
      line: lineOfSyntaxError(text, message),
    });
  }
  const checked = catalogueSchema.safeParse(json);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const key = issue ? keyPath(issue.path) : null;
    return fail({ ...problem(file, 'file-malformed', issue?.message ?? 'not a catalogue'), key });
  }
  const duplicate = findDuplicate(checked.data.providers);
  if (duplicate) return fail({ ...problem(file, 'duplicate-id', duplicate.detail), ...duplicate });
  return succeed(checked.data);
}

/** `added` wins: by id, and for every domain that it names. */
export function mergeCatalogues(base: Catalogue, added: Catalogue): Catalogue {
  const ids = new Set(added.providers.map((provider) => provider.id));
  const domains = new Set(added.providers.flatMap((provider) => provider.domains));
  const kept = base.providers
    .filter((provider) => !ids.has(provider.id))
    .map((provider) => ({
      ...provider,
      domains: provider.domains.filter((domain) => !domains.has(domain)),
    }));
  return { version: 1, providers: [...added.providers, ...kept] };
}

function findDuplicate(
  providers: readonly Provider[],
): { readonly key: string; readonly detail: string } | null {
  const seen = new Map<string, string>();
  for (const [index, provider] of providers.entries()) {
    const names = [
      [`providers[${index}].id`, `id ${provider.id}`],
      ...provider.domains.map((domain, at) => [
        `providers[${index}].domains[${at}]`,
        `domain ${domain}`,
      ]),
    ] as const;
    for (const [key, name] of names) {
      const first = seen.get(name as string);
      if (first) return { key: key as string, detail: `${name} is already at ${first}` };
      seen.set(name as string, key as string);
    }
  }
  return null;
}

const keyPath = (path: z.core.$ZodIssue['path']): string | null =>
  path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`,
    )
    .join('') || null;

/** V8 names the position only for some errors; where the text just ends, it is its last line. */
function lineOfSyntaxError(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  const before = position === undefined ? text : text.slice(0, Number(position));
  return before.split('\n').length;
}

const problem = (file: string, code: FileProblem['code'], detail: string): FileProblem => ({
  code,
  which: 'providers',
  file,
  line: null,
  key: null,
  detail,
});
