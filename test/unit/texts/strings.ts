export interface Said {
  /** The key's path, such as `why.legacy.title`. */
  readonly key: string;
  readonly text: string;
}

/** The technical words that a doctor never reads. */
export const JARGON =
  /\b(smtp|starttls|tls|port[ae]|host|autenticazione|timeout|errore \d+|protocollo|dominio)\b/i;

/** Every string of a tree of texts, with its path. */
export function stringsOf(tree: unknown, path = ''): readonly Said[] {
  if (typeof tree === 'string') return [{ key: path, text: tree }];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([name, value]) =>
    stringsOf(value, path === '' ? name : `${path}.${name}`),
  );
}

/** What a reader sees: a typical word in place of each interpolated value. */
export function filledIn(text: string): string {
  return text.replaceAll(/\{\{\w+\}\}/g, 'Gmail');
}

/** How many sentences a text has; a line, such as one of a letter, ends at least one. */
export function sentencesIn(text: string): number {
  return text.split(/[.?!](?=\s|$)|\n/).filter((part) => /\p{L}/u.test(part)).length;
}

/**
 * The Gulpease index of Italian readability: 89 + (300 sentences - 10 letters) / words.
 * 60 and more: easy for those who finished middle school. Each string ends at least one sentence.
 */
export function gulpease(texts: readonly string[]): number {
  const filled = texts.map(filledIn);
  const sentences = filled.reduce((sum, text) => sum + sentencesIn(text), 0);
  const words = filled.flatMap((text) => text.match(/[\p{L}\p{N}@.+-]*[\p{L}\p{N}]/gu) ?? []);
  const letters = words.join('').replaceAll(/[^\p{L}\p{N}]/gu, '').length;
  return 89 + (300 * sentences - 10 * letters) / words.length;
}

/** Texts that are harder to read than a doctor between two patients wants, with their index. */
export function hardToRead(said: readonly Said[]): readonly string[] {
  return said
    .map(({ key, text }) => ({ key, text, index: gulpease([text]) }))
    .filter(({ index }) => index < 60)
    .map(({ key, text, index }) => `${index.toFixed(0)} ${key}: ${text}`);
}
