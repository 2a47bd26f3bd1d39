import type { ProvenSender } from '../handouts/proven.ts';
import type { Language } from '../language.ts';
import type { FileProblem, Practice } from '../record/practice.ts';
import type { DoctorHandout, HandoutWay } from './events.ts';

/** A sheet that a person asked for, and how they want it. */
export type HandoutOrder = { readonly way: HandoutWay; readonly language: Language } & (
  | { readonly kind: DoctorHandout; readonly sender: ProvenSender }
  | {
      readonly kind: 'work-report';
      readonly practice: Practice;
      readonly technician: string | null;
    }
);

/** How an order ended. */
export type HandoutOutcome =
  | { readonly state: 'printed' }
  /** `file`: absolute path. */
  | { readonly state: 'saved'; readonly file: string }
  /** The person let it be. */
  | { readonly state: 'cancelled' }
  | { readonly state: 'not-saved'; readonly problem: FileProblem }
  | { readonly state: 'not-made' | 'not-printed'; readonly detail: string };

/** The last order and how far it came. */
export interface HandoutState {
  readonly order: HandoutOrder;
  readonly progress: { readonly state: 'working' } | HandoutOutcome;
}

export type HandoutProgress = {
  readonly type: 'HANDOUT_MADE';
  readonly order: HandoutOrder;
  readonly outcome: HandoutOutcome;
};
