import { STAGES, type Stage } from '../../src/smtp/evidence.ts';
import type { PageView, StageView } from '../../src/wizard/view.ts';
import { SUMMARY, UNLIMITED } from './done-pages.ts';
import type { FixtureList, FixtureParts } from './fixtures.ts';

const ADDRESS = 'mario.rossi@gmail.com';

/** The stages up to one of them, which is in the given state. */
function stagesAt(at: Stage, state: StageView['state'], slow = false): readonly StageView[] {
  const reached = STAGES.indexOf(at);
  return STAGES.map((stage, index) => ({
    stage,
    state: index < reached ? 'ok' : index === reached ? state : 'waiting',
    slow: slow && index === reached,
  }));
}

type FailurePage = Extract<PageView, { readonly name: 'failure' }>;

/** The test, its answer, and what is to be saved. */
export function testPages({ view, words }: FixtureParts): FixtureList {
  const done = (steps: readonly ('choice' | 'mailbox' | 'test')[]) => ({
    done: steps,
    open: steps,
  });
  const atTest = { steps: { current: 'test', ...done(['choice', 'mailbox']) } } as const;
  const running = { ...atTest, canGoBack: false, canGoHome: false };
  const test = (stages: readonly StageView[]) =>
    view(
      {
        name: 'test',
        address: ADDRESS,
        providerName: 'Gmail',
        serverHost: 'smtp.gmail.com',
        stages,
      },
      running,
    );
  const wrongPassword: FailurePage = {
    name: 'failure',
    address: ADDRESS,
    cause: 'wrong-credentials',
    stage: 'auth',
    stages: stagesAt('auth', 'failed'),
    providerName: 'Gmail',
    serverHost: 'smtp.gmail.com',
    fixableBy: 'doctor',
    advice: {
      title: words({
        it: 'La password non è stata accettata',
        en: 'The password was not accepted',
        de: 'Das Passwort wurde nicht angenommen',
      }),
      happened: words({
        it: 'Gmail ha risposto, ma non riconosce questa password per mario.rossi@gmail.com.',
        en: 'Gmail answered, but does not recognise this password for mario.rossi@gmail.com.',
        de: 'Gmail hat geantwortet, kennt aber dieses Passwort für mario.rossi@gmail.com nicht.',
      }),
      steps: [
        words({
          it: 'Apri la posta nel browser e prova la stessa password.',
          en: 'Open your mail in the browser and try the same password.',
          de: 'Öffne deine Post im Browser und versuche dasselbe Passwort.',
        }),
        words({
          it: 'Guarda se il blocco delle maiuscole è acceso.',
          en: 'See whether caps lock is on.',
          de: 'Schau nach, ob die Feststelltaste an ist.',
        }),
        words({
          it: 'Scrivi di nuovo la password qui.',
          en: 'Type the password here again.',
          de: 'Gib das Passwort hier noch einmal ein.',
        }),
      ],
    },
    alternatives: [],
    primary: 'retype-password',
    secondary: ['change-address'],
    keepsSender: false,
    retryAt: null,
    technical: [
      'cause: wrong-credentials',
      'server: smtp.gmail.com:465 (tls)',
      'reply: 535 5.7.8 Username and Password not accepted',
      'S: 220 smtp.gmail.com ESMTP',
      'C: EHLO [127.0.0.1]',
      'C: AUTH PLAIN [...]',
      'S: 535 5.7.8 Username and Password not accepted',
    ],
  };
  const limited: FailurePage = {
    ...wrongPassword,
    cause: 'rate-limited',
    stage: 'data',
    stages: stagesAt('data', 'failed'),
    fixableBy: 'wait',
    advice: {
      title: words({
        it: 'Il gestore chiede di aspettare',
        en: 'The provider asks you to wait',
        de: 'Der Anbieter bittet um Geduld',
      }),
      happened: words({
        it: 'Gmail ha ricevuto troppe email in poco tempo da questa casella.',
        en: 'Gmail received too many emails from this mailbox in a short time.',
        de: 'Gmail hat in kurzer Zeit zu viele E-Mails von diesem Postfach erhalten.',
      }),
      steps: [
        words({
          it: 'Aspetta qualche minuto.',
          en: 'Wait a few minutes.',
          de: 'Warte ein paar Minuten.',
        }),
        words({
          it: 'Poi prova di nuovo.',
          en: 'Then try again.',
          de: 'Versuche es dann noch einmal.',
        }),
      ],
    },
    alternatives: [
      words({
        it: 'Il limite del giorno è raggiunto',
        en: 'The day’s limit is reached',
        de: 'Die Tagesgrenze ist erreicht',
      }),
    ],
    primary: 'wait-and-retry',
    secondary: ['choose-mail-plus', 'edit-server'],
    retryAt: '2026-11-22T10:19:30.000Z',
  };
  const refused: FailurePage = {
    ...wrongPassword,
    cause: 'port-blocked-or-timeout',
    stage: 'tcp',
    stages: stagesAt('tcp', 'failed'),
    fixableBy: 'technician',
    advice: {
      title: words({
        it: 'Il server non risponde',
        en: 'The server does not answer',
        de: 'Der Server antwortet nicht',
      }),
      happened: words({
        it: 'Il collegamento con Gmail non si apre.',
        en: 'The connection with Gmail does not open.',
        de: 'Die Verbindung zu Gmail öffnet sich nicht.',
      }),
      steps: [
        words({
          it: 'Controlla il cavo di rete.',
          en: 'Check the network cable.',
          de: 'Prüfe das Netzwerkkabel.',
        }),
      ],
    },
    primary: 'retry',
    keepsSender: true,
  };
  const review = (changes: Partial<Extract<PageView, { name: 'review' }>> = {}) =>
    view(
      {
        name: 'review',
        summary: SUMMARY,
        replaces: null,
        saving: false,
        problem: null,
        ...changes,
      },
      atTest,
    );
  return [
    ['start', test(stagesAt('dns', 'running'))],
    ['slow', test(stagesAt('auth', 'running', true))],
    ['almost', test(stagesAt('data', 'running'))],
    ['wrong-password', view(wrongPassword, atTest)],
    ['details', view(wrongPassword, atTest), 'open-details'],
    ['wait', view(limited, atTest)],
    ['technician', view(refused, atTest)],
    ['new', review()],
    [
      'replaces',
      review({ replaces: 'mario.rossi@cartellaclinicaparmenide.it', summary: UNLIMITED }),
    ],
    ['saving', review({ saving: true })],
    ['without-name', review(), 'submit-empty'],
    [
      'failed',
      review({
        problem: {
          code: 'file-not-writable',
          which: 'senders',
          file: '/srv/cartella/senders.json',
          line: null,
          key: null,
          detail: 'EACCES: permission denied',
          restored: true,
        },
      }),
    ],
  ];
}
