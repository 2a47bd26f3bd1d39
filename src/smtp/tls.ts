import { isIP } from 'node:net';
import type * as tls from 'node:tls';
import type { Certificate, TlsEvidence } from './evidence.ts';
import { printable } from './reply.ts';
import type { SmtpServer } from './server.ts';
import { trustedContext } from './trust.ts';

const CHAIN = 10;
const NAMES = 100;

/**
 * The options of a verified handshake. `rejectUnauthorized` is off because Node would throw the
 * peer's certificates away together with the connection, and they are the evidence (an
 * antivirus's authority, an expired date). Whoever uses these options must ask `inspect` before
 * sending a single byte; `dialogue.ts` is the only one that does.
 */
export function tlsOptions(
  server: SmtpServer,
  authorities: readonly string[],
): tls.ConnectionOptions {
  return {
    host: server.host,
    ...(isIP(server.host) ? {} : { servername: server.host }),
    secureContext: trustedContext(authorities),
    rejectUnauthorized: false,
  };
}

export interface Inspection {
  readonly evidence: TlsEvidence;
  /** For technicians. */
  readonly detail: string;
}

/** What the handshake showed. The connection may be used only if `verification` is null. */
export function inspect(socket: tls.TLSSocket): Inspection {
  const chain = collectChain(socket);
  const verification = socket.authorized ? null : verificationCode(socket);
  const protocol = socket.getProtocol();
  const name = chain[0]?.subject ?? 'no certificate';
  const issuer = chain[0]?.issuer ?? '';
  return {
    evidence: { protocol, verification, chain },
    detail: `${protocol} ${socket.getCipher()?.name ?? ''}, ${name}, issued by ${issuer}`,
  };
}

/** Node documents an Error and sets its code, a string: both are taken. */
function verificationCode(socket: tls.TLSSocket): string {
  const error = socket.authorizationError as unknown;
  if (typeof error === 'string') return error;
  const { code, message } = (error ?? {}) as NodeJS.ErrnoException;
  return code ?? message ?? 'CERT_REJECTED';
}

function collectChain(socket: tls.TLSSocket): readonly Certificate[] {
  const chain: Certificate[] = [];
  let current: tls.DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  const seen = new Set<string>();
  while (current?.fingerprint256 && !seen.has(current.fingerprint256) && chain.length < CHAIN) {
    seen.add(current.fingerprint256);
    chain.push(toCertificate(current));
    current = current.issuerCertificate;
  }
  return chain;
}

const toCertificate = (certificate: tls.PeerCertificate): Certificate => ({
  subject: distinguishedName(certificate.subject),
  issuer: distinguishedName(certificate.issuer),
  names: (certificate.subjectaltname ?? '')
    .split(', ')
    .slice(0, NAMES)
    .map((name) => printable(name.replace(/^(DNS|IP Address):/, '')))
    .filter(Boolean),
  validFrom: isoDate(certificate.valid_from),
  validTo: isoDate(certificate.valid_to),
  fingerprint256: certificate.fingerprint256,
});

/** "CN=..., O=...": the parts in the certificate's own order. */
function distinguishedName(name: object): string {
  const parts = Object.entries(name as Record<string, string | string[]>);
  return printable(parts.map(([key, value]) => `${key}=${[value].flat().join('+')}`).join(', '));
}

/** A date that no calendar knows is kept as it stands: it is evidence too. */
function isoDate(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? printable(text) : date.toISOString();
}
