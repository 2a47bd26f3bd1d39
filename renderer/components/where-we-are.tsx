import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { NARROW } from '../media.ts';
import { useTexts } from '../texts.ts';
import { useView } from '../view.ts';
import { Steps } from './steps.tsx';

const useStyles = makeStyles({
  whose: {
    margin: '0 0 16px',
    overflowWrap: 'anywhere',
    [NARROW]: { margin: '0 0 8px', display: 'flex', flexWrap: 'wrap', columnGap: '8px' },
  },
  caption: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  inline: { [NARROW]: { lineHeight: tokens.lineHeightBase300 } },
});

/** Whose sender this is, and at which of the four steps. */
export function WhereWeAre() {
  const view = useView();
  const t = useTexts();
  const styles = useStyles();
  return (
    <>
      <p className={styles.whose}>
        {view.doctor === null ? (
          view.recordName !== '' && (
            <span className={mergeClasses(styles.caption, styles.inline)}>
              {t('common.forRecord', { record: view.recordName })}
            </span>
          )
        ) : (
          <>
            <span className={mergeClasses(styles.caption, styles.inline)}>{t('common.whose')}</span>
            <span className={styles.name}>{view.doctor.name}</span>
          </>
        )}
      </p>
      <Steps />
    </>
  );
}
