import type { JsonDocument } from '../record/json-text.ts';
import { keyText } from '../record/json-text.ts';
import type { FileProblem, FileSubject } from '../record/problem.ts';
import { readJsonFile } from '../record/text-file.ts';
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
    const loaded = await loadFile({ which: 'providers', file });
    if (!loaded.ok) return loaded;
    merged = mergeCatalogues(merged, loaded.value);
  }
  return succeed(merged);
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

async function loadFile(subject: FileSubject): Promise<Result<Catalogue, FileProblem>> {
  const read = await readJsonFile(subject, catalogueSchema);
  if (!read.ok) return read;
  const { value, document } = read.value;
  const duplicate = findDuplicate(value.providers, subject, document);
  return duplicate ? fail(duplicate) : succeed(value);
}

function findDuplicate(
  providers: readonly Provider[],
  subject: FileSubject,
  document: JsonDocument,
): FileProblem | null {
  const seen = new Map<string, (string | number)[]>();
  for (const [index, provider] of providers.entries()) {
    const names = [
      { path: ['providers', index, 'id'], name: `id ${provider.id}` },
      ...provider.domains.map((domain, at) => ({
        path: ['providers', index, 'domains', at],
        name: `domain ${domain}`,
      })),
    ];
    for (const { path, name } of names) {
      const first = seen.get(name);
      if (first) {
        return {
          code: 'duplicate-id',
          ...subject,
          line: document.lineOf(path),
          key: keyText(path),
          detail: `${name} is already at ${keyText(first)}`,
        };
      }
      seen.set(name, path);
    }
  }
  return null;
}
