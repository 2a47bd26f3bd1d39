import { Facts, Paragraph } from '../components/content.tsx';
import { Page } from '../components/page.tsx';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';
import { send, useView } from '../view.ts';

export function NothingToDo({ page }: PageOf<'nothing-to-do'>) {
  const view = useView();
  const t = useTexts();
  const primary = view.canGoHome
    ? { label: t('common.home'), onClick: () => send({ type: 'HOME' }) }
    : { label: t('common.close'), onClick: () => window.close() };
  return (
    <Page
      title={t('pages.nothing-to-do.title')}
      lead={t(`pages.nothing-to-do.${page.reason}`)}
      drawing="done"
      primary={primary}
    >
      {page.senderAddress !== null && (
        <Facts facts={[[t('pages.nothing-to-do.sender'), page.senderAddress, 'strong']]} />
      )}
      <Paragraph muted>
        {t('pages.nothing-to-do.calls', { phone: view.callCentre.phone })}
      </Paragraph>
    </Page>
  );
}
