import type { BatchPage, BatchRowView } from '../../src/wizard/many/batch-view.ts';
import type { FixtureList, FixtureParts } from './fixtures.ts';
import { DOCTORS, MORE } from './practice-pages.ts';

/** Several doctors set up together, from the empty table to the last saved one. */
export function batchPages({ view, words }: FixtureParts): FixtureList {
  const row = (
    id: string,
    name: string,
    address: string,
    changes: Partial<BatchRowView> = {},
  ): BatchRowView => ({
    id,
    name,
    address,
    answer:
      address === ''
        ? { kind: 'empty' }
        : {
            kind: 'known',
            providerName: 'Posta di esempio',
            hint: null,
            needsPreparation: false,
            suggestion: null,
          },
    passwordKind: 'account',
    passwordKept: false,
    result: null,
    ...changes,
  });
  const rossi = row('rossi', 'Dott. Mario Rossi', 'mario.rossi@posta.example');
  const neri = row('neri', 'Dott.ssa Giulia Neri', 'giulia.neri@libero.example', {
    answer: {
      kind: 'known',
      providerName: 'Posta con app',
      hint: null,
      needsPreparation: true,
      suggestion: null,
    },
    passwordKind: 'app-password',
  });
  const gallo = row('gallo', 'Dott. Paolo Gallo', 'studio.gallo@pec.example', {
    answer: { kind: 'blocked', reason: 'pec', providerName: null, hint: null },
  });
  const fontana = row(
    'fontana',
    'Dott.ssa Maria Benedetta Fontana',
    'mariabenedetta.fontana@posta.example',
  );
  const conti = row('conti', 'Dott.ssa Marta Conti', 'marta.conti@ospedale.example', {
    answer: { kind: 'looking' },
  });
  const verdi = row('verdi', 'Dott. Luca Verdi', 'luca.verdi@gmial.example', {
    answer: { kind: 'unknown', reason: 'domain-not-found', suggestion: 'luca.verdi@mail.example' },
  });
  const costa = row('costa', 'Dott. Piero Costa', 'piero.costa@posta,example', {
    answer: { kind: 'malformed', problem: 'comma', suggestion: 'piero.costa@posta.example' },
  });
  const empty = row('riva', 'Dott.ssa Elena Riva', '');
  const refused = words({
    it: 'Il gestore non ha accettato la password',
    en: 'The provider did not accept the password',
    de: 'Der Anbieter hat das Passwort nicht angenommen',
  });
  const saved = { result: { state: 'saved' } } as const;
  const failed = { result: { state: 'failed', title: refused } } as const;
  const batch = (
    phase: BatchPage['phase'],
    rows: readonly BatchRowView[],
    changes: Partial<BatchPage> = {},
  ) => {
    const summary = { total: rows.length, saved: 0, running: 0, done: 0, ...changes.summary };
    return view(
      { name: 'batch', phase, rows, nothingToRun: false, ...changes, summary },
      { doctor: null, canGoBack: phase === 'filling' || phase === 'ended', canGoHome: false },
    );
  };
  const ended = [
    { ...rossi, ...saved },
    { ...neri, ...failed },
    gallo,
    { ...fontana, ...saved },
    { ...conti, result: { state: 'stopped' } } as const,
    empty,
  ];
  return [
    ['empty', batch('filling', [row('rossi', rossi.name, ''), row('neri', neri.name, ''), empty])],
    ['filling', batch('filling', [rossi, neri, gallo, fontana, conti])],
    ['slips', batch('filling', [verdi, costa, empty], { nothingToRun: true })],
    [
      'running',
      batch(
        'running',
        [
          { ...rossi, ...saved },
          { ...neri, result: { state: 'running' } },
          gallo,
          { ...fontana, result: { state: 'waiting' } },
        ],
        { summary: { total: 4, saved: 1, running: 3, done: 1 } },
      ),
    ],
    [
      'stopping',
      batch(
        'stopping',
        [
          { ...rossi, ...saved },
          { ...neri, result: { state: 'running' } },
        ],
        {
          summary: { total: 2, saved: 1, running: 2, done: 1 },
        },
      ),
    ],
    ['ended', batch('ended', ended, { summary: { total: 6, saved: 2, running: 4, done: 4 } })],
    [
      'again',
      batch(
        'filling',
        [
          { ...rossi, ...saved },
          { ...neri, ...failed },
          { ...fontana, passwordKept: true, result: { state: 'stopped' } },
        ],
        { summary: { total: 3, saved: 1, running: 3, done: 3 } },
      ),
    ],
    [
      'all-saved',
      batch(
        'ended',
        [rossi, neri, fontana].map((each) => ({ ...each, ...saved })),
        {
          summary: { total: 3, saved: 3, running: 3, done: 3 },
        },
      ),
    ],
    [
      'unfinished',
      view(
        {
          name: 'home',
          doctors: [...DOCTORS, ...MORE],
          canAddDoctor: false,
          setAside: null,
          unfinished: { missing: 4, total: 10 },
          recheck: null,
        },
        { doctor: null, canGoBack: false, canGoHome: false },
      ),
    ],
  ];
}
