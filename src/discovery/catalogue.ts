import type { ParsedAddress } from '../providers/address.ts';
import type { Provider } from '../providers/catalogue.ts';
import type { SourceAnswer } from './answer.ts';
import type { Finding } from './finding.ts';
import { usernameOf } from './username.ts';

/** The servers that the catalogue has of a provider, as findings. */
export function findingsOf(
  provider: Provider,
  address: ParsedAddress,
  from: Pick<Finding, 'source' | 'trust'>,
): readonly Finding[] {
  const username = usernameOf(provider.username, address);
  return provider.servers.map((server) => ({ ...server, username, ...from }));
}

/** What the catalogue says once it is known who runs the mailbox. Asks nobody. */
export function answerOf(
  provider: Provider,
  address: ParsedAddress,
  from: Pick<Finding, 'source' | 'trust'>,
): SourceAnswer {
  const cannotServe =
    provider.kind === 'pec' ||
    provider.state === 'blocked' ||
    provider.state === 'closed' ||
    provider.password === 'oauth-only';
  if (cannotServe) return { kind: 'refused', provider };
  if (provider.servers.length === 0) return { kind: 'provider', provider };
  return { kind: 'found', provider, findings: findingsOf(provider, address, from) };
}
