import { smtpServerSchema } from '../smtp/server.ts';
import { type AskSource, NOTHING } from './answer.ts';
import { isPublicHost } from './document.ts';
import type { CheckSubmission, Dns, SubmissionCheck } from './network.ts';
import { runByPriority } from './runner.ts';

const ENTRANCES = [
  { port: 465, security: 'tls' },
  { port: 587, security: 'starttls' },
] as const;

/** Which ports are knocked at; tests have their own. */
export type Entrances = readonly { readonly port: number; readonly security: 'tls' | 'starttls' }[];

/**
 * The usual host names, tried. One counts only when TLS with a valid certificate for it was
 * negotiated and a login with password was offered: a name that merely answers proves nothing.
 */
export function guessSource(
  dns: Dns,
  check: CheckSubmission,
  limit: number,
  entrances: Entrances = ENTRANCES,
): AskSource {
  return async (address, signal) => {
    const { domain } = address;
    const mx = await dns.mx(domain, signal);
    // A name server that is silent on this domain is silent on its hosts too.
    if (!mx.ok && mx.problem === 'failed') return NOTHING;
    const [preferred] = [...(mx.ok ? mx.value : [])].sort((a, b) => a.priority - b.priority);
    const hosts = new Set([`smtp.${domain}`, `mail.${domain}`, domain]);
    if (preferred && isPublicHost(preferred.host)) hosts.add(preferred.host.toLowerCase());
    const servers = [...hosts].flatMap((host) =>
      entrances.flatMap((entrance) => {
        const server = smtpServerSchema.safeParse({ host, ...entrance });
        return server.success ? [server.data] : [];
      }),
    );
    const checks: readonly (SubmissionCheck | null)[] = await runByPriority(
      servers.map((server) => ({ limit, run: (within: AbortSignal) => check(server, within) })),
      { signal, limit, decides: (result) => result === 'password' },
    );
    const findings = servers
      .filter((_, index) => checks[index] === 'password')
      .map((server) => ({
        ...server,
        username: address.address,
        source: 'guess' as const,
        trust: 'low' as const,
      }));
    if (findings.length > 0) return { kind: 'found', provider: null, findings };
    return checks.includes('oauth-only') ? { kind: 'refused', provider: null } : NOTHING;
  };
}
