/** The scheme and host under which the window's files are served. */
export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'mittente';

/** The window's one page. */
export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/index.html`;

/** Whether an address belongs to the window's own files, judged from its parsed parts. */
export function isOwnUrl(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed?.protocol === `${PAGE_SCHEME}:` && parsed.host === PAGE_HOST;
}

/** Whether an address is the window's page itself, whatever follows a `#`. */
export function isOwnPage(url: string): boolean {
  return isOwnUrl(url) && new URL(url).pathname === new URL(PAGE_URL).pathname;
}
