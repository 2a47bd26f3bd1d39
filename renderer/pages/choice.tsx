import { ChoiceCards } from '../components/choice-cards.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';

export function Choice({ page }: PageOf<'choice'>) {
  const t = useTexts();
  const { advice } = page;
  return (
    <Page title={t('pages.choice.title')} lead={t('pages.choice.lead')} wide>
      {advice !== null && <Notice tone="info">{t(`pages.choice.advice.${advice.reason}`)}</Notice>}
      <ChoiceCards campaign={page.campaign} previous={page.previous} />
    </Page>
  );
}
