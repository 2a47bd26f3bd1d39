import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Translate } from '../../src/texts/index.ts';
import { describeProblem } from '../../src/texts/problem-text.ts';
import type { PracticeRow, RecheckSummary, RecheckView } from '../../src/wizard/practice-view.ts';
import { useTexts } from '../texts.ts';
import { Status } from './status.tsx';
import { useHidden } from './styles.ts';

const useStyles = makeStyles({
  moving: { display: 'inline-flex', alignItems: 'center', columnGap: '8px' },
  mark: { flexShrink: '0', fontSize: '20px', color: tokens.colorNeutralForeground2 },
  note: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** What the last check said of a sender, where it says more than the status. */
function noteOf(recheck: RecheckView | null, missing: boolean, t: Translate): string | null {
  if (missing) return t('pages.practice.recheck.passwordMissing');
  switch (recheck?.state) {
    case 'ok':
      return t('pages.practice.recheck.ok');
    case 'failed':
      return recheck.title ?? t('pages.practice.recheck.failed');
    case 'problem':
      return describeProblem(recheck.problem, t).title;
    case 'gone':
      return t('pages.practice.recheck.gone');
    default:
      return null;
  }
}

/** Something that goes on, or waits for its turn. */
export function UnderWay({
  running,
  children,
}: {
  readonly running: boolean;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <span className={styles.moving}>
      {running ? (
        <Spinner size="extra-tiny" aria-hidden="true" />
      ) : (
        <ClockRegular className={styles.mark} aria-hidden="true" />
      )}
      {children}
    </span>
  );
}

/** A sender's status, or how far its check has come. */
export function RowStatus({ row }: { readonly row: PracticeRow }) {
  const t = useTexts();
  const styles = useStyles();
  const { recheck } = row;
  if (recheck?.state === 'waiting' || recheck?.state === 'running') {
    return (
      <UnderWay running={recheck.state === 'running'}>
        {t(`pages.practice.recheck.${recheck.state}`)}
      </UnderWay>
    );
  }
  const note = noteOf(recheck, row.passwordMissing, t);
  return (
    <>
      <Status status={row.status} />
      {note !== null && <span className={styles.note}>{note}</span>}
    </>
  );
}

/** About ten announcements, however many doctors there are. */
export function announcedStep(done: number, total: number): number {
  return done - (done % Math.max(1, Math.ceil(total / 10)));
}

/** Tells a screen reader how the check of many goes. */
export function RecheckProgress({ recheck }: { readonly recheck: RecheckSummary | null }) {
  const t = useTexts();
  const hidden = useHidden();
  const words =
    recheck === null
      ? ''
      : recheck.running
        ? t('pages.practice.recheck.progress', {
            ...recheck,
            done: announcedStep(recheck.done, recheck.total),
          })
        : t('pages.practice.recheck.summary', { ...recheck });
  return (
    <p className={hidden} role="status">
      {words}
    </p>
  );
}
