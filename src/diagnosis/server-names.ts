import { belongsTo, type KnownProvider, ownerOf } from './hints.ts';

const NAME = '[a-z0-9][a-z0-9.-]{2,120}\\.[a-z]{2,24}';

/** The name in a greeting (RFC 5321, section 4.2), or in Exim's answer to EHLO. */
const ANSWERED = new RegExp(`\\b220[ -]\\W{0,2}(${NAME})\\b|\\b250[ -](${NAME}) hello\\b`);

const ASKED = new RegExp(
  `(?:asked for|connected to|opening to|connecting to|connection to) (?:ssl://|tls://)?(${NAME})\\b`,
);

const OWN_SOFTWARE =
  /\bexim\b|postfix|sendmail|hmailserver|mdaemon|qmail|courier|\b250[ -].{4,120} hello\b/;

/** Whom a certificate was wanted from, and whose it was, as programs write it. */
const WANTED: readonly RegExp[] = [
  new RegExp(`certificate cn='?([^'\\s]{1,120})'? did not match expected cn='?(?<wanted>${NAME})`),
  new RegExp(`host: (?<wanted>${NAME})\\.? is not in the cert's (?:altnames|list): ?(.{0,200})`),
  new RegExp(`(?:is valid for|valid only for) (.{1,120}), not (?<wanted>${NAME})`),
  new RegExp(`not valid for '?(?<wanted>${NAME})`),
  new RegExp(`matche?s?(?:ing)? (?:target host name )?'?(?<wanted>${NAME})`),
];

const baseOf = (host: string): string => host.split('.').slice(-2).join('.');

const answeredBy = (text: string): string | null => {
  const match = ANSWERED.exec(text);
  return match?.[1] ?? match?.[2] ?? null;
};

/** The host that a folded text says was asked for, or null. */
export const askedHost = (text: string): string | null => ASKED.exec(text)?.[1] ?? null;

/**
 * Whether another server than the provider's own introduced itself, in an error line: some
 * program of a hosting's, under a name that none of the provider's servers has.
 */
export function foreignGreeting(text: string, known: KnownProvider, asked: string | null): boolean {
  const name = answeredBy(text);
  if (!name) return false;
  const owner = asked ? ownerOf(asked) : null;
  if (owner) {
    return !belongsTo(owner.servers, name) && (owner.famous || OWN_SOFTWARE.test(text));
  }
  if (known.famous) return !belongsTo(known.servers, name) && OWN_SOFTWARE.test(text);
  return asked !== null && baseOf(asked) !== baseOf(name);
}

/**
 * Whether a greeting that a connection really got, before TLS was verified, cannot be the
 * provider's. Small providers rent their servers: of them, only a known greeting is judged.
 */
export function strangeGreeting(greeting: string, known: KnownProvider): boolean {
  const name = answeredBy(`220 ${greeting.replace(/^220[ -]/, '')}`);
  if (!name || known.servers.length === 0 || belongsTo(known.servers, name)) return false;
  return known.famous || OWN_SOFTWARE.test(greeting);
}

/** Whether an error line says that a well-known server showed somebody else's certificate. */
export function foreignCertificate(text: string): boolean {
  return WANTED.some((pattern) => {
    const match = pattern.exec(text);
    const owner = match?.groups?.wanted ? ownerOf(match.groups.wanted) : null;
    if (!match || !owner) return false;
    const shown = match.slice(1).filter((part) => part && part !== match.groups?.wanted);
    return !shown.some((names) => owner.servers.some((domain) => names.includes(domain)));
  });
}
