import { readFileSync } from 'node:fs';
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
 * Node's own list, that of NODE_EXTRA_CA_CERTS and, where Node can read it (22.15, 24 and newer),
 * the system's: the authority that a practice or its antivirus installed on this computer is in
 * the system's only.
 */
function trustedAuthorities(): readonly string[] {
  const { getCACertificates } = tls as { getCACertificates?: (type: string) => string[] };
  try {
    const local = getCACertificates
      ? ['system', 'extra'].flatMap((store) => getCACertificates(store))
      : extraAuthorities();
    return withoutRepeats([...tls.rootCertificates, ...local]);
  } catch {
    // A store that cannot be read is no reason to distrust everybody.
    return tls.rootCertificates;
  }
}

/**
 * The system's list repeats itself, and holds most of Node's in lines of another length: each certificate
 * that is left out is one less to take apart.
 */
function withoutRepeats(certificates: readonly string[]): readonly string[] {
  const byContent = new Map<string, string>();
  for (const pem of new Set(certificates)) byContent.set(pem.replaceAll('\n', ''), pem);
  return [...byContent.values()];
}

/** Node adds these to its default list by itself, but not to a list that it is given. */
function extraAuthorities(): readonly string[] {
  const file = process.env.NODE_EXTRA_CA_CERTS;
  return file ? [readFileSync(file, 'utf8')] : [];
}
