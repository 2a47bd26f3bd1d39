import type { Phase } from '../../src/campaign/phase.ts';
import type { SenderStatus } from '../../src/record/senders.ts';
import type { PracticeRow } from '../../src/wizard/practice-view.ts';
import type { CampaignView } from '../../src/wizard/view.ts';
import type { FixtureList, FixtureParts } from './fixtures.ts';
import { DOCTORS, MORE, OLD } from './practice-pages.ts';

const EXAMPLE = {
  mailboxes: [
    { address: 'mario.rossi@posta.example', password: 'quercia-verde-12' },
    { address: 'luca.verdi@posta.example', password: 'fiume-lento-34' },
  ],
};

export function campaignIn(phase: Phase): CampaignView {
  return {
    phase,
    legacyDomain: 'cartellaclinicaparmenide.it',
    blockedOn: '2022-03-17',
    reasons: ['bursts', 'marked-as-spam'],
    from: '2022-04-01',
    until: '2022-10-01',
    mailPlus: {
      pricePerYear: 30,
      pricePerYearWithVat: 36.6,
      vatPercent: 22,
      currency: 'EUR',
      paidFrom: '2023-01-01',
      paid: phase === 'after',
    },
  };
}

/** From the start to the choice. */
export function frontPages({ view, words }: FixtureParts): FixtureList {
  const noDoctor = { doctor: null, canGoBack: false, canGoHome: false };
  const atChoice = { steps: { current: 'choice', done: [], open: [] } } as const;
  const home = (
    doctors: readonly PracticeRow[],
    canAddDoctor = false,
    setAside = null as null | string,
  ) =>
    ({ name: 'home', doctors, canAddDoctor, setAside, unfinished: null, recheck: null }) as const;
  const one = (status: SenderStatus, row = DOCTORS[0] as PracticeRow) =>
    view(home([{ ...row, status }]), { canGoBack: false, canGoHome: false });
  const why = (status: SenderStatus, phase: Phase, senderAddress: string | null = OLD) =>
    view({ name: 'why', status, senderAddress, campaign: campaignIn(phase) }, atChoice);
  const request = {
    subject: words({
      it: 'Richiesta di Mail Plus per Dott. Mario Rossi',
      en: 'Request for Mail Plus for Dott. Mario Rossi',
      de: 'Anfrage für Mail Plus für Dott. Mario Rossi',
    }),
    text: words({
      it: `Buongiorno,\n\nvorrei attivare Mail Plus per spedire le ricette dalla cartella clinica.\n\nMedico: Dott. Mario Rossi\nIndirizzo usato finora: ${OLD}\n\nGrazie e buon lavoro.\nDott. Mario Rossi`,
      en: `Hello,\n\nI would like to activate Mail Plus to send prescriptions from the clinical record.\n\nDoctor: Dott. Mario Rossi\nAddress used so far: ${OLD}\n\nThank you and kind regards,\nDott. Mario Rossi`,
      de: `Guten Tag,\n\nich möchte Mail Plus aktivieren, um Rezepte aus der Patientenakte zu verschicken.\n\nArzt: Dott. Mario Rossi\nBisherige Adresse: ${OLD}\n\nVielen Dank und freundliche Grüße\nDott. Mario Rossi`,
    }),
  };
  const mailPlus = (askedAt: string | null, hasWorkingSender = false, failed = false) =>
    view(
      {
        name: 'mail-plus',
        campaign: campaignIn('after'),
        request,
        askedAt,
        problem: failed
          ? {
              code: 'disk-full',
              which: 'senders',
              file: '/srv/cartella/senders.json',
              line: null,
              key: null,
              detail: 'ENOSPC: no space left on device',
              restored: true,
            }
          : null,
        hasWorkingSender,
      },
      atChoice,
    );
  return [
    ['starting', view({ name: 'loading' }, noDoctor)],
    [
      'doctors-malformed',
      view(
        {
          name: 'problem',
          problem: {
            code: 'file-malformed',
            which: 'doctors',
            file: '/srv/cartella/medici.json',
            line: 12,
            key: 'doctors[2].id',
            detail: 'Expected string, received number',
          },
          canSetAside: false,
        },
        noDoctor,
      ),
      'open-details',
    ],
    [
      'senders-malformed',
      view(
        {
          name: 'problem',
          problem: {
            code: 'file-malformed',
            which: 'senders',
            file: '/srv/cartella/senders.json',
            line: 1,
            key: null,
            detail: 'Unexpected end of JSON input',
          },
          canSetAside: true,
        },
        noDoctor,
      ),
    ],
    [
      'keychain-locked',
      view(
        {
          name: 'problem',
          problem: { code: 'keychain-locked', detail: 'collection is locked' },
          canSetAside: false,
        },
        noDoctor,
      ),
    ],
    ['example', view(home(DOCTORS), { ...noDoctor, example: EXAMPLE })],
    ['example-open', view(home(DOCTORS), { ...noDoctor, example: EXAMPLE }), 'open-banner'],
    ['every-status', view(home([...DOCTORS, ...MORE]), noDoctor)],
    [
      'typed-in',
      view(home(DOCTORS.slice(0, 1), true, '/srv/cartella/senders.json.2026-11-22'), noDoctor),
    ],
    ['first-run', view(home([], true), { ...noDoctor, recordName: '' })],
    ['first-run-nameless', view(home([], true), { ...noDoctor, recordName: '' }), 'submit'],
    ['one-legacy', one('legacy')],
    ['one-verified', one('verified', MORE[0])],
    ['legacy-after', why('legacy', 'after')],
    ['legacy-during', why('legacy', 'during')],
    ['legacy-before', why('legacy', 'before')],
    ['none', why('none', 'after', null)],
    ['failing', why('failing', 'after', 'mario.rossi@posta.example')],
    ['verified', why('verified', 'after', 'mario.rossi@posta.example')],
    [
      'update-ready',
      view(
        { name: 'nothing-to-do', reason: 'premium', senderAddress: null },
        { update: { version: '0.2.0' }, canGoHome: true },
      ),
    ],
    ['premium', view({ name: 'nothing-to-do', reason: 'premium', senderAddress: null })],
    [
      'mail-plus',
      view(
        {
          name: 'nothing-to-do',
          reason: 'mail-plus',
          senderAddress: 'mario.rossi@mailplus.example',
        },
        { canGoHome: false },
      ),
    ],
    [
      'new',
      view(
        { name: 'choice', campaign: campaignIn('after'), previous: null, advice: null },
        atChoice,
      ),
    ],
    [
      'advised',
      view(
        {
          name: 'choice',
          campaign: campaignIn('during'),
          previous: 'personal',
          advice: { choice: 'personal', reason: 'has-personal-mailbox' },
        },
        { ...atChoice, example: EXAMPLE },
      ),
    ],
    ['ask', mailPlus(null)],
    ['ask-failed', mailPlus(null, false, true)],
    ['waiting', mailPlus('2026-11-20T09:12:00.000Z')],
    ['waiting-working', mailPlus('2026-11-20T09:12:00.000Z', true)],
  ];
}
