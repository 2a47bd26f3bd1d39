import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A line with latency to a server that is near: every byte comes late, in order. */
export interface SlowLine {
  readonly port: number;
  /** Connections so far, and the most that clients had open at the same moment. */
  readonly connections: number;
  readonly mostAtOnce: number;
  close(): Promise<void>;
}

export interface SlowLineWish {
  /** The server's port on 127.0.0.1. */
  readonly target: number;
  /** From a question to its answer, in milliseconds, the server's own time aside. */
  readonly roundTripMs: number;
  /** The loopback address to listen on: each can stand for another server. */
  readonly host?: string;
}

/**
 * Carries TCP to a server, and holds every piece back by half a round trip in each direction. The
 * kernel answers a connection at once, so the round trip that this takes on a real line is added
 * before the client's first bytes go, and before the server hears of it.
 */
export async function startSlowLine(wish: SlowLineWish): Promise<SlowLine> {
  const { target, roundTripMs, host = '127.0.0.1' } = wish;
  const open = new Set<Socket>();
  const inUse = new Set<Socket>();
  let connections = 0;
  let mostAtOnce = 0;

  const server = createServer({ allowHalfOpen: true }, (client) => {
    connections += 1;
    open.add(client);
    inUse.add(client);
    mostAtOnce = Math.max(mostAtOnce, inUse.size);
    // To the client it is over when it closes its side, however long the rest is under way.
    client.once('end', () => inUse.delete(client));
    client.once('close', () => {
      inUse.delete(client);
      open.delete(client);
    });
    const opened = performance.now() + roundTripMs;
    const upstream = connect({ host: '127.0.0.1', port: target, allowHalfOpen: true });
    carry(client, upstream, () => Math.max(performance.now(), opened) + roundTripMs / 2);
    // The server greets when it hears of the connection: a round trip and a half after its begin.
    carry(upstream, client, () =>
      Math.max(performance.now() + roundTripMs / 2, opened + roundTripMs),
    );
  });
  server.listen(0, host);
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return connections;
    },
    get mostAtOnce() {
      return mostAtOnce;
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Passes on what comes in, in its order, each piece at the moment that `dueAt` gives for it. */
function carry(from: Socket, to: Socket, dueAt: () => number): void {
  let before = Promise.resolve();
  const later = (action: () => void) => {
    const due = dueAt();
    before = before
      .then(() => pause(Math.max(0, due - performance.now())))
      .then(() => {
        if (!to.destroyed) action();
      });
  };
  from.on('data', (piece) => later(() => to.write(piece)));
  from.once('end', () => later(() => to.end()));
  from.once('error', () => to.destroy());
  from.once('close', () => later(() => to.destroy()));
}
