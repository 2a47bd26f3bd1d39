import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { Identity } from './certificates.ts';

export interface Page {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Accepts the request and never answers. */
  readonly silent?: boolean;
}

export interface HttpsServer {
  readonly port: number;
  /** Method, URL and body of every request. */
  readonly requests: readonly string[];
  /** Their headers, in the same order. */
  readonly headers: readonly IncomingHttpHeaders[];
  close(): Promise<void>;
}

/** An https server on loopback for any number of hosts; pages by `host/path`. */
export async function startHttps(
  identities: Readonly<Record<string, Identity>>,
  pages: Readonly<Record<string, Page>>,
): Promise<HttpsServer> {
  const requests: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const contexts = new Map(
    Object.entries(identities).map(([host, { certificate, key }]) => [
      host,
      createSecureContext({ cert: certificate, key }),
    ]),
  );
  const server = createServer(
    {
      SNICallback: (host, callback) => {
        const context = contexts.get(host);
        if (context) callback(null, context);
        else callback(new Error(`no certificate for ${host}`));
      },
    },
    (request, response) => {
      const host = (request.headers.host ?? '').replace(/:\d+$/, '');
      requests.push(`${request.method} https://${host}${request.url}`);
      headers.push(request.headers);
      const page = pages[`${host}${request.url}`];
      if (page?.silent) return;
      response.writeHead(page ? (page.status ?? 200) : 404, page?.headers ?? {});
      response.end(page?.body ?? '');
    },
  );
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    headers,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
