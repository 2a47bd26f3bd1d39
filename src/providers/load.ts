import { type JsonDocument, keyText } from '../record/json-text.ts';
import type { FileProblem, FileSubject } from '../record/problem.ts';
import { readJson, readJsonFile } from '../record/text-file.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type Catalogue, catalogueSchema, type Provider } from './catalogue.ts';

/**
 * The catalogue that the product brings, with what a technician's file adds or corrects: its
 * providers replace those of the same id and take their domains over. Only that file is checked;
 * the product's own was, with the build (`checkCatalogue`): that takes 10 ms, which no start needs.
 */
export async function loadCatalogue(
  shipped: string,
  added: string | null,
): Promise<Result<Catalogue, FileProblem>> {
  const document = await readJson({ which: 'providers', file: shipped });
  if (!document.ok) return document;
  const base = document.value.value as Catalogue;
  if (added === null) return succeed(base);
  const more = await checkCatalogue(added);
  return more.ok ? succeed(mergeCatalogues(base, more.value)) : more;
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

/** Reads a catalogue file, whole or with the key and the line of what is wrong with it. */
export async function checkCatalogue(file: string): Promise<Result<Catalogue, FileProblem>> {
  const subject = { which: 'providers', file } as const;
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
