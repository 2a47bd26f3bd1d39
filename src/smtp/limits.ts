import type { Stage } from './evidence.ts';

/** How long and how much the probe puts up with. Times in milliseconds, sizes in bytes. */
export interface ProbeLimits {
  readonly stages: Readonly<Record<Stage, number>>;
  /** The whole probe, whatever its stages were allowed. */
  readonly overall: number;
  /** The farewell; its failure is nobody's concern. */
  readonly quit: number;
  /** Silence at the greeting after which a second look asks whether the port wants TLS first. */
  readonly silence: number;
  /** Each experiment after a failure. */
  readonly experiment: number;
  /** What one command may be answered with. Real EHLO replies stay under 2 KiB. */
  readonly replyBytes: number;
}

/**
 * RFC 5321 (section 4.5.3.2) grants servers minutes. A person who waits in front of a window does
 * not, and submission servers answer in well under a second; 15 s leaves room for the ones that
 * hold a greeting or a failed login back on purpose.
 */
export const DEFAULT_LIMITS: ProbeLimits = {
  stages: {
    dns: 5_000,
    tcp: 8_000,
    greeting: 15_000,
    ehlo: 15_000,
    tls: 15_000,
    auth: 15_000,
    'mail-from': 15_000,
    'rcpt-to': 15_000,
    data: 30_000,
  },
  overall: 60_000,
  quit: 1_000,
  silence: 4_000,
  experiment: 3_000,
  replyBytes: 64 * 1024,
};
