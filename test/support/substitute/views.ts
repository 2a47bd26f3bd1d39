import type { PageView, WizardView } from '../../../src/wizard/view.ts';

/** A view around one page, as the wizard would give it. */
export function viewOf(page: PageView, changes: Partial<WizardView> = {}): WizardView {
  return {
    language: 'it',
    recordName: 'Cartella di prova',
    callCentre: { phone: '09741926702', email: null },
    today: '2026-11-22',
    example: null,
    doctor: null,
    steps: { current: null, done: [], open: [] },
    canGoBack: false,
    canGoHome: false,
    lastCopied: null,
    update: null,
    handout: null,
    page,
    ...changes,
  };
}
