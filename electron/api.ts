import type { WizardEvent } from '../src/wizard/events.ts';
import type { WizardView } from '../src/wizard/view.ts';

/** All that the window can do with the rest of the program, as `window.mittente`. */
export interface MittenteApi {
  /** Tells the wizard what the person did. An event that is not allowed is dropped, and logged. */
  send(event: WizardEvent): void;
  /** What to show now. */
  current(): Promise<WizardView>;
  /** Calls the listener with every new view; the function returned ends that. */
  onView(listener: (view: WizardView) => void): () => void;
}

declare global {
  interface Window {
    readonly mittente: MittenteApi;
  }
}
