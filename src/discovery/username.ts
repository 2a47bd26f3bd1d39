import type { ParsedAddress } from '../providers/address.ts';
import type { Provider } from '../providers/catalogue.ts';

/** The login name that a provider wants for an address; unknown means the address itself. */
export const usernameOf = (form: Provider['username'], address: ParsedAddress): string =>
  form === 'local-part' ? address.localPart : address.address;

const MAX_USERNAME = 320;

/**
 * Expands the placeholders of a settings document here, on this computer: the address is never
 * sent anywhere. What remains unusable becomes the address.
 */
export function expandUsername(template: string | null, address: ParsedAddress): string {
  const expanded = (template ?? '')
    .replaceAll('%EMAILADDRESS%', () => address.address)
    .replaceAll('%EMAILLOCALPART%', () => address.localPart)
    .replaceAll('%EMAILDOMAIN%', () => address.domain)
    .trim();
  const usable =
    expanded !== '' && expanded.length <= MAX_USERNAME && !/[\p{Cc}\s<>]|%[A-Z]+%/u.test(expanded);
  return usable ? expanded : address.address;
}
