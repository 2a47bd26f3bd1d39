import type { Language } from '../language.ts';

/** Gives what `make` makes of a language: made when it is first asked for, and kept. */
export function perLanguage<Value extends object>(
  make: (language: Language) => Value,
): (language: Language) => Value {
  const made = new Map<Language, Value>();
  return (language) => {
    const value = made.get(language) ?? make(language);
    made.set(language, value);
    return value;
  };
}
