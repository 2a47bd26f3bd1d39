import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type ProtocolRequest, protocol, type Session } from 'electron';
import { isOwnUrl, PAGE_SCHEME } from './page.ts';

/** What the window's files may be; anything else is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Deny by default; each directive that opens something says why. */
const POLICY = [
  "default-src 'none'",
  // The bundle, from our own files; no inline script, no eval.
  "script-src 'self'",
  // Fluent UI makes style elements at run time and fills them by script, which needs no permission:
  // the hash is that of an empty text (CSP 3, section 6.7.3.3), so none with a text gets in.
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true } },
  ]);
}

/**
 * The file's place under the window's folder, or null. Names are taken literally: letters,
 * digits, `-`, `_` and dots, so that no encoding of `..` means anything.
 */
export function fileOf(url: string): string[] | null {
  if (!isOwnUrl(url)) return null;
  const segments = new URL(url).pathname.split('/').slice(1);
  const plain = segments.every((segment) => /^[\w-][\w.-]*$/.test(segment));
  return plain && extname(segments.at(-1) ?? '') in TYPES ? segments : null;
}

/** What is served for a request. */
export interface Served {
  /** HTTP's: 200 or 404. */
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly data: Buffer;
}

export type Asked = Pick<ProtocolRequest, 'method' | 'url'>;

/** Answers one request for a file of the window. */
export async function answer(request: Asked, folder: string): Promise<Served> {
  const segments = request.method === 'GET' ? fileOf(request.url) : null;
  if (segments === null) return nothing();
  const content = await readFile(join(folder, ...segments)).catch(() => null);
  return content === null ? nothing() : respond(content, segments.at(-1) ?? '', POLICY);
}

/** An answer with a file's content, by the file's name, under a policy. */
export function respond(body: string | Buffer, name: string, policy: string): Served {
  return {
    statusCode: 200,
    headers: {
      'Content-Type': TYPES[extname(name)] ?? '',
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    },
    data: typeof body === 'string' ? Buffer.from(body) : body,
  };
}

/** No such file. */
export const nothing = (): Served => ({
  statusCode: 404,
  headers: { 'X-Content-Type-Options': 'nosniff' },
  data: Buffer.alloc(0),
});

/** Serves the window's files to one session; `onProgram` is called when the page's program was sent. */
export const servePage = (session: Session, folder: string, onProgram: () => void): void =>
  serve(session, async (request) => {
    const served = await answer(request, folder);
    // Once the answer is on its way.
    if (request.url.endsWith('.js')) setImmediate(onProgram);
    return served;
  });

/**
 * Serves everything under `app://` to one session. `protocol.handle`, the newer way, loads Node's fetch
 * with the first request: 30 ms of the start (docs/decisions/17-buffers.md).
 */
export function serve(session: Session, answerTo: (request: Asked) => Promise<Served>): void {
  session.protocol.registerBufferProtocol(PAGE_SCHEME, (request, callback) => {
    // Whoever asked must not wait for ever.
    void answerTo(request).catch(nothing).then(callback);
  });
}
