import { type Language, readLanguage } from '../src/language.ts';

/** Words that only a command answers; a password among them is refused there, with a warning. */
const FOR_COMMANDS = /^(?:--help|-h|--version|-V|--password(?:-stdin)?(?:=.*)?)$/s;

/** A doctor to open the window on, and the error line that the record reports, if it does. */
export interface Repair {
  readonly doctorId: string;
  readonly error: string | null;
}

/** The longest identifier of a doctor, and what of a reported error is looked at, in characters. */
export const MAX_ID = 200;
const MAX_ERROR = 4000;

export type AppArguments =
  | { readonly kind: 'command'; readonly words: readonly string[] }
  | {
      readonly kind: 'window';
      readonly profile: string | null;
      readonly language: Language | null;
      readonly repair: Repair | null;
    };

/**
 * The program's own words of a command line. Unpackaged, the first word that is no switch is
 * the program's folder or file, and what stands before it is Electron's.
 */
export function ownWords(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const words = argv.slice(1);
  if (isPackaged) return words;
  const program = words.findIndex((word) => !word.startsWith('-'));
  return words.slice(program + 1);
}

/**
 * Reads the words. Switches that are not the window's are Chromium's and not looked at. The first
 * word that is none makes it a command; `repair` with a doctor opens the window, and anything else
 * with `repair` is wrong there as in plain Node. Whoever wants JSON wants no window. Behind `--` only
 * a link counts: the system puts it there, and one with quotation marks could bring other words.
 */
export function readArguments(words: readonly string[]): AppArguments {
  const options = new Map<string, string>();
  const before: string[] = [];
  let repair: number | null = null;
  const command = (start: number): AppArguments => ({
    kind: 'command',
    words: [...before, ...words.slice(start)],
  });
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--') {
      const [link] = words.slice(index + 1);
      if (link !== undefined) options.set('doctor', doctorOfLink(link) ?? '');
      break;
    }
    const option = /^--(profile|lang|doctor|error)(?:=(.*))?$/s.exec(word);
    if (option) {
      const [, name = '', value] = option;
      if (value === undefined) index += 1;
      options.set(name, value ?? words[index] ?? '');
      if (repair === null) before.push(`--${name}`, options.get(name) ?? '');
    } else if (word.startsWith('mittente:')) {
      options.set('doctor', doctorOfLink(word) ?? '');
    } else if (word === '--json') {
      if (repair === null) before.push(word);
    } else if (word === 'repair' && repair === null) {
      repair = index;
    } else if (FOR_COMMANDS.test(word) || !word.startsWith('-')) {
      return command(repair ?? index);
    }
  }
  if (repair !== null && !options.get('doctor')) return command(repair);
  const doctorId = readId(options.get('doctor'));
  if (before.includes('--json') && doctorId === null) return command(words.length);
  const error = options.get('error')?.slice(0, MAX_ERROR) ?? null;
  return {
    kind: 'window',
    profile: options.get('profile') || null,
    language: readLanguage(options.get('lang')),
    repair: doctorId === null ? null : { doctorId, error },
  };
}

/** The doctor of `mittente://repair?doctor=ID`, or null: a link comes from anywhere. */
export function doctorOfLink(link: string): string | null {
  const url = URL.canParse(link) ? new URL(link) : null;
  // The whole of it, so that nothing else is meant: no path, port or user, and one doctor.
  if (url?.protocol !== 'mittente:' || !['', '/'].includes(url.pathname)) return null;
  const [id, ...more] = url.searchParams.getAll('doctor');
  if (url.host !== 'repair' || url.username || url.password || more.length > 0) return null;
  return readId(id);
}

function readId(text: string | null | undefined): string | null {
  const id = text?.trim() ?? '';
  return id === '' || id.length > MAX_ID || /\p{Cc}/u.test(id) ? null : id;
}
