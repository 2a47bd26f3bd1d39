import { domainToASCII, domainToUnicode } from 'node:url';
import { fail, type Result, succeed } from '../result.ts';
import type { Catalogue } from './catalogue.ts';
import { findByDomain } from './lookup.ts';
import { POPULAR_DOMAINS } from './popular.ts';
import { closestPopularDomain } from './spelling.ts';

export type AddressProblem =
  | 'no-at-sign'
  | 'several-at-signs'
  | 'comma'
  | 'space'
  | 'no-local-part'
  | 'no-domain'
  | 'no-dot'
  | 'bad-character'
  | 'too-long';

export interface ParsedAddress {
  /** `localPart@domain`, the domain in lower case and ASCII (IDNA). */
  readonly address: string;
  readonly localPart: string;
  readonly domain: string;
}

export interface MalformedAddress {
  readonly problem: AddressProblem;
  /** The address that was most likely meant, or null. */
  readonly suggestion: string | null;
}

/** A dot-string of RFC 5321, section 4.1.2; quoted local parts are no mailbox of a doctor. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;

/** Letters of any script, digits, hyphens and dots: what IDNA may turn into a host name. */
const DOMAIN_CHARACTERS = /^[\p{L}\p{M}\p{N}.-]+$/u;

const ASCII_DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+(?!\d+$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** RFC 5321, section 4.5.3.1: octets. */
const MAX_LOCAL_PART = 64;
const MAX_DOMAIN = 253;
const MAX_ADDRESS = 254;

/**
 * Reads an address as people type and paste it: with spaces around, `mailto:`, or a display
 * name and angle brackets. A malformed one comes with the likelier address, where there is one.
 */
export function parseAddress(text: string): Result<ParsedAddress, MalformedAddress> {
  const typed = unwrap(text);
  const parsed = parseExactly(typed);
  if (parsed.ok) return parsed;
  return fail({ problem: parsed.problem, suggestion: repair(typed) });
}

/**
 * The likelier address when the domain looks misspelt, else null. A domain that the catalogue
 * knows is never corrected.
 */
export function suggestAddress(parsed: ParsedAddress, catalogue: Catalogue): string | null {
  if (findByDomain(catalogue, parsed.domain)) return null;
  const plain = withoutAccents(domainToUnicode(parsed.domain));
  const domain =
    POPULAR_DOMAINS.find((popular) => popular === plain) ?? closestPopularDomain(parsed.domain);
  return domain ? `${parsed.localPart}@${domain}` : null;
}

function parseExactly(text: string): Result<ParsedAddress, AddressProblem> {
  // Without an at sign, the comma may stand for that one.
  if (text.includes(',') && text.includes('@')) return fail('comma');
  if (/\s/.test(text)) return fail('space');
  const parts = text.split('@');
  const [localPart = '', typedDomain = ''] = parts;
  if (parts.length < 2) return fail('no-at-sign');
  if (parts.length > 2) return fail('several-at-signs');
  if (localPart === '') return fail('no-local-part');
  if (typedDomain === '') return fail('no-domain');
  if (!LOCAL_PART.test(localPart) || !DOMAIN_CHARACTERS.test(typedDomain)) {
    return fail('bad-character');
  }
  if (!typedDomain.includes('.')) return fail('no-dot');
  if (localPart.length > MAX_LOCAL_PART || typedDomain.length > MAX_DOMAIN) return fail('too-long');
  const domain = domainToASCII(typedDomain).toLowerCase();
  if (!ASCII_DOMAIN.test(domain)) return fail('bad-character');
  const address = `${localPart}@${domain}`;
  const tooLong =
    address.length > MAX_ADDRESS || domain.split('.').some((label) => label.length > 63);
  return tooLong ? fail('too-long') : succeed({ address, localPart, domain });
}

/** Takes away what belongs to the way an address was copied, not to the address. */
function unwrap(text: string): string {
  const plain = text.replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '').trim();
  const bracketed = /<([^<>]*)>$/.exec(plain)?.[1] ?? plain;
  return bracketed
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/(?<=@.*)\?.*$/, '')
    .trim();
}

function repair(text: string): string | null {
  const separated = text.includes('@') ? text : withAtSign(text);
  const joined = separated
    .replace(/@[@\s]*@/g, '@')
    .replace(/\s*([@.,;])\s*/g, '$1')
    .replace(/[.,;:]+$/, '')
    .replace(/[,;]/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/\.?@\.?/, '@')
    .replace(/^\./, '');
  const fixed = withoutAccents(joined);
  const at = fixed.lastIndexOf('@');
  const typedDomain = fixed.slice(at + 1).toLowerCase();
  const domain = closestPopularDomain(typedDomain) ?? typedDomain;
  const parsed = parseExactly(`${fixed.slice(0, Math.max(at, 0))}@${domain}`);
  return parsed.ok ? parsed.value.address : null;
}

const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

/**
 * The at sign is missing, or its key was pressed without AltGr (Italian layout: `ò`, `ç`) or
 * under another layout (`"`, `#`, `§`).
 */
function withAtSign(text: string): string {
  const mistyped = /^([^"#òç§]+)["#òç§]([^"#òç§]+)$/i.exec(text);
  if (mistyped) return `${mistyped[1]}@${mistyped[2]}`;
  const domain = POPULAR_DOMAINS.find(
    (popular) => text.toLowerCase().endsWith(popular) && text.length > popular.length,
  );
  return domain ? `${text.slice(0, -domain.length).replace(/\.$/, '')}@${domain}` : text;
}
