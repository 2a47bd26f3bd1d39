import { type Language, readLanguage } from '../language.ts';
import type { CliIo } from './io.ts';

/**
 * The language to speak: that of `--lang`, looked for before the words are parsed because help and
 * errors are in it too; else the environment's (POSIX.1, section 8.2); else Italian.
 */
export function languageOf(argv: readonly string[], env: CliIo['env']): Language {
  const at = argv.findLastIndex((word) => /^--lang(=|$)/.test(word));
  const word = argv[at] ?? '';
  const given = readLanguage(word.includes('=') ? word.slice('--lang='.length) : argv[at + 1]);
  if (at >= 0 && given !== null) return given;
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find(Boolean) ?? '';
  return readLanguage(/^[a-z]+/i.exec(locale)?.[0].toLowerCase()) ?? 'it';
}
