import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons';
import type { Translate } from '../../src/texts/index.ts';
import { describeProblem } from '../../src/texts/problem-text.ts';
import type { PracticeRow, RecheckSummary, RecheckView } from '../../src/wizard/practice-view.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';
import { PrimaryButton, QuietButton } from './buttons.tsx';
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
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 16px',
    width: '100%',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', marginLeft: 'auto' },
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

/** A sender's status, or how far its check has come. */
export function RowStatus({ row }: { readonly row: PracticeRow }) {
  const t = useTexts();
  const styles = useStyles();
  const { recheck } = row;
  if (recheck?.state === 'waiting' || recheck?.state === 'running') {
    return (
      <span className={styles.moving}>
        {recheck.state === 'running' ? (
          <Spinner size="extra-tiny" aria-hidden="true" />
        ) : (
          <ClockRegular className={styles.mark} aria-hidden="true" />
        )}
        {t(`pages.practice.recheck.${recheck.state}`)}
      </span>
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
function announcedStep({ done, total }: RecheckSummary): number {
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
        ? t('pages.practice.recheck.progress', { ...recheck, done: announcedStep(recheck) })
        : t('pages.practice.recheck.summary', { ...recheck });
  return (
    <p className={hidden} role="status">
      {words}
    </p>
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
  const styles = useStyles();
  const running = recheck?.running ?? false;
  const justChecked =
    recheck !== null &&
    selected.length === recheck.total &&
    selected.every((row) => row.recheck !== null);
  const words = running
    ? t('pages.practice.recheck.progress', { ...recheck })
    : justChecked
      ? t('pages.practice.recheck.summary', { ...recheck })
      : t('pages.practice.select.chosen', { chosen: selected.length });
  const act = () =>
    send(
      running
        ? { type: 'CANCEL_RECHECK' }
        : { type: 'START_RECHECK', doctorIds: selected.map(({ id }) => id) },
    );
  return (
    <div className={styles.bar}>
      <span>{words}</span>
      <div className={styles.actions}>
        {!running && <QuietButton onClick={onClear}>{t('pages.practice.select.none')}</QuietButton>}
        {/* One button, so that the keyboard stays where it is; a double click is one click. */}
        <PrimaryButton
          appearance={running ? 'secondary' : 'primary'}
          onClick={({ detail }) => detail < 2 && act()}
        >
          {t(running ? 'pages.practice.recheck.cancel' : 'pages.practice.recheck.start')}
        </PrimaryButton>
      </div>
    </div>
  );
}
