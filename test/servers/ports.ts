import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 15_000;
const STEP_MS = 25;

/** Ports on 127.0.0.1 that were free a moment ago, all different. */
export async function freePorts<Name extends string>(
  ...names: readonly Name[]
): Promise<Record<Name, number>> {
  const holders = await Promise.all(names.map(() => hold()));
  const ports = Object.fromEntries(names.map((name, index) => [name, holders[index]?.port]));
  await Promise.all(holders.map((holder) => holder.release()));
  return ports as Record<Name, number>;
}

/** Waits until something listens there; throws after 15 s. */
export const waitUntilOpen = (port: number): Promise<void> => waitUntil(port, true);

/** Waits until nothing listens there any more; throws after 15 s. */
export const waitUntilClosed = (port: number): Promise<void> => waitUntil(port, false);

async function waitUntil(port: number, open: boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while ((await isOpen(port)) !== open) {
    if (Date.now() > deadline) {
      throw new Error(`port ${port} did not ${open ? 'open' : 'close'} in ${PATIENCE_MS} ms`);
    }
    await pause(STEP_MS);
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function hold(): Promise<{ port: number; release: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      resolve({ port, release: () => new Promise((done) => server.close(() => done())) });
    });
  });
}
