import { useSyncExternalStore } from 'react';
import type { WizardView } from '../src/wizard/view.ts';
import { wizard } from './view.ts';

let current: WizardView | null = null;
const listeners = new Set<() => void>();

function show(view: WizardView): void {
  current = view;
  for (const listener of listeners) listener();
}

// Asked before anything else of the page is set up: the wizard is loaded when it is asked for.
wizard.onView(show);
// A view that was sent meanwhile is newer than the answer to this question.
void wizard.current().then((first) => {
  if (current === null) show(first);
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The view as the wizard last sent it; null until the first one. */
export function useCurrentView(): WizardView | null {
  return useSyncExternalStore(subscribe, () => current);
}
