import type { Campaign } from './campaign.ts';

/** Whether an address lies on one of Mail Plus's own domains, as far as the vendor has named them. */
export function isMailPlusAddress({ mailPlus }: Campaign, address: string): boolean {
  const domain = domainOf(address);
  return mailPlus.domains.some((known) => known.toLowerCase() === domain);
}

/** What stands after the last at sign, in lower case. */
export function domainOf(address: string): string {
  return address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
}
