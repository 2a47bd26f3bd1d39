import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A door in front of a real server, which lets connections in by number. */
export interface Gate {
  readonly port: number;
  /** Lets so many connections more through; those that wait first. */
  letIn(count: number): void;
  close(): Promise<void>;
}

/** Forwards connections to a port of this computer, each only when it is its turn. */
export async function startGate(target: number): Promise<Gate> {
  const waiting: Socket[] = [];
  const open = new Set<Socket>();
  let permits = 0;
  const serve = (): void => {
    while (permits > 0 && waiting.length > 0) {
      const socket = waiting.shift();
      if (!socket || socket.destroyed) continue;
      permits -= 1;
      const inside = connect(target, '127.0.0.1');
      keep(inside);
      socket.pipe(inside).pipe(socket);
    }
  };
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
  };
  const server = createServer((socket) => {
    keep(socket);
    waiting.push(socket);
    serve();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    letIn(count) {
      permits += count;
      serve();
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
