import { Spinner } from '@fluentui/react-components';
import { Page } from '../components/page.tsx';
import { useTexts } from '../texts.ts';

export function Loading() {
  const t = useTexts();
  return (
    <Page title={t('pages.loading.title')} lead={t('pages.loading.lead')}>
      <Spinner size="small" labelPosition="after" aria-hidden="true" />
    </Page>
  );
}
