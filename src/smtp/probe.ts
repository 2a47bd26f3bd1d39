import { systemResolver } from './connect.ts';
import { LANDMARK } from './landmark.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { Probe, ProbeOptions } from './request.ts';

export type {
  Probe,
  ProbeMessage,
  ProbeObserver,
  ProbeOptions,
  ProbeRequest,
  ProbeResult,
} from './request.ts';

/**
 * The staged test of a sender. It never sends a password before TLS is verified, never goes on
 * without TLS or without a login, and says "accepted", never "arrived".
 */
export function createProbe(options: ProbeOptions = {}): Probe {
  const settings: Required<ProbeOptions> = {
    resolver: systemResolver,
    clock: () => new Date(),
    limits: DEFAULT_LIMITS,
    experiments: true,
    landmark: LANDMARK,
    ...options,
  };
  return async (request, observer = {}) => {
    // Loaded on first use: sockets, TLS and the dialogue take longer than the rest of a start.
    const { Attempt } = await import('./attempt.ts');
    return new Attempt(settings, request, observer).run();
  };
}
