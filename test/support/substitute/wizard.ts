import type { ReadyUpdate } from '../../../electron/updater.ts';
import type { WizardEvent } from '../../../src/wizard/events.ts';
import type { WizardView } from '../../../src/wizard/view.ts';
import type { WizardHandle } from '../../../src/wizard/wizard.ts';
import { viewOf } from './views.ts';

/** A wizard that shows what a test tells it to and remembers what the window sent. */
export interface SubstituteWizard extends WizardHandle {
  show(view: WizardView): void;
  received(): readonly WizardEvent[];
  /** What looking for a newer version comes to: pending until `find`. */
  readonly update: Promise<ReadyUpdate | null>;
  find(version: string | null): void;
  /** How often a newer version was installed. */
  installed(): number;
}

declare global {
  /** The substitute of the process that it runs in, for tests that evaluate code there. */
  var substitute: SubstituteWizard;
}

export function createSubstituteWizard(): SubstituteWizard {
  const listeners = new Set<(view: WizardView) => void>();
  const events: WizardEvent[] = [];
  let shown = viewOf({ name: 'loading' });
  let installed = 0;
  let found: (update: ReadyUpdate | null) => void = () => {};
  const update = new Promise<ReadyUpdate | null>((resolve) => {
    found = resolve;
  });
  const install = () => {
    installed += 1;
  };
  return {
    start() {},
    stop() {},
    send: (event) => void events.push(event),
    received: () => events,
    view: () => shown,
    update,
    find: (version) => found(version === null ? null : { version, install }),
    installed: () => installed,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(view) {
      shown = view;
      for (const listener of listeners) listener(view);
    },
  };
}
