/** Whether a host or domain name is a domain or lies below it; both as domainToASCII writes them. */
export const isWithin = (name: string, domain: string): boolean =>
  name === domain || name.endsWith(`.${domain}`);
