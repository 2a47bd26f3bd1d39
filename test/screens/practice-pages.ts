import type { HandoutView } from '../../src/wizard/handout-view.ts';
import type { PracticeRow, RecheckSummary } from '../../src/wizard/practice-view.ts';
import type { FixtureList, FixtureParts } from './fixtures.ts';

export const OLD = 'mario.rossi@cartellaclinicaparmenide.it';

function row(
  id: string,
  name: string,
  changes: Partial<PracticeRow> & Pick<PracticeRow, 'status' | 'action'>,
): PracticeRow {
  return {
    id,
    name,
    contract: 'standard',
    senderAddress: null,
    verifiedAt: null,
    checkedAt: changes.verifiedAt ?? null,
    recheckable: false,
    passwordMissing: false,
    recheck: null,
    resumable: false,
    ...changes,
  };
}

export const DOCTORS: readonly PracticeRow[] = [
  row('rossi', 'Dott. Mario Rossi', { senderAddress: OLD, status: 'legacy', action: 'set-up' }),
  row('bianchi', 'Dott.ssa Anna Bianchi', {
    contract: 'premium',
    status: 'not-concerned',
    action: 'none',
  }),
  row('verdi', 'Dott. Luca Verdi', {
    senderAddress: 'luca.verdi@posta.example',
    status: 'unverified',
    action: 'verify',
    resumable: true,
  }),
];

const NERI = row('neri', 'Dott.ssa Giulia Neri', {
  senderAddress: 'giulia.neri@posta.example',
  status: 'verified',
  verifiedAt: '2026-11-20T09:12:00.000Z',
  recheckable: true,
  action: 'change',
});

const GALLO = row('gallo', 'Dott. Paolo Gallo', {
  senderAddress: 'studio.gallo@posta.example',
  status: 'failing',
  verifiedAt: '2026-10-02T07:40:00.000Z',
  checkedAt: '2026-11-22T10:14:00.000Z',
  recheckable: true,
  action: 'repair',
});

const FONTANA = row('fontana', 'Dott.ssa Maria Benedetta Fontana', {
  senderAddress: 'mariabenedetta.fontana@posta.example',
  status: 'verified',
  verifiedAt: '2026-11-18T15:30:00.000Z',
  recheckable: true,
  action: 'change',
});

export const MORE: readonly PracticeRow[] = [
  NERI,
  GALLO,
  row('conti', 'Dott.ssa Marta Conti', {
    status: 'awaiting-mail-plus',
    action: 'continue-mail-plus',
  }),
];

const SAVED_REPORT: HandoutView = {
  kind: 'work-report',
  state: 'saved',
  file: 'C:\\Users\\tecnico\\Documents\\Rapporto di intervento 2026-11-22.pdf',
};

/** The technician's home: several doctors found, selected and checked again. */
export function practicePages({ view, words }: FixtureParts): FixtureList {
  const home = (doctors: readonly PracticeRow[], recheck: RecheckSummary | null = null) =>
    view(
      { name: 'home', doctors, canAddDoctor: false, setAside: null, unfinished: null, recheck },
      { doctor: null, canGoBack: false, canGoHome: false },
    );
  const refused = words({
    it: 'Il gestore non ha accettato la password',
    en: 'The provider did not accept the password',
    de: 'Der Anbieter hat das Passwort nicht angenommen',
  });
  const [rossi] = DOCTORS as [PracticeRow];
  return [
    ['selected', home([rossi, NERI, GALLO, FONTANA]), 'select-all'],
    [
      'checking',
      home(
        [
          { ...NERI, recheck: { state: 'ok' } },
          { ...GALLO, recheck: { state: 'running' } },
          { ...FONTANA, recheck: { state: 'waiting' } },
          rossi,
        ],
        { running: true, total: 3, done: 1, ok: 1 },
      ),
    ],
    [
      'checked',
      home(
        [
          rossi,
          { ...NERI, recheck: { state: 'ok' } },
          { ...GALLO, recheck: { state: 'failed', title: refused } },
          { ...FONTANA, passwordMissing: true, recheck: { state: 'password-missing' } },
        ],
        { running: false, total: 3, done: 3, ok: 1 },
      ),
      'select-all',
    ],
    ['password-missing', home([{ ...NERI, passwordMissing: true }, GALLO, FONTANA])],
    ['report', { ...home([NERI, GALLO]), handout: SAVED_REPORT }, 'open-details'],
    ['nobody', home([...DOCTORS, ...MORE]), 'search-nobody'],
  ];
}
