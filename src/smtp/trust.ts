import * as tls from 'node:tls';

/** The oldest protocol that a password is sent over (RFC 8996 retired what came before). */
const MINIMUM = 'TLSv1.2';

const contexts = new Map<string, tls.SecureContext>();

/**
 * Whom this computer trusts, and the practice's own authorities (PEM) besides. Reading some 150
 * certificates takes longer than a handshake, so a list is read once: a program knows one or two.
 */
export function trustedContext(authorities: readonly string[]): tls.SecureContext {
  const key = authorities.join('\n');
  const known = contexts.get(key);
  if (known) return known;
  const context = tls.createSecureContext({
    ca: [...trustedAuthorities(), ...authorities],
    minVersion: MINIMUM,
  });
  contexts.set(key, context);
  return context;
}

/**
 * Node's own list and, where Node can read them (22.15, 24 and newer), the system's and that of
 * NODE_EXTRA_CA_CERTS: the authority that a practice or its antivirus installed on this computer
 * is in the system's only.
 */
function trustedAuthorities(): readonly string[] {
  const { getCACertificates } = tls as { getCACertificates?: (type: string) => string[] };
  try {
    const local = ['system', 'extra'].flatMap((store) => getCACertificates?.(store) ?? []);
    return [...new Set([...tls.rootCertificates, ...local])];
  } catch {
    // A system store that cannot be read is no reason to distrust everybody.
    return tls.rootCertificates;
  }
}
