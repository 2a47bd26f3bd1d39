export const LANGUAGES = ['it', 'en', 'de'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A language of the product, from a value that was stored or typed; null for anything else. */
export function readLanguage(value: unknown): Language | null {
  return LANGUAGES.find((language) => language === value) ?? null;
}
