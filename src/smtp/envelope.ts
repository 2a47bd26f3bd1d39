import { domainToASCII } from 'node:url';

/** What `MAIL FROM` and `RCPT TO` cannot carry without becoming another command. */
const UNSAFE = /[\p{Cc}<>]|^$/u;

/**
 * The address as a path of the envelope: an international domain in its ASCII form (RFC 5891).
 * @returns null when the address would break out of its angle brackets
 */
export function envelopeAddress(address: string): string | null {
  if (UNSAFE.test(address)) return null;
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  return domain === '' ? address : `${address.slice(0, at)}@${domain}`;
}

/** Whether the server must offer SMTPUTF8 for this address (RFC 6531, section 3.4). */
export const needsUtf8 = (address: string): boolean => /[^\p{ASCII}]/u.test(address);
