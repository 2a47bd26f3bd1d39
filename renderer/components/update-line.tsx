import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useTexts } from '../texts.ts';
import { send, useView } from '../view.ts';
import { QuietButton } from './buttons.tsx';

const useStyles = makeStyles({
  line: {
    margin: '12px 0 0',
    paddingTop: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  button: {
    margin: '0 -8px -8px',
    '& button': { fontSize: tokens.fontSizeBase200 },
    // There the button has a border, which does not touch the text above.
    '@media (forced-colors: active)': { marginTop: '8px' },
  },
});

/** A newer version that is ready: said once, quietly, and installed by nobody but the person. */
export function UpdateLine() {
  const { update } = useView();
  const t = useTexts();
  const styles = useStyles();
  if (update === null) return null;
  return (
    <>
      <p className={styles.line}>{t('common.update.ready', { version: update.version })}</p>
      <div className={styles.button}>
        <QuietButton
          icon={<ArrowDownloadRegular />}
          onClick={() => send({ type: 'INSTALL_UPDATE' })}
        >
          {t('common.update.install')}
        </QuietButton>
      </div>
    </>
  );
}
