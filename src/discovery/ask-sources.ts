import type { ParsedAddress } from '../providers/address.ts';
import type { Provider } from '../providers/catalogue.ts';
import { isDecisive, type SourceAnswer } from './answer.ts';
import { autoconfigSource } from './autoconfig.ts';
import { createDns, rememberAnswers } from './dns.ts';
import { guessSource } from './guess.ts';
import { createHttp } from './http.ts';
import { ispdbSource } from './ispdb.ts';
import { LIMITS } from './limits.ts';
import { mxSource } from './mx.ts';
import type { DiscoverOptions } from './options.ts';
import { runByPriority } from './runner.ts';
import { srvSource } from './srv.ts';
import { createSubmissionCheck } from './submission.ts';

/** The best of what the sources said, and who runs the mailbox, if any of them knew. */
export interface Heard {
  readonly best: SourceAnswer;
  readonly named: Provider | null;
}

/**
 * Asks all sources together. Rejects only with the signal's reason. Loaded on first use: most
 * addresses are in the catalogue, and need neither names, nor https, nor sockets.
 */
export async function askSources(
  options: DiscoverOptions,
  address: ParsedAddress,
  signal: AbortSignal,
): Promise<Heard> {
  const authorities = options.authorities ?? [];
  const limits = { ...LIMITS, ...options.limits };
  const httpsPort = options.httpsPort ? { port: options.httpsPort } : {};
  const { dns, answered } = rememberAnswers(options.dns ?? createDns(options.dnsServer));
  const http = options.http ?? createHttp({ dns, authorities, ...httpsPort });
  const check = options.checkSubmission ?? createSubmissionCheck({ dns, authorities });
  const sources = [
    { limit: limits.mx, ask: mxSource(options.catalogue, dns) },
    { limit: limits.autoconfig, ask: autoconfigSource(http, limits.autoconfig) },
    { limit: limits.ispdb, ask: ispdbSource(http) },
    { limit: limits.srv, ask: srvSource(dns) },
    { limit: limits.guess, ask: guessSource(dns, check, limits.guess, options.entrances) },
  ];
  const answers = await runByPriority(
    sources.map(({ limit, ask }) => ({
      limit,
      run: (within: AbortSignal) => ask(address, within),
    })),
    { signal, limit: limits.all, decides: isDecisive },
  );
  const heard = answers.filter((answer) => answer !== null);
  const named = heard.find((answer) => answer.kind === 'provider')?.provider ?? null;
  const reason = answered() ? 'nothing-found' : 'no-network';
  return { best: heard.find(isDecisive) ?? { kind: 'none', reason }, named };
}
