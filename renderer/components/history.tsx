import { makeStyles, tokens } from '@fluentui/react-components';
import { historyText } from '../../src/texts/history-text.ts';
import type { HistoryRow } from '../../src/wizard/practice-view.ts';
import { useFormats } from '../formats.ts';
import { useTexts } from '../texts.ts';
import { Disclosure } from './disclosure.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  change: {
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  when: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** What was done to this sender, when and by whom; nothing where nothing is known. */
export function History({ changes }: { readonly changes: readonly HistoryRow[] }) {
  const t = useTexts();
  const formats = useFormats();
  const styles = useStyles();
  if (changes.length === 0) return null;
  return (
    <Disclosure label={t('pages.history.title')}>
      <ol className={styles.list}>
        {changes.map((change, index) => {
          const { at, user } = change;
          const when = { date: formats.date(at), time: formats.time(at) };
          return (
            // Two changes may carry the same instant.
            <li key={`${at} ${index}`} className={styles.change}>
              {historyText(change, t)}
              <span className={styles.when}>
                {user === null
                  ? t('pages.history.when', when)
                  : t('pages.history.whenAndWho', { ...when, user })}
              </span>
            </li>
          );
        })}
      </ol>
    </Disclosure>
  );
}
