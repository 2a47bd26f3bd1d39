import { localDay } from '../campaign/phase.ts';
import { currentEntry } from './context.ts';
import type { Step } from './events.ts';
import { handoutView } from './handouts.ts';
import { batchPage } from './many/batch-page.ts';
import type { PageSource, ViewFacts, WizardSnapshot } from './page-source.ts';
import * as pages from './pages.ts';
import type { PageName, PageView, StepsView, WizardView } from './view.ts';

/** Which page each state of a doctor's path shows; states that only pass by keep the last one. */
const PATH_PAGES = {
  nothingToDo: pages.nothingToDoPage,
  why: pages.whyPage,
  choice: pages.choicePage,
  mailPlus: pages.mailPlusPage,
  address: pages.addressPage,
  blocked: pages.blockedPage,
  preparation: pages.preparationPage,
  server: pages.serverPage,
  locked: pages.problemPage,
  password: pages.passwordPage,
  test: pages.testPage,
  failure: pages.failurePage,
  review: pages.reviewPage,
  done: pages.donePage,
} as const;

/** At which step of the path a page stands; a page without one is outside of it. */
export const STEP_OF: Readonly<Partial<Record<PageName, Step>>> = {
  why: 'choice',
  choice: 'choice',
  'mail-plus': 'choice',
  address: 'mailbox',
  blocked: 'mailbox',
  preparation: 'mailbox',
  server: 'mailbox',
  password: 'mailbox',
  test: 'test',
  failure: 'test',
  review: 'test',
  done: 'done',
};

const STEPS_BEFORE: Readonly<Record<Step, readonly Step[]>> = {
  choice: [],
  mailbox: ['choice'],
  test: ['choice', 'mailbox'],
  done: ['choice', 'mailbox', 'test'],
};

function pageOf(source: PageSource): PageView {
  const { value } = source.snapshot;
  if (value === 'home' || value === 'rechecking') return pages.homePage(source);
  if (value === 'problem') return pages.problemPage(source);
  if (typeof value === 'object' && 'batch' in value) {
    return value.batch === 'locked' ? pages.problemPage(source) : batchPage(source);
  }
  if (typeof value === 'string' || !('doctor' in value)) return { name: 'loading' };
  const state = typeof value.doctor === 'string' ? value.doctor : Object.keys(value.doctor)[0];
  const make = PATH_PAGES[state as keyof typeof PATH_PAGES];
  return make ? make(source) : { name: 'loading' };
}

/** A sender without its password sends nothing: the mailbox is not done with. */
const lacksPassword = (page: PageView): boolean => page.name === 'done' && page.passwordMissing;

function stepsOf(page: PageView, snapshot: WizardSnapshot): StepsView {
  const current = lacksPassword(page) ? 'mailbox' : (STEP_OF[page.name] ?? null);
  const before = current ? STEPS_BEFORE[current] : [];
  return {
    current,
    done: before,
    open: before.filter((step) => snapshot.can({ type: 'GO_TO_STEP', step })),
  };
}

/** The window's view of a snapshot: pure, without any secret. */
export function viewOf(snapshot: WizardSnapshot, facts: ViewFacts): WizardView {
  const { context } = snapshot;
  const page = pageOf({ context, facts, snapshot });
  const doctor = currentEntry(context)?.doctor;
  const practice = context.loaded?.practice;
  return {
    language: context.language,
    recordName: practice?.recordName ?? '',
    callCentre: facts.campaign.callCentre,
    today: localDay(facts.now),
    example: context.loaded?.example ?? null,
    doctor: doctor ? { id: doctor.id, name: doctor.name } : null,
    steps: stepsOf(page, snapshot),
    canGoBack: snapshot.can({ type: 'BACK' }),
    canGoHome:
      doctor !== undefined &&
      snapshot.can({ type: 'HOME' }) &&
      (practice?.doctorsFromRecord === false || (practice?.doctors.length ?? 0) > 1),
    lastCopied: context.copied,
    update: null,
    handout: handoutView(context.handout),
    page,
  };
}
