import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';

interface Place {
  readonly host: string;
  readonly port: number;
}

/** Milliseconds for one connection. */
const PATIENCE = 5000;

/** Whether the computer has a network, and how far each server is: name and port, no login. */
export async function networkFacts(places: readonly Place[]) {
  const distinct = new Map(places.map(({ host, port }) => [`${host}:${port}`, { host, port }]));
  const interfaces = Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses.some(({ internal }) => !internal) ? [name] : [],
  );
  return { interfaces, servers: await Promise.all([...distinct.values()].map(reach)) };
}

async function reach({ host, port }: Place) {
  const found = await lookup(host, { all: true }).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) return { host, port, dns: found.code ?? found.name, tcp: null };
  return { host, port, dns: found.map(({ address }) => address), tcp: await knock(host, port) };
}

function knock(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE });
    const end = (outcome: string) => {
      socket.destroy();
      resolve(outcome);
    };
    socket.once('connect', () => end('connected'));
    socket.once('timeout', () => end('timeout'));
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.name));
  });
}
