import { makeStyles, tokens } from '@fluentui/react-components';
import { AppsListRegular, CallRegular } from '@fluentui/react-icons';
import { useTexts } from '../texts.ts';
import { send, useView } from '../view.ts';
import { QuietButton } from './buttons.tsx';
import { CopyButton } from './copy-button.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { UpdateLine } from './update-line.tsx';

const useStyles = makeStyles({
  card: {
    padding: '16px',
    marginBottom: '8px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
  },
  phone: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    margin: '0',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    userSelect: 'text',
  },
  copy: { margin: '8px -8px -8px', '& button': { fontSize: tokens.fontSizeBase200 } },
  home: { marginBottom: '8px' },
});

/** At the bottom of the column: whom to call, what to tell them, the list, the language. */
export function HelpCard() {
  const view = useView();
  const t = useTexts();
  const styles = useStyles();
  return (
    <>
      {view.canGoHome && (
        <div className={styles.home}>
          <QuietButton icon={<AppsListRegular />} onClick={() => send({ type: 'HOME' })}>
            {t('common.home')}
          </QuietButton>
        </div>
      )}
      <section className={styles.card} aria-label={t('common.help.title')}>
        <h2 className={styles.title}>{t('common.help.callCentre')}</h2>
        <p className={styles.phone}>
          <CallRegular aria-hidden="true" />
          {view.callCentre.phone}
        </p>
        <div className={styles.copy}>
          <CopyButton what="technical-details">{t('common.help.copyDetails')}</CopyButton>
        </div>
        <UpdateLine />
      </section>
      <LanguageSwitch />
    </>
  );
}
