import type { ParsedAddress } from '../providers/address.ts';
import { type AskSource, NOTHING, type SourceAnswer } from './answer.ts';
import { readSettingsDocument } from './document.ts';
import type { Finding } from './finding.ts';
import type { Http } from './network.ts';
import { runByPriority } from './runner.ts';
import { expandUsername } from './username.ts';

/** The domain's own settings document, at both of its https places. */
export function autoconfigSource(http: Http, limit: number): AskSource {
  return async (address, signal) => {
    const { domain } = address;
    const urls = [
      `https://autoconfig.${domain}/mail/config-v1.1.xml`,
      `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`,
    ];
    const answers = await runByPriority(
      urls.map((url) => ({
        limit,
        run: (within: AbortSignal) =>
          answerFromDocument(http, url, address, { source: 'autoconfig', trust: 'medium' }, within),
      })),
      { signal, limit, decides: (answer) => answer.kind !== 'nothing' },
    );
    return answers.find((answer) => answer && answer.kind !== 'nothing') ?? NOTHING;
  };
}

/** Fetches one settings document; only its URL, which names the domain alone, is sent. */
export async function answerFromDocument(
  http: Http,
  url: string,
  address: ParsedAddress,
  from: Pick<Finding, 'source' | 'trust'>,
  signal: AbortSignal,
): Promise<SourceAnswer> {
  const fetched = await http.get(url, signal);
  if (!fetched.ok) return NOTHING;
  const { servers, oauthOnly } = readSettingsDocument(fetched.value, address.domain);
  if (oauthOnly) return { kind: 'refused', provider: null };
  if (servers.length === 0) return NOTHING;
  const findings = servers.map((server) => ({
    ...server,
    username: expandUsername(server.username, address),
    ...from,
  }));
  return { kind: 'found', provider: null, findings };
}
