import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkFilled } from '@fluentui/react-icons';
import type { Step } from '../../src/wizard/events.ts';
import { NARROW } from '../media.ts';
import { useTexts } from '../texts.ts';
import { send, useView } from '../view.ts';
import { focusRing, useHidden } from './styles.ts';

const ORDER: readonly Step[] = ['choice', 'mailbox', 'test', 'done'];

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: '0 -8px',
    padding: '0',
    [NARROW]: { display: 'flex', margin: '0', columnGap: '8px' },
  },
  item: { [NARROW]: { flex: '0 1 auto', minWidth: '0' } },
  step: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '16px',
    width: '100%',
    minHeight: '44px',
    padding: '0 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    textAlign: 'left',
    boxSizing: 'border-box',
    [NARROW]: { columnGap: '8px', padding: '0 4px', minWidth: '44px' },
  },
  clickable: {
    cursor: 'pointer',
    color: tokens.colorBrandForeground1,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ...focusRing,
    // On a strip too narrow for its word, the line is the step's own.
    '@media (max-width: 519px)': {
      borderBottom: '2px solid currentcolor',
      borderRadius: '0',
    },
  },
  /** Known by more than its colour, which forced colours take away. */
  wordClickable: { textDecorationLine: 'underline', textUnderlineOffset: '4px' },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: '0',
    boxSizing: 'border-box',
    width: '32px',
    height: '32px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    fontSize: tokens.fontSizeBase200,
  },
  markCurrent: {
    border: `2px solid ${tokens.colorBrandBackground}`,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    '@media (forced-colors: active)': {
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      forcedColorAdjust: 'none',
    },
  },
  markDone: { border: `2px solid ${tokens.colorBrandStroke1}` },
  word: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    // On a strip of 400 pixels only the current step keeps its word; the others their number.
    '@media (max-width: 519px)': { display: 'none' },
  },
  wordCurrent: { '@media (max-width: 519px)': { display: 'block' } },
});

/** The four named steps; those done are ticked, and lead back to where they were. */
export function Steps() {
  const { steps } = useView();
  const t = useTexts();
  const styles = useStyles();
  const hidden = useHidden();
  if (steps.current === null && steps.done.length === 0) return null;
  return (
    <nav aria-label={t('common.steps.label')}>
      <ol className={styles.list}>
        {ORDER.map((step, index) => {
          const current = step === steps.current;
          const done = !current && steps.done.includes(step);
          const open = steps.open.includes(step);
          const content = (
            <>
              <span
                aria-hidden="true"
                className={mergeClasses(
                  styles.mark,
                  done && styles.markDone,
                  current && styles.markCurrent,
                )}
              >
                {done ? <CheckmarkFilled fontSize={20} /> : index + 1}
              </span>
              <span
                className={mergeClasses(
                  styles.word,
                  open && styles.wordClickable,
                  current && styles.wordCurrent,
                )}
              >
                {t(`common.steps.${step}`)}
              </span>
              {done && <span className={hidden}>, {t('common.steps.isDone')}</span>}
              {current && <span className={hidden}>, {t('common.steps.isCurrent')}</span>}
            </>
          );
          return (
            <li key={step} className={styles.item} aria-current={current ? 'step' : undefined}>
              {open ? (
                <button
                  type="button"
                  className={mergeClasses(styles.step, styles.clickable)}
                  aria-label={`${t(`common.steps.${step}`)}, ${t('common.steps.isDone')}`}
                  onClick={() => send({ type: 'GO_TO_STEP', step })}
                >
                  {content}
                </button>
              ) : (
                <span className={mergeClasses(styles.step, current && styles.current)}>
                  {content}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
