import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PracticeRow, RecheckSummary } from '../../src/wizard/practice-view.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';
import { PrimaryButton, QuietButton } from './buttons.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 16px',
    flexGrow: '1',
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: '8px 16px',
    marginLeft: 'auto',
  },
});

/** The action bar of what is done for many: words at the left, actions at the right. */
export function WordsAndActions({
  words,
  children,
}: {
  readonly words: ReactNode;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <span>{words}</span>
      <div className={styles.actions}>{children}</div>
    </div>
  );
}

/** What can be done with the doctors that are selected. */
export function BatchBar({
  selected,
  recheck,
  onClear,
}: {
  readonly selected: readonly PracticeRow[];
  readonly recheck: RecheckSummary | null;
  readonly onClear: () => void;
}) {
  const t = useTexts();
  const running = recheck?.running ?? false;
  const stored = selected.filter((row) => row.recheckable);
  const justChecked =
    recheck !== null &&
    stored.length === recheck.total &&
    stored.every((row) => row.recheck !== null);
  const words = running
    ? t('pages.practice.recheck.progress', { ...recheck })
    : justChecked
      ? t('pages.practice.recheck.summary', { ...recheck })
      : t('pages.practice.select.chosen', { chosen: selected.length });
  const check = () =>
    send(
      running
        ? { type: 'CANCEL_RECHECK' }
        : { type: 'START_RECHECK', doctorIds: stored.map(({ id }) => id) },
    );
  // Whoever still lacks a sender makes setting up the likelier wish.
  const allStored = stored.length === selected.length;
  // One button for both, so that the keyboard stays where it is; a double click is one click.
  const again = (running || stored.length > 0) && (
    <PrimaryButton
      key="again"
      appearance={!running && allStored ? 'primary' : 'secondary'}
      onClick={({ detail }) => detail < 2 && check()}
    >
      {t(running ? 'pages.practice.recheck.cancel' : 'pages.practice.recheck.start')}
    </PrimaryButton>
  );
  const together = !running && (
    <PrimaryButton
      key="together"
      appearance={allStored ? 'secondary' : 'primary'}
      onClick={() => send({ type: 'OPEN_BATCH', doctorIds: selected.map(({ id }) => id) })}
    >
      {t('pages.practice.together')}
    </PrimaryButton>
  );
  return (
    <WordsAndActions words={words}>
      {!running && <QuietButton onClick={onClear}>{t('pages.practice.select.none')}</QuietButton>}
      {allStored ? [together, again] : [again, together]}
    </WordsAndActions>
  );
}
