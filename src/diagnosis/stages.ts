import { STAGES, type Stage } from '../smtp/evidence.ts';

const LOGIN: readonly Stage[] = ['auth'];
const NOT_LOGIN: readonly Stage[] = STAGES.filter((stage) => stage !== 'auth');

/** Codes that belong to the login alone (RFC 4954, section 6; RFC 5248, section 3). */
const LOGIN_CODES = new Set([334, 432, 435, 525, 534, 535, 538]);
/** Codes that no server is meant to send to a login (RFC 4954, section 6). */
const OTHER_CODES = new Set([521, 541, 550, 551, 552, 553, 554, 556, 571]);

const COMMANDS: readonly (readonly [RegExp, readonly Stage[]])[] = [
  [
    /in reply to (?:the )?end of data|(?:after|to) end of data|\(data\)|reject: (?:data|end-of-message)|after i sent the message/,
    ['data'],
  ],
  [
    /in reply to (?:the )?rcpt|rcpt to:?<|failed to add recipient|recipientsrefused|reject(?:ed)?:? rcpt|does not like recipient/,
    ['rcpt-to'],
  ],
  [
    /in reply to (?:the )?mail from|mail from:?<|reject: mail|but sender was rejected/,
    ['mail-from'],
  ],
  [/in reply to (?:the )?(?:helo|ehlo)/, ['ehlo']],
  [/authenticationerror|authenticationfailed|\beauth\b|invalid login/, LOGIN],
];

/**
 * Where a failure can have happened: where it was said to, or, when nobody said it, what its
 * command and its code allow. A program that goes on after a refused login reports it later.
 */
export function plausibleStages(
  text: string,
  code: number | null,
  given: Stage | null,
): readonly Stage[] {
  if (given) return code === 535 && given !== 'auth' ? [given, 'auth'] : [given];
  const said = COMMANDS.find(([pattern]) => pattern.test(text))?.[1];
  if (code !== null && LOGIN_CODES.has(code)) return LOGIN;
  if (said) return said;
  if (code !== null && OTHER_CODES.has(code)) return NOT_LOGIN;
  return STAGES;
}

const WORDS: readonly (readonly [RegExp, Stage])[] = [
  [/rcpt|recipient|destinatari|empfanger|destinataire/, 'rcpt-to'],
  [/mail from|sender|mittente|absender|expediteur/, 'mail-from'],
  [/end of data|\bdata\b/, 'data'],
  [/\bauth\b|authent|autentic|login|password|passwort/, 'auth'],
  [/starttls|certif|zertif|handshake/, 'tls'],
  [/helo|ehlo/, 'ehlo'],
  [/greeting|banner/, 'greeting'],
];

/** The stage that the words name, among those where such a cause shows itself; or null. */
export function namedStage(text: string, among: readonly Stage[]): Stage | null {
  const named = WORDS.filter(([pattern]) => pattern.test(text)).map(([, stage]) => stage);
  return named.find((stage) => among.includes(stage)) ?? null;
}
