import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { fail, type Result, succeed } from '../result.ts';
import { trustedContext } from '../smtp/trust.ts';
import { lookupThrough } from './dns.ts';
import type { Dns, Http, HttpProblem } from './network.ts';

/** Bytes: the largest known settings document has 20 KiB. */
export const MAX_DOCUMENT = 256 * 1024;
const MAX_REDIRECTS = 3;

export interface HttpOptions {
  readonly dns: Dns;
  /** Further authorities to trust (PEM), besides the built-in ones. */
  readonly authorities: readonly string[];
  /** Where servers listen, when not at 443. */
  readonly port?: number;
}

/** Documents over https with a verified certificate; redirects lead to https or nowhere. */
export function createHttp({ dns, authorities, port }: HttpOptions): Http {
  const getOnce = (url: URL, signal: AbortSignal) =>
    new Promise<Result<Uint8Array | URL, HttpProblem>>((resolve) => {
      const asked = request(
        url,
        {
          // Of its own, and read only when something is asked: it holds everybody whom we trust.
          agent: new Agent({ secureContext: trustedContext(authorities) }),
          signal,
          lookup: lookupThrough(dns, signal),
          headers: { accept: 'text/xml, application/xml' },
          ...(port ? { port } : {}),
        },
        (response) => {
          response.on('error', () => resolve(fail('failed')));
          response.on('aborted', () => resolve(fail('failed')));
          const target = redirectTarget(response, url);
          if (target) {
            resolve(target);
            response.destroy();
          } else {
            readDocument(response, resolve);
          }
        },
      );
      asked.on('error', () => resolve(fail('failed')));
      asked.end();
    });

  return {
    async get(url, signal) {
      let next = httpsUrl(url);
      for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
        if (!next) return fail('insecure');
        if (signal.aborted) return fail('failed');
        const answer = await getOnce(next, signal);
        if (!answer.ok) return answer;
        if (!(answer.value instanceof URL)) return succeed(answer.value);
        next = answer.value;
      }
      return fail('failed');
    },
  };
}

function httpsUrl(text: string, base?: URL): URL | null {
  if (!URL.canParse(text, base?.href)) return null;
  const url = new URL(text, base);
  return url.protocol === 'https:' && !url.username && !url.password ? url : null;
}

function redirectTarget(response: IncomingMessage, from: URL): Result<URL, HttpProblem> | null {
  const status = response.statusCode ?? 0;
  if (![301, 302, 303, 307, 308].includes(status)) return null;
  const target = httpsUrl(response.headers.location ?? '', from);
  return target ? succeed(target) : fail('insecure');
}

function readDocument(
  response: IncomingMessage,
  resolve: (result: Result<Uint8Array, HttpProblem>) => void,
): void {
  const give = (result: Result<Uint8Array, HttpProblem>) => {
    resolve(result);
    response.destroy();
  };
  const declared = Number(response.headers['content-length'] ?? 0);
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (response.statusCode !== 200) {
    give(fail('not-found'));
  } else if (encoding !== 'identity') {
    give(fail('failed'));
  } else if (declared > MAX_DOCUMENT) {
    give(fail('too-large'));
  } else {
    const chunks: Buffer[] = [];
    let size = 0;
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > MAX_DOCUMENT) give(fail('too-large'));
    });
    response.on('end', () => resolve(succeed(Buffer.concat(chunks))));
  }
}
