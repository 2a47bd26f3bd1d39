import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { BeakerRegular, ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { useTexts } from '../texts.ts';
import { useView } from '../view.ts';
import { Address } from './address.tsx';
import { QuietButton } from './buttons.tsx';

const useStyles = makeStyles({
  banner: {
    flexShrink: '0',
    padding: '4px 32px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '@media (max-width: 719px)': { padding: '4px 16px' },
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
  words: { display: 'flex', alignItems: 'center', columnGap: '8px', flex: '1 1 320px' },
  icon: { flexShrink: '0', fontSize: '20px' },
  toggle: { fontSize: tokens.fontSizeBase200 },
  list: {
    display: 'grid',
    gridTemplateColumns: 'fit-content(60%) auto',
    justifyContent: 'start',
    columnGap: '24px',
    rowGap: '4px',
    margin: '0 0 8px 28px',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  closed: { display: 'none' },
  pair: { display: 'contents' },
  value: { margin: '0', fontFamily: tokens.fontFamilyMonospace },
});

/** Says that this is the example practice, and which demonstration mailboxes it has. */
export function ExampleBanner() {
  const { example } = useView();
  const t = useTexts();
  const styles = useStyles();
  const [open, setOpen] = useState(true);
  const id = useId();
  if (example === null) return null;
  return (
    <aside className={styles.banner} aria-label={t('common.example.title')}>
      <div className={styles.line}>
        <span className={styles.words}>
          <BeakerRegular className={styles.icon} aria-hidden="true" />
          <span>
            <strong>{t('common.example.title')}</strong> {t('common.example.text')}
          </span>
        </span>
        <QuietButton
          className={styles.toggle}
          iconPosition="after"
          icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'common.example.hide' : 'common.example.show')}
        </QuietButton>
      </div>
      <dl id={id} className={mergeClasses(styles.list, !open && styles.closed)}>
        {example.mailboxes.map((mailbox) => (
          <div key={mailbox.address} className={styles.pair}>
            <dt className={styles.value}>
              <Address address={mailbox.address} />
            </dt>
            <dd className={styles.value}>{mailbox.password}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
