import { UNKNOWN_LIMITS } from '../../src/providers/catalogue.ts';
import type { HandoutView } from '../../src/wizard/handout-view.ts';
import type { HistoryRow } from '../../src/wizard/practice-view.ts';
import type { PageView, SenderSummary, WizardView } from '../../src/wizard/view.ts';
import type { FixtureList, FixtureParts } from './fixtures.ts';

const ADDRESS = 'mario.rossi@gmail.com';

type DonePage = Extract<PageView, { readonly name: 'done' }>;

export const SUMMARY: SenderSummary = {
  address: ADDRESS,
  displayName: 'Dott. Mario Rossi',
  choice: 'personal',
  providerName: 'Gmail',
  server: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
  username: ADDRESS,
  limits: {
    perDay: 500,
    perHour: null,
    perMinute: null,
    recipientsPerMessage: 100,
    source: null,
    beyond: { effect: 'stopped', hours: 24 },
  },
  limitsNote: null,
  pace: { basis: 'published', perDay: 450, perHour: 55, everySeconds: 64 },
  verifiedAt: '2026-11-22T10:14:58.000Z',
  messageTo: ADDRESS,
};

export const UNLIMITED: SenderSummary = {
  ...SUMMARY,
  providerName: null,
  limits: UNKNOWN_LIMITS,
  pace: { basis: 'careful', perDay: null, perHour: null, everySeconds: 10 },
};

const SHEET = 'C:\\Users\\anna\\Documents\\Avviso per i pazienti, mario.rossi@gmail.com, A4.pdf';

/** What can become of a sheet that was asked for. */
const HANDOUTS: readonly HandoutView[] = [
  { kind: 'notice-a4', state: 'working' },
  { kind: 'notice-a4', state: 'printed' },
  { kind: 'notice-a4', state: 'saved', file: SHEET },
  {
    kind: 'notice-a4',
    state: 'not-saved',
    problem: {
      code: 'file-busy',
      which: 'handout',
      file: SHEET,
      line: null,
      key: null,
      detail: 'EBUSY: resource busy or locked',
    },
  },
  { kind: 'notice-a4', state: 'not-printed', detail: 'Print job failed' },
];

/** The end: a sender that was proven, its history, and what the doctor takes away. */
export function donePages({ view, words }: FixtureParts): FixtureList {
  const change = { from: ADDRESS, to: ADDRESS, passed: null, why: null };
  const history: readonly HistoryRow[] = [
    { ...change, at: '2026-11-22T10:15:00.000Z', user: 'anna', change: 'checked', passed: true },
    {
      ...change,
      at: '2026-11-21T08:02:00.000Z',
      user: null,
      change: 'checked',
      passed: false,
      why: words({
        it: 'Il gestore non ha accettato la password',
        en: 'The provider did not accept the password',
        de: 'Der Anbieter hat das Passwort nicht angenommen',
      }),
    },
    { ...change, at: '2026-11-20T09:12:00.000Z', user: 'anna', change: 'mail-plus-asked' },
    {
      ...change,
      at: '2026-11-02T14:40:00.000Z',
      user: 'tecnico',
      change: 'saved',
      from: 'mario.rossi@posta.example',
    },
  ];
  const atDone: Partial<WizardView> = {
    steps: { current: 'done', done: ['choice', 'mailbox', 'test'], open: ['choice', 'test'] },
    canGoBack: false,
  };
  const done = (changes: Partial<DonePage> = {}, around: Partial<WizardView> = {}) =>
    view(
      {
        name: 'done',
        summary: SUMMARY,
        mailPlusAskedAt: null,
        messageSent: true,
        passwordMissing: false,
        history: [],
        next: null,
        ...changes,
      },
      { ...atDone, ...around },
    );
  return [
    ['next-doctor', done({ next: { id: 'verdi', name: 'Dott. Luca Verdi' } })],
    [
      'last',
      done(
        { summary: UNLIMITED, mailPlusAskedAt: '2026-11-20T09:12:00.000Z', history },
        { canGoHome: false },
      ),
      'open-details',
    ],
    [
      'password-missing',
      done(
        { passwordMissing: true, history },
        { steps: { current: 'mailbox', done: ['choice'], open: ['choice'] } },
      ),
    ],
    ...HANDOUTS.map(
      (handout) => [`sheet-${handout.state}`, done({}, { handout }), 'open-details'] as const,
    ),
  ];
}
