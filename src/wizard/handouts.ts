import { type ProvenSender, proven } from '../handouts/proven.ts';
import { currentEntry, type MachineEvent, type WizardContext } from './context.ts';
import type { HandoutOrder, HandoutProgress, HandoutState } from './handout-order.ts';
import type { HandoutView } from './handout-view.ts';

/** The sender of the doctor whose path is open, if there is something to hand out. */
export function provenSender(context: WizardContext): ProvenSender | null {
  return proven(context.saved ?? currentEntry(context)?.sender);
}

/** What an event orders; null when there is nothing to make, or one is being made already. */
export function orderOf(context: WizardContext, event: MachineEvent): HandoutOrder | null {
  const { language, loaded, handout } = context;
  if (handout?.progress.state === 'working') return null;
  if (event.type === 'HANDOUT') {
    const sender = provenSender(context);
    return sender && { kind: event.handout, way: event.way, language, sender };
  }
  if (event.type !== 'WORK_REPORT' || loaded === null) return null;
  const { way, technician } = event;
  return {
    kind: 'work-report',
    way,
    language,
    practice: loaded.practice,
    technician: technician || null,
  };
}

/** The state after an order ended; one that was left behind meanwhile tells nobody. */
export function endedHandout(
  handout: HandoutState | null,
  { order, outcome }: HandoutProgress,
): HandoutState | null {
  if (handout?.order !== order) return handout;
  return outcome.state === 'cancelled' ? null : { order, progress: outcome };
}

export function handoutView(handout: HandoutState | null): HandoutView | null {
  if (handout === null || handout.progress.state === 'cancelled') return null;
  const { order, progress } = handout;
  return { kind: order.kind, ...progress };
}
