import { expect } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { DEFAULT_LIMITS, type ProbeLimits } from '../../../src/smtp/limits.ts';
import type { ProbeRequest, ProbeResult } from '../../../src/smtp/probe.ts';
import { ACCOUNT } from '../../servers/submission.ts';

const STAGE_MS = 2_000;

/** Long enough for a busy machine, short enough to wait for. */
export const SHORT_LIMITS: ProbeLimits = {
  ...DEFAULT_LIMITS,
  stages: {
    dns: STAGE_MS,
    tcp: STAGE_MS,
    greeting: STAGE_MS,
    ehlo: STAGE_MS,
    tls: STAGE_MS,
    auth: STAGE_MS,
    'mail-from': STAGE_MS,
    'rcpt-to': STAGE_MS,
    data: STAGE_MS,
  },
  overall: 30_000,
  quit: 200,
  silence: 200,
  experiment: 500,
};

export type RequestWish = Partial<ProbeRequest> & {
  readonly port: number;
  readonly security?: 'tls' | 'starttls';
};

/** The request of a doctor who sends a test to her own mailbox. */
export function requestFor({ port, security = 'starttls', ...more }: RequestWish): ProbeRequest {
  return {
    server: { host: 'localhost', port, security },
    username: ACCOUNT.username,
    password: new Secret(ACCOUNT.password),
    from: { address: ACCOUNT.username, name: 'Dott.ssa Alice Bianchi' },
    to: ACCOUNT.username,
    message: { subject: 'Prova della casella', text: 'Un messaggio di prova: è tutto qui.\n' },
    authorities: [],
    ...more,
  };
}

/** Everything that leaves the probe, as text, to look for what must not be in it. */
export const everything = (result: ProbeResult): string => JSON.stringify(result);

export const failedStage = (result: ProbeResult): string | undefined => result.failure?.stage;

/** The account's password, as it is and in base64, is in nothing that leaves the probe. */
export function expectNoPassword(result: ProbeResult): void {
  const text = everything(result);
  const { username, password } = ACCOUNT;
  const plain = Buffer.from(`\0${username}\0${password}`).toString('base64');
  for (const form of [password, Buffer.from(password).toString('base64'), plain]) {
    expect(text).not.toContain(form);
  }
}
