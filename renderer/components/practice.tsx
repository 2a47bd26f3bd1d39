import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { PracticeRow, RecheckSummary } from '../../src/wizard/practice-view.ts';
import { useTexts } from '../texts.ts';
import { BatchBar } from './batch-bar.tsx';
import { DoctorTable, type Selection } from './doctor-table.tsx';
import { CheckBox } from './fields.tsx';
import { Page } from './page.tsx';
import { PracticeFilterBar } from './practice-filter.tsx';
import {
  EVERYBODY,
  isSelectable,
  isSettled,
  type PracticeFilter,
  shownRows,
} from './practice-rows.ts';
import { RecheckProgress } from './recheck.tsx';

const useStyles = makeStyles({
  all: { marginLeft: '-12px' },
  nobody: { margin: '16px 0 32px' },
});

/** Kept while a doctor's path is open: the technician comes back to the same list. */
let lastFilter = EVERYBODY;

function useFilter() {
  const [filter, setFilter] = useState(lastFilter);
  const change = (next: PracticeFilter) => {
    lastFilter = next;
    setFilter(next);
  };
  return [filter, change] as const;
}

/** Every doctor of the practice: found, selected, checked again, set up together. */
export function Practice({
  doctors,
  recheck,
  before,
  after,
}: {
  readonly doctors: readonly PracticeRow[];
  readonly recheck: RecheckSummary | null;
  readonly before: ReactNode;
  readonly after: ReactNode;
}) {
  const t = useTexts();
  const styles = useStyles();
  const [filter, setFilter] = useFilter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const running = recheck?.running ?? false;

  const shown = shownRows(doctors, filter, chosen);
  const selectable = shown.filter(isSelectable);
  const selected = selectable.filter(({ id }) => chosen.has(id));
  const hasSelection = doctors.some(isSelectable);
  const selectAll = selected.length === selectable.length ? selectable.length > 0 : 'mixed';
  const selection: Selection | null = hasSelection
    ? {
        has: (id) => chosen.has(id),
        disabled: running,
        toggle: (id) => {
          const next = new Set(chosen);
          if (!next.delete(id)) next.add(id);
          setChosen(next);
        },
      }
    : null;
  const clear = () => {
    setChosen(new Set());
    // The bar goes away, and with it the button that was pressed.
    document.querySelector('h1')?.focus();
  };
  return (
    <Page
      title={t('pages.home.title')}
      lead={t(doctors.every(isSettled) ? 'pages.home.leadAllDone' : 'pages.home.lead')}
      wide
      bar={
        selected.length > 0 || running ? (
          <BatchBar selected={selected} recheck={recheck} onClear={clear} />
        ) : null
      }
    >
      {before}
      {doctors.length > 1 && <PracticeFilterBar filter={filter} onChange={setFilter} />}
      {hasSelection && selectable.length > 1 && (
        <CheckBox
          className={styles.all}
          label={t('pages.practice.select.all')}
          checked={selected.length === 0 ? false : selectAll}
          disabled={running}
          onChange={(_, { checked }) =>
            setChosen(new Set(checked === true ? selectable.map(({ id }) => id) : []))
          }
        />
      )}
      {shown.length === 0 ? (
        <p className={styles.nobody} role="status">
          {t('pages.practice.filter.nobody')}
        </p>
      ) : (
        <DoctorTable doctors={shown} selection={selection} busy={running} />
      )}
      <RecheckProgress recheck={recheck} />
      {after}
    </Page>
  );
}
