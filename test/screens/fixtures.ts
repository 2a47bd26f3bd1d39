import type { Language } from '../../src/language.ts';
import type { Localized } from '../../src/language-schema.ts';
import type { PageView, WizardView } from '../../src/wizard/view.ts';
import { batchPages } from './batch-pages.ts';
import { donePages } from './done-pages.ts';
import { frontPages } from './front-pages.ts';
import { mailboxPages } from './mailbox-pages.ts';
import { practicePages } from './practice-pages.ts';
import { testPages } from './test-pages.ts';

/** One picture's view: the page's name, and which of its states. */
export interface Fixture {
  readonly page: PageView['name'];
  readonly state: string;
  readonly view: WizardView;
  /** Done in the page before the picture is taken. */
  readonly act?:
    | 'open-details'
    | 'open-banner'
    | 'fill-password'
    | 'submit'
    | 'submit-empty'
    | 'select-all'
    | 'search-nobody';
}

/** Words in the language of the picture. */
export type Words = (words: Localized) => string;

export interface FixtureParts {
  readonly words: Words;
  /** A view around one page; the doctor and the step are set unless changed. */
  readonly view: (page: PageView, changes?: Partial<WizardView>) => WizardView;
}

export type FixtureList = readonly (readonly [
  state: string,
  view: WizardView,
  act?: Fixture['act'],
])[];

/** Every page and state of the window, in one language. */
export function fixturesIn(language: Language): readonly Fixture[] {
  const parts: FixtureParts = {
    words: (words) => words[language],
    view: (page, changes = {}) => ({
      language,
      recordName: 'Cartella Clinica Parmenide',
      callCentre: { phone: '09741926702', email: null },
      today: '2026-11-22',
      example: null,
      doctor: { id: 'rossi', name: 'Dott. Mario Rossi' },
      steps: { current: null, done: [], open: [] },
      canGoBack: true,
      canGoHome: true,
      lastCopied: null,
      update: null,
      handout: null,
      page,
      ...changes,
    }),
  };
  const lists = [
    frontPages(parts),
    practicePages(parts),
    batchPages(parts),
    mailboxPages(parts),
    testPages(parts),
    donePages(parts),
  ];
  return lists.flat().map(([state, view, act]) => ({
    page: view.page.name,
    state,
    view,
    ...(act === undefined ? {} : { act }),
  }));
}
