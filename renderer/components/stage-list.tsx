import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleRegular, ErrorCircleFilled } from '@fluentui/react-icons';
import type { StageView } from '../../src/wizard/view.ts';
import { useTexts } from '../texts.ts';
import { type PhaseState, type PhaseView, phasesOf } from './phases.ts';
import { useHidden } from './styles.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  row: { display: 'flex', columnGap: '16px', padding: '8px 0', minHeight: '28px' },
  mark: {
    flexShrink: '0',
    width: '24px',
    height: '26px',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    fontSize: '24px',
  },
  words: { minWidth: '0', overflowWrap: 'anywhere' },
  waiting: { color: tokens.colorNeutralForeground2 },
  running: { fontWeight: tokens.fontWeightSemibold },
  okMark: { color: tokens.colorStatusSuccessForeground1 },
  failedMark: { color: tokens.colorStatusDangerForeground1 },
  slow: {
    display: 'block',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

export interface StageListProps {
  readonly stages: readonly StageView[];
  readonly address: string;
  readonly providerName: string | null;
}

/** The words of one phase, for this mailbox. */
export function usePhaseWords(props: StageListProps): (phase: PhaseView) => string {
  const t = useTexts();
  const { providerName: provider, address } = props;
  return ({ phase }) =>
    phase === 'find' && provider === null
      ? t('common.stage.findOther')
      : t(`common.stage.${phase}`, { provider, address });
}

function Mark({ state }: { readonly state: PhaseState }) {
  const styles = useStyles();
  switch (state) {
    case 'ok':
      return <CheckmarkCircleFilled className={styles.okMark} />;
    case 'failed':
      return <ErrorCircleFilled className={styles.failedMark} />;
    case 'running':
      return <Spinner size="extra-tiny" />;
    case 'waiting':
      return <CircleRegular className={styles.waiting} />;
  }
}

/** The test as a list that fills from the top; it stops where the test stopped. */
export function StageList(props: StageListProps) {
  const t = useTexts();
  const styles = useStyles();
  const hidden = useHidden();
  const words = usePhaseWords(props);
  return (
    <ol className={styles.list}>
      {phasesOf(props.stages).map((phase) => (
        <li key={phase.phase} className={styles.row}>
          <span className={styles.mark} aria-hidden="true">
            <Mark state={phase.state} />
          </span>
          <span
            className={mergeClasses(
              styles.words,
              phase.state === 'waiting' && styles.waiting,
              phase.state === 'running' && styles.running,
            )}
          >
            {words(phase)}
            <span className={hidden}>: {t(`common.stage.${phase.state}`)}</span>
            {phase.slow && <span className={styles.slow}>{t('common.stage.slow')}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
