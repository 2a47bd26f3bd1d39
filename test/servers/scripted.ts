import { createServer, type Socket } from 'node:net';
import { createSecureContext, type SecureContextOptions, TLSSocket } from 'node:tls';
import type { Identity } from './certificates.ts';

/** One client's connection, seen from a server that does whatever its script says. */
export interface Conversation {
  /** Writes as it is: line breaks are the script's business. */
  send(text: string | Buffer): void;
  /** The next line without its end, or null when the client is gone. */
  line(): Promise<string | null>;
  /** Upgrades to TLS with this certificate; false when the handshake failed. */
  startTls(identity: Identity, options?: SecureContextOptions): Promise<boolean>;
  /** Drops the connection without a goodbye. */
  cut(): void;
  /** Closes after what was sent has gone out. */
  end(): void;
  /** Writes again and again until the client goes, with a pause in milliseconds between. */
  flood(text: string | Buffer, pause: number): Promise<void>;
  /** Resolves when the client is gone. */
  readonly gone: Promise<void>;
}

export type Script = (conversation: Conversation) => void | Promise<void>;

export interface ScriptedServer {
  readonly port: number;
  /** Everything that clients said, decrypted. */
  received(): string;
  /** How many connections came in so far. */
  connections(): number;
  /** How many are open now. */
  open(): number;
  stop(): Promise<void>;
}

/** Starts a server on 127.0.0.1 that follows the script with every client, one by one or at once. */
export async function startScripted(script: Script): Promise<ScriptedServer> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((socket) => {
    count += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    void script(converse(socket, heard));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no port');
  return {
    port: address.port,
    received: () => heard.join(''),
    connections: () => count,
    open: () => sockets.size,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function converse(plain: Socket, heard: string[]): Conversation {
  let socket = plain;
  let buffer = '';
  let wake: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => plain.once('close', () => resolve()));
  const listen = (to: Socket): void => {
    to.on('error', () => undefined);
    to.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      heard.push(text);
      buffer += text;
      wake();
    });
  };
  void gone.then(() => wake());
  listen(plain);

  return {
    gone,
    send: (text) => {
      if (socket.writable) socket.write(text);
    },
    cut: () => socket.destroy(),
    end: () => socket.end(),
    line: async () => {
      for (;;) {
        const end = buffer.indexOf('\n');
        if (end >= 0) {
          const line = buffer.slice(0, end).replace(/\r$/, '');
          buffer = buffer.slice(end + 1);
          return line;
        }
        if (socket.destroyed) return null;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    startTls: (identity, options = {}) => {
      buffer = '';
      plain.removeAllListeners('data');
      const secured = new TLSSocket(plain, {
        isServer: true,
        secureContext: createSecureContext({
          cert: identity.certificate,
          key: identity.key,
          ...options,
        }),
      });
      socket = secured;
      listen(secured);
      return new Promise((resolve) => {
        secured.once('secure', () => resolve(true));
        void gone.then(() => resolve(false));
        secured.once('error', () => resolve(false));
      });
    },
    flood: async (text, pause) => {
      while (!socket.destroyed && socket.writable) {
        const taken = socket.write(text);
        const next = taken
          ? new Promise<void>((resolve) => void setTimeout(resolve, pause))
          : new Promise<void>((resolve) => void socket.once('drain', () => resolve()));
        await Promise.race([next, gone]);
      }
    },
  };
}
