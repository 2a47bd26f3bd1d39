import { makeStyles, tokens } from '@fluentui/react-components';
import { BookOpenRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { QuietButton, SecondaryButton } from '../components/buttons.tsx';
import { Section } from '../components/content.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';

const useStyles = makeStyles({
  way: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 24px',
    padding: '16px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  note: { flex: '1 1 240px' },
});

function Way({ note, button }: { readonly note: string; readonly button?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.way}>
      <span className={styles.note}>{note}</span>
      {button}
    </div>
  );
}

export function Blocked({ page }: PageOf<'blocked'>) {
  const t = useTexts();
  const provider = page.providerName ?? page.address.split('@').at(-1) ?? '';
  return (
    <Page
      title={t(`pages.blocked.${page.reason}.title`, { provider })}
      lead={t(`pages.blocked.${page.reason}.why`)}
      drawing="blocked"
      primary={{
        label: t('pages.blocked.other'),
        onClick: () => send({ type: 'CHANGE_ADDRESS' }),
      }}
    >
      {page.hint !== null && <Notice tone="info">{page.hint}</Notice>}
      <Section title={t('pages.blocked.ways')}>
        <Way note={t('pages.blocked.otherNote')} />
        <Way
          note={t('pages.blocked.mailPlusNote')}
          button={
            <SecondaryButton onClick={() => send({ type: 'CHOOSE', choice: 'mail-plus' })}>
              {t('pages.blocked.mailPlus')}
            </SecondaryButton>
          }
        />
      </Section>
      {page.hasHelp && (
        <QuietButton
          inLine
          icon={<BookOpenRegular />}
          onClick={() => send({ type: 'OPEN_LINK', link: 'provider-help' })}
        >
          {t('pages.blocked.help', { provider })}
        </QuietButton>
      )}
    </Page>
  );
}
