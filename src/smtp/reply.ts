import type { Reply } from './evidence.ts';

const LINE_CHARACTERS = 1_000;
const TEXT_CHARACTERS = 4_000;
const CAPABILITIES = 64;

const REPLY_LINE = /^(\d{3})(?:[ -]|$)/;
const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?:\s|$)/;

/**
 * Reads one whole reply, possibly of several lines (RFC 5321, section 4.2).
 * @returns null when it does not start with a three-digit code, that is, when it is not SMTP
 */
export function parseReply(raw: string): Reply | null {
  const lines = raw.split(/\r?\n/);
  const code = REPLY_LINE.exec(lines[0] ?? '')?.[1];
  if (!code) return null;
  const bodies = lines.map((line) => printable(line.replace(REPLY_LINE, '')).trim());
  const enhanced = bodies.map((body) => ENHANCED.exec(body)?.[1]).find(Boolean) ?? null;
  // Servers repeat the enhanced code on every line of a long explanation (RFC 2034, section 4).
  const text = bodies.map((body) => (enhanced ? withoutPrefix(body, enhanced) : body));
  return {
    code: Number(code),
    enhanced,
    text: text.filter(Boolean).join(' ').slice(0, TEXT_CHARACTERS),
  };
}

/** EHLO keywords with their parameters, upper case, without the greeting line. */
export function parseCapabilities(raw: string): readonly string[] {
  return raw
    .split(/\r?\n/)
    .slice(1, CAPABILITIES + 1)
    .map((line) => printable(line.replace(REPLY_LINE, '')).trim().toUpperCase())
    .filter(Boolean);
}

/** The mechanisms of AUTH, also in the `AUTH=` spelling of old servers (RFC 4954, section 3). */
export function mechanismsOf(capabilities: readonly string[]): readonly string[] {
  const lines = capabilities.filter((line) => /^AUTH[ =]/.test(line));
  return [...new Set(lines.flatMap((line) => line.slice(5).split(/[ =]+/)).filter(Boolean))];
}

/** A reply on one line, for the technician. */
export function formatReply({ code, enhanced, text }: Reply): string {
  return [String(code), enhanced, text].filter(Boolean).join(' ');
}

/** What a server wrote, made fit for a screen: no control characters, and no line without end. */
export function printable(text: string): string {
  return text
    .slice(0, LINE_CHARACTERS)
    .replaceAll('\t', ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\uFFFD');
}

function withoutPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length).trim() : text;
}
