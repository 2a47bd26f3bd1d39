import { describe, expect, it } from 'vitest';
import { EVERYBODY, isSettled, shownRows } from '../../../renderer/components/practice-rows.ts';
import type { PracticeRow } from '../../../src/wizard/practice-view.ts';
import { DOCTORS, MORE } from '../../screens/practice-pages.ts';

const ROWS = [...DOCTORS, ...MORE];
const NOBODY = new Set<string>();
const idsOf = (rows: readonly PracticeRow[]) => rows.map(({ id }) => id);

describe('the practice’s filter', () => {
  it('shows everybody at first, in order', () => {
    expect(shownRows(ROWS, EVERYBODY, NOBODY)).toEqual(ROWS);
  });

  it('puts every doctor in exactly one of to do, failing and done', () => {
    const groups = (['to-do', 'failing', 'done'] as const).map((status) =>
      idsOf(shownRows(ROWS, { text: '', status }, NOBODY)),
    );
    expect(groups).toEqual([['rossi', 'verdi', 'conti'], ['gallo'], ['bianchi', 'neri']]);
  });

  it('finds by any words of name or address, without regard to accents and capitals', () => {
    const accented = { ...(ROWS[0] as PracticeRow), id: 'nicolo', name: 'Dott. Nicolò D’Angiò' };
    const find = (text: string) =>
      idsOf(shownRows([...ROWS, accented], { text, status: 'all' }, NOBODY));
    expect(find('NICOLO angio')).toEqual(['nicolo']);
    expect(find('  neri  posta.example')).toEqual(['neri']);
    expect(find('neri verdi')).toEqual([]);
  });

  it('keeps a selected doctor in sight while its status changes under it', () => {
    const selected = new Set(['gallo']);
    const repaired = ROWS.map((row) =>
      row.id === 'gallo' ? { ...row, status: 'verified' as const } : row,
    );
    expect(idsOf(shownRows(repaired, { text: '', status: 'failing' }, selected))).toEqual([
      'gallo',
    ]);
    expect(shownRows(repaired, { text: 'neri', status: 'failing' }, selected)).toEqual([]);
  });

  it('counts a sender without its password here as something to do', () => {
    const neri = { ...(MORE[0] as PracticeRow), passwordMissing: true };
    expect(isSettled(neri)).toBe(false);
    expect(shownRows([neri], { text: '', status: 'to-do' }, NOBODY)).toEqual([neri]);
  });
});
