import type { Certificate, Evidence } from '../../../src/smtp/evidence.ts';

/** Evidence of a failure in which nothing was seen, but for what the test says. */
export function evidenceOf(seen: Partial<Evidence>): Evidence {
  return {
    stage: 'tcp',
    server: { host: 'smtp.example.com', port: 465, security: 'tls' },
    username: 'mario.rossi@example.com',
    error: null,
    timedOut: false,
    reply: null,
    tls: null,
    greeting: null,
    capabilities: null,
    observations: [],
    ...seen,
  };
}

export function certificate(seen: Partial<Certificate>): Certificate {
  return {
    subject: 'CN=smtp.example.com',
    issuer: 'CN=Example CA',
    names: ['smtp.example.com'],
    validFrom: '2026-01-01T00:00:00.000Z',
    validTo: '2027-01-01T00:00:00.000Z',
    fingerprint256: '00',
    ...seen,
  };
}
