import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Language } from '../../src/language.ts';
import { useTexts } from '../texts.ts';
import { send, useView } from '../view.ts';
import { focusRing } from './styles.ts';

const ORDER: readonly Language[] = ['it', 'en', 'de'];

const useStyles = makeStyles({
  group: { display: 'flex', columnGap: '4px', border: 'none', margin: '0', padding: '0' },
  button: {
    minWidth: '44px',
    minHeight: '44px',
    padding: '0 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ...focusRing,
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
    textUnderlineOffset: '4px',
  },
});

export function LanguageSwitch() {
  const { language } = useView();
  const t = useTexts();
  const styles = useStyles();
  return (
    <fieldset className={styles.group} aria-label={t('common.language.label')}>
      {ORDER.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          className={mergeClasses(styles.button, each === language && styles.current)}
          aria-pressed={each === language}
          aria-label={`${each.toUpperCase()}, ${t(`common.language.${each}`)}`}
          title={t(`common.language.${each}`)}
          onClick={() => send({ type: 'SET_LANGUAGE', language: each })}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
