import { type Language, readLanguage } from '../src/language.ts';
import type { Store } from './store.ts';

/** The language that was chosen in the window, or null. */
export function storedLanguage(store: Store): Language | null {
  return readLanguage(store.get('language'));
}

export function rememberLanguage(store: Store, language: Language): void {
  store.set('language', language);
}

/** The product's language for the system's (a BCP 47 tag such as `de-AT`); Italian for others. */
export function languageOf(locale: string): Language {
  return readLanguage(locale.toLowerCase().split(/[-_]/)[0]) ?? 'it';
}

/**
 * The system's language. On Linux Chromium takes a missing locale (POSIX.1, section 8.2: `C`) for
 * English; a product of Italian practices takes it for Italian.
 */
export function systemLanguage(
  locale: string,
  env: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): Language {
  const named = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find(Boolean) ?? 'C';
  const isUnset = platform === 'linux' && /^(C|POSIX)([.@]|$)/.test(named);
  return isUnset ? 'it' : languageOf(locale);
}
