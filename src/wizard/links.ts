import type { Provider } from '../providers/catalogue.ts';

export type LinkId = 'provider-page' | 'provider-help';

/** The only addresses that the window can have opened: those of the catalogue, always https. */
export function linkUrl(link: LinkId, provider: Provider | null): string | null {
  if (link === 'provider-page') return provider?.preparation?.page ?? provider?.help ?? null;
  return provider?.help ?? null;
}
