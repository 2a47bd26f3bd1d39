import type { Secret } from '../secret.ts';
import type { Resolver } from './connect.ts';
import type { Evidence, Stage, StageResult } from './evidence.ts';
import type { Landmark } from './landmark.ts';
import type { ProbeLimits } from './limits.ts';
import type { SmtpServer } from './server.ts';

export interface ProbeMessage {
  readonly subject: string;
  readonly text: string;
}

export interface ProbeRequest {
  readonly server: SmtpServer;
  readonly username: string;
  readonly password: Secret;
  readonly from: { readonly address: string; readonly name: string };
  readonly to: string;
  /** The test message to end with; null stops after `rcpt-to`. */
  readonly message: ProbeMessage | null;
  /** Further authorities to trust (PEM), besides the system's. */
  readonly authorities: readonly string[];
}

export interface ProbeObserver {
  /** Aborting ends the probe at once; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onStageStart?: (stage: Stage) => void;
  readonly onStageEnd?: (result: StageResult) => void;
}

export interface ProbeResult {
  readonly ok: boolean;
  /** The stages that were tried, in order; the last one failed unless `ok`. */
  readonly stages: readonly StageResult[];
  readonly failure: Evidence | null;
  /** The Message-ID of the test message that the server accepted (not: that arrived). */
  readonly messageId: string | null;
  /** The dialogue, one line each, without secrets. */
  readonly transcript: readonly string[];
}

export type Probe = (request: ProbeRequest, observer?: ProbeObserver) => Promise<ProbeResult>;

export interface ProbeOptions {
  readonly resolver?: Resolver;
  /** For the Date of the test message. */
  readonly clock?: () => Date;
  readonly limits?: ProbeLimits;
  /** Whether failures with several explanations are looked into; on unless said otherwise. */
  readonly experiments?: boolean;
  /** What is reached for to tell a firewall from no network at all. */
  readonly landmark?: Landmark;
}
