import { promises } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { fail, type Result, succeed } from '../result.ts';
import type { Dns, DnsProblem } from './network.ts';

/** Milliseconds until a question is asked once more. */
const ANSWER_WITHIN = 1500;
const TRIES = 2;

/**
 * Name look-ups through the system's name servers, or through `server` (`address:port`, where
 * an IPv6 address stands in square brackets).
 */
export function createDns(server?: string): Dns {
  const ask = async <Answer>(
    question: (resolver: promises.Resolver) => Promise<Answer>,
    signal: AbortSignal,
  ): Promise<Result<Answer, DnsProblem>> => {
    if (signal.aborted) return fail('failed');
    const resolver = new promises.Resolver({ timeout: ANSWER_WITHIN, tries: TRIES });
    if (server) resolver.setServers([server]);
    const cancel = () => resolver.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return succeed(await question(resolver));
    } catch (error) {
      return fail(problemOf(error));
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  };

  return {
    mx: async (domain, signal) => {
      const answer = await ask((resolver) => resolver.resolveMx(domain), signal);
      if (!answer.ok) return answer;
      return succeed(answer.value.map(({ exchange, priority }) => ({ host: exchange, priority })));
    },
    ns: (domain, signal) => ask((resolver) => resolver.resolveNs(domain), signal),
    srv: async (name, signal) => {
      const answer = await ask((resolver) => resolver.resolveSrv(name), signal);
      if (!answer.ok) return answer;
      return succeed(
        answer.value.map(({ name: host, port, priority, weight }) => ({
          host,
          port,
          priority,
          weight,
        })),
      );
    },
    addresses: async (host, signal) => {
      const [v4, v6] = await Promise.all([
        ask((resolver) => resolver.resolve4(host), signal),
        ask((resolver) => resolver.resolve6(host), signal),
      ]);
      const found = [...(v4.ok ? v4.value : []), ...(v6.ok ? v6.value : [])];
      if (found.length > 0) return succeed(found);
      return v4.ok ? fail('no-data') : v4;
    },
  };
}

/** Asks each question once, and remembers whether anything was ever answered. */
export function rememberAnswers(dns: Dns): { readonly dns: Dns; answered(): boolean } {
  let answered = false;
  const once = <Answer>(
    question: (name: string, signal: AbortSignal) => Promise<Result<Answer, DnsProblem>>,
  ) => {
    const asked = new Map<string, Promise<Result<Answer, DnsProblem>>>();
    return (name: string, signal: AbortSignal) => {
      const known = asked.get(name);
      if (known) return known;
      const answer = question(name, signal).then((result) => {
        answered ||= result.ok || result.problem === 'not-found' || result.problem === 'no-data';
        return result;
      });
      asked.set(name, answer);
      return answer;
    };
  };
  return {
    dns: {
      mx: once(dns.mx),
      ns: once(dns.ns),
      srv: once(dns.srv),
      addresses: once(dns.addresses),
    },
    answered: () => answered,
  };
}

/** For sockets: names go through the same name servers as everything else. */
export function lookupThrough(dns: Dns, signal: AbortSignal): LookupFunction {
  return (host, options, callback) => {
    void dns.addresses(host, signal).then((answer) => {
      const found = (answer.ok ? answer.value : [])
        .map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
        .filter(({ family }) => !options.family || options.family === family);
      const [first] = found;
      if (!first) {
        callback(Object.assign(new Error(`no address for ${host}`), { code: 'ENOTFOUND' }), '', 4);
      } else if (options.all) {
        callback(null, found);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}

function problemOf(error: unknown): DnsProblem {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOTFOUND':
      return 'not-found';
    case 'ENODATA':
      return 'no-data';
    case 'ECONNREFUSED':
      return 'offline';
    default:
      return 'failed';
  }
}
