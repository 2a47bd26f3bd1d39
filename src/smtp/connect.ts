import { isIP, connect as open, type Socket } from 'node:net';
import { causeOf, done, failed, type Step, troubled } from './trouble.ts';

export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

export interface Connection {
  readonly socket: Socket;
  readonly address: Address;
}

/** All addresses of a host name. Rejects with the resolver's own error codes. */
export type Resolver = (host: string) => Promise<readonly Address[]>;

/** The system's resolver: what every other program on this computer uses, its hosts file included. */
export const systemResolver: Resolver = async (host) => {
  const { lookup } = await import('node:dns/promises');
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

/** The head start of one address over the next (RFC 8305, section 5), in milliseconds. */
const HEAD_START = 300;

/** More than any provider publishes for one name; a hostile zone can hold thousands. */
const MOST_ADDRESSES = 8;

/** Errors that say "this computer has no such network", and nothing about the server. */
const NO_ROUTE = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/** The addresses to try, the two families taking turns (RFC 8305, section 4). */
export async function resolve(host: string, resolver: Resolver): Promise<Step<readonly Address[]>> {
  const family = isIP(host);
  if (family === 4 || family === 6) {
    return done([{ address: host, family }], 'an address, no name to look up');
  }
  try {
    const found = await resolver(host);
    if (found.length === 0) return failed('ENOTFOUND', `${host} has no address`);
    const addresses = interleave(found).slice(0, MOST_ADDRESSES);
    return done(addresses, addresses.map(({ address }) => address).join(', '));
  } catch (error) {
    return troubled({ error: causeOf(error) });
  }
}

/**
 * Connects to whichever address answers first. An address that does not answer delays the next
 * one by a moment only, so that a broken IPv6 costs nothing where IPv4 works.
 * @param signal gives up; no socket is left behind
 */
export function connect(
  addresses: readonly Address[],
  port: number,
  signal: AbortSignal,
): Promise<Step<Connection>> {
  return new Promise((settle) => {
    const waiting = [...addresses];
    const attempts = new Map<Socket, Address>();
    const errors: { readonly address: Address; readonly error: unknown }[] = [];
    let timer: NodeJS.Timeout | undefined;

    const finish = (step: Step<Connection>, winner?: Socket): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      for (const socket of attempts.keys()) if (socket !== winner) socket.destroy();
      attempts.clear();
      settle(step);
    };
    const giveUp = (): void => finish(failed('ETIMEDOUT', 'given up'));
    const next = (): void => {
      clearTimeout(timer);
      const address = waiting.shift();
      if (!address) {
        if (attempts.size === 0) finish(troubled({ error: mostTelling(errors) }));
        return;
      }
      const socket = open({ host: address.address, port });
      attempts.set(socket, address);
      // Stays for the socket's whole life: one that was destroyed can still report an error.
      socket.on('error', (error) => {
        if (!attempts.delete(socket)) return;
        errors.push({ address, error });
        socket.destroy();
        next();
      });
      socket.once('connect', () => {
        if (!attempts.has(socket)) return;
        finish(done({ socket, address }, describe(address, port, errors)), socket);
      });
      if (waiting.length > 0) timer = setTimeout(next, HEAD_START);
    };

    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    next();
  });
}

function describe(
  { address }: Address,
  port: number,
  errors: readonly { readonly address: Address; readonly error: unknown }[],
): string {
  const failures = errors.map((one) => `${one.address.address}: ${causeOf(one.error).code}`);
  const suffix = failures.length > 0 ? ` (failed before: ${failures.join(', ')})` : '';
  return `connected to ${address} port ${port}${suffix}`;
}

/** Of several failures the one that speaks of the server, IPv4 before IPv6. */
function mostTelling(errors: readonly { readonly address: Address; readonly error: unknown }[]) {
  const causes = errors.map(({ address, error }) => ({ address, ...causeOf(error) }));
  const telling = causes.filter(({ code }) => !NO_ROUTE.has(code ?? ''));
  const pool = telling.length > 0 ? telling : causes;
  const chosen = pool.find(({ address }) => address.family === 4) ?? pool[0];
  return {
    code: chosen?.code ?? null,
    message: causes.map(({ message }) => message).join('; '),
  };
}

function interleave(found: readonly Address[]): Address[] {
  const first = found[0]?.family;
  const ours = found.filter(({ family }) => family === first);
  const others = found.filter(({ family }) => family !== first);
  return ours
    .flatMap((address, index) => {
      const other = others[index];
      return other ? [address, other] : [address];
    })
    .concat(others.slice(ours.length));
}
