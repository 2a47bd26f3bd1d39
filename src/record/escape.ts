import iconv from 'iconv-lite';
import { CONTROL_CHARACTER } from './control-character.ts';
import type { Export } from './profile.ts';

type Encoding = Export['encoding'];

/** A value in its format's notation, or why it cannot be written there, in English. */
export type Escaped = { readonly text: string } | { readonly refused: string };

/** What stands around a tag on its line: in an INI file it decides what the value may contain. */
export interface TagPlace {
  readonly lineBefore: string;
  readonly lineAfter: string;
  readonly encoding: Encoding;
}

const XML_ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML 1.0, section 2.2: two code points that may not even be written as a reference. */
const NOT_IN_XML = /[\ufffe\uffff]/;

/**
 * Writes one value in the notation of a format. A control character is refused everywhere: no
 * sender's value needs one, and a line break in a name would become a header of an email.
 */
export function escapeValue(value: string, format: Export['escape'], place: TagPlace): Escaped {
  if (CONTROL_CHARACTER.test(value))
    return { refused: 'it contains a line break or a control character' };
  if (/\p{Surrogate}/u.test(value)) return { refused: 'it is not valid Unicode text' };
  switch (format) {
    case 'none':
      return encodable(value, place.encoding);
    case 'ini':
      return escapeIni(value, place);
    case 'shell':
      // Nothing has a meaning inside single quotes (POSIX, Shell Command Language, 2.2.2).
      return encodable(`'${value.replaceAll("'", "'\\''")}'`, place.encoding);
    case 'csv':
      return encodable(`"${value.replaceAll('"', '""')}"`, place.encoding);
    case 'reg':
      return escapeReg(value, place);
    case 'json':
      return { text: referencing(JSON.stringify(value).slice(1, -1), place.encoding, jsonEscape) };
    case 'xml':
      if (NOT_IN_XML.test(value)) return { refused: 'it contains a character that XML excludes' };
      return {
        text: referencing(
          value.replace(/[&<>"']/g, (character) => XML_ENTITIES[character] ?? character),
          place.encoding,
          (character) => `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`,
        ),
      };
  }
}

/**
 * INI as `GetPrivateProfileString` reads it: it trims the value and drops one pair of quotes around
 * it, so a value that would lose something gets a pair of quotes to lose.
 */
function escapeIni(value: string, { lineBefore, lineAfter, encoding }: TagPlace): Escaped {
  const before = lineBefore.trimStart();
  if (before.startsWith('[') && /[[\]]/.test(value)) {
    return { refused: 'a section name cannot contain a square bracket' };
  }
  if (!before.startsWith('[') && !before.includes('=') && /^\s*[;[#]|=/.test(value)) {
    return { refused: 'a key cannot contain "=" or begin with ";", "#" or "["' };
  }
  const wholeValue = before.trimEnd().endsWith('=') && lineAfter.trim() === '';
  const losesSomething = /^\s|\s$|^(["']).*\1$/.test(value);
  return encodable(wholeValue && losesSomething ? `"${value}"` : value, encoding);
}

/** A registry file's key path, in square brackets, knows no escapes; its quoted values do. */
function escapeReg(value: string, { lineBefore, encoding }: TagPlace): Escaped {
  if (!lineBefore.trimStart().startsWith('[')) {
    return encodable(value.replaceAll('\\', '\\\\').replaceAll('"', '\\"'), encoding);
  }
  return /[\\[\]]/.test(value)
    ? { refused: 'a key path cannot contain a backslash or a square bracket' }
    : encodable(value, encoding);
}

function jsonEscape(character: string): string {
  return [...character.split('')]
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

function referencing(
  text: string,
  encoding: Encoding,
  refer: (character: string) => string,
): string {
  return [...text]
    .map((character) => (isEncodable(character, encoding) ? character : refer(character)))
    .join('');
}

function encodable(text: string, encoding: Encoding): Escaped {
  const lost = firstUnencodable(text, encoding);
  return lost === null ? { text } : { refused: `"${lost}" does not exist in ${encoding}` };
}

/** The first character that the encoding does not have, or null. */
export function firstUnencodable(text: string, encoding: Encoding): string | null {
  return [...text].find((character) => !isEncodable(character, encoding)) ?? null;
}

function isEncodable(character: string, encoding: Encoding): boolean {
  if (encoding !== 'windows-1252' || character < '\u0080') return true;
  return iconv.decode(iconv.encode(character, encoding), encoding) === character;
}

/** UTF-16 always begins with its byte order mark: Windows recognises such files by it alone. */
export function encodeText(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'windows-1252':
      return iconv.encode(text, 'windows-1252');
  }
}
