import { isWithin } from '../domain.ts';
import { smtpServerSchema } from '../smtp/server.ts';
import { type AskSource, NOTHING } from './answer.ts';
import { isPublicHost } from './document.ts';
import type { Finding } from './finding.ts';
import type { Dns, Srv } from './network.ts';

/**
 * The domain's SRV records: `_submissions`, implicit TLS (RFC 8314, section 5.1), before
 * `_submission`, STARTTLS (RFC 6186, section 3.1). A target outside the domain is trusted less:
 * nothing but an unsigned answer vouches for it (RFC 6186, section 6).
 */
export function srvSource(dns: Dns): AskSource {
  return async (address, signal) => {
    const [implicit, explicit] = await Promise.all([
      dns.srv(`_submissions._tcp.${address.domain}`, signal),
      dns.srv(`_submission._tcp.${address.domain}`, signal),
    ]);
    const records = [
      ...inOrder(implicit.ok ? implicit.value : [], 'tls'),
      ...inOrder(explicit.ok ? explicit.value : [], 'starttls'),
    ];
    const findings = records.flatMap(({ host, port, security }): Finding[] => {
      const server = smtpServerSchema.safeParse({ host, port, security });
      if (!server.success || !isPublicHost(server.data.host)) return [];
      const trust = isWithin(server.data.host, address.domain) ? 'medium' : 'low';
      return [{ ...server.data, username: address.address, source: 'srv', trust }];
    });
    if (findings.length > 0) return { kind: 'found', provider: null, findings };
    // The target "." means that the service is decidedly not there (RFC 2782, page 4).
    const notOffered = records.some(({ host }) => host === '' || host === '.');
    return notOffered ? { kind: 'none', reason: 'nothing-found' } : NOTHING;
  };
}

const inOrder = (records: readonly Srv[], security: Finding['security']) =>
  [...records]
    .sort((a, b) => a.priority - b.priority || b.weight - a.weight)
    .map((record) => ({ ...record, security }));
