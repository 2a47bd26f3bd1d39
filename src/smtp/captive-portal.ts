import { request } from 'node:http';
import type { Resolver } from './connect.ts';

/** Network Authentication Required (RFC 6585, section 6). */
const LOGIN_REQUIRED = 511;

/** A place on the web that redirects to nobody but itself. */
export interface WebPlace {
  readonly host: string;
  readonly port: number;
}

/**
 * Whether the network answers in the place of somebody else's web page, as a hotel's or a waiting
 * room's does until one has logged in (RFC 8952). A plain request is what such networks catch; it
 * carries nothing but the page's own host name.
 */
export async function hasCaptivePortal(
  place: WebPlace,
  resolver: Resolver,
  signal: AbortSignal,
): Promise<boolean> {
  const [found] = await resolver(place.host).catch(() => []);
  if (!found || signal.aborted) return false;
  return new Promise((resolve) => {
    const asked = request(
      {
        host: found.address,
        port: place.port,
        headers: { host: place.host },
        agent: false,
        signal,
      },
      ({ statusCode = 0, headers }) => {
        asked.destroy();
        resolve(statusCode === LOGIN_REQUIRED || leadsElsewhere(headers.location, place));
      },
    );
    asked.on('error', () => resolve(false));
    asked.end();
  });
}

function leadsElsewhere(location: string | undefined, { host }: WebPlace): boolean {
  const base = `http://${host}/`;
  return URL.canParse(location ?? '', base) && new URL(location ?? '', base).hostname !== host;
}
