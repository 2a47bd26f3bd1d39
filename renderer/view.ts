import { createContext, useContext } from 'react';
import type { MittenteApi } from '../electron/api.ts';
import type { WizardEvent } from '../src/wizard/events.ts';
import type { WizardView } from '../src/wizard/view.ts';

export const ViewContext = createContext<WizardView | null>(null);

/** The view being shown; every component lies below its provider. */
export function useView(): WizardView {
  const view = useContext(ViewContext);
  if (view === null) throw new Error('useView outside of its provider');
  return view;
}

/** The preload's bridge to the wizard in the main process. */
export const wizard: MittenteApi = window.mittente;

export function send(event: WizardEvent): void {
  wizard.send(event);
}
