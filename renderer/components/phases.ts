import type { Stage } from '../../src/smtp/evidence.ts';
import type { StageView } from '../../src/wizard/view.ts';

/** The probe's nine stages in five human sentences; each holds good in either order of TLS. */
const PHASES = {
  find: ['dns', 'tcp'],
  secure: ['tls', 'greeting', 'ehlo'],
  login: ['auth'],
  permission: ['mail-from', 'rcpt-to'],
  message: ['data'],
} as const satisfies Record<string, readonly Stage[]>;

export type Phase = keyof typeof PHASES;

export type PhaseState = StageView['state'];

export interface PhaseView {
  readonly phase: Phase;
  readonly state: PhaseState;
  readonly slow: boolean;
}

function stateOf(states: readonly PhaseState[]): PhaseState {
  if (states.includes('failed')) return 'failed';
  if (states.every((state) => state === 'ok')) return 'ok';
  return states.every((state) => state === 'waiting') ? 'waiting' : 'running';
}

/** The phases of a test, in order; a phase none of whose stages will run is left out. */
export function phasesOf(stages: readonly StageView[]): readonly PhaseView[] {
  return (Object.keys(PHASES) as Phase[]).flatMap((phase) => {
    const names: readonly Stage[] = PHASES[phase];
    const own = stages.filter((stage) => names.includes(stage.stage));
    if (own.length === 0) return [];
    const state = stateOf(own.map((stage) => stage.state));
    return [{ phase, state, slow: state === 'running' && own.some((stage) => stage.slow) }];
  });
}
