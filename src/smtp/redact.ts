import type { Secret } from '../secret.ts';

const MASK = '[secret]';

/** Masking anything shorter would spell the password out by what is missing. */
const SHORTEST = 3;

/** Removes a password from a text, in every form that a server can have seen it in. */
export type Redact = (text: string) => string;

/**
 * Servers sometimes repeat a failed command in their reply, and a hostile one does it on purpose.
 * So the password is looked for as typed, percent-encoded, in hexadecimal, and inside every run of
 * base64 characters, wherever in the run it starts.
 */
export function createRedact(password: Secret): Redact {
  const plain = password.reveal();
  if (plain.length < SHORTEST) return (text) => text;
  const bytes = Buffer.from(plain, 'utf8');
  const forms = [plain, encodeURIComponent(toWellFormed(plain)), bytes.toString('hex')];
  const direct = new RegExp(forms.map(escapePattern).join('|'), 'gi');
  const whole = bytes.toString('base64');
  // Four characters carry three bytes: a shorter run has no room for it.
  const room = Math.ceil((bytes.length * 4) / 3);
  const runs = new RegExp(`[A-Za-z0-9+/_-]{${room},}={0,2}`, 'g');
  return (text) =>
    text
      .replaceAll(direct, MASK)
      .replaceAll(whole, MASK)
      .replaceAll(runs, (run) => (hides(run, bytes) ? MASK : run));
}

/** A run that was cut or glued to other letters is base64 from any of four starting points. */
function hides(run: string, secret: Buffer): boolean {
  return [0, 1, 2, 3].some((start) => Buffer.from(run.slice(start), 'base64').includes(secret));
}

/** `encodeURIComponent` throws on half a surrogate pair, which a keyboard can produce. */
const toWellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\uFFFD');

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
