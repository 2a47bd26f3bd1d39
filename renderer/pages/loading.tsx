import { makeStyles, Spinner } from '@fluentui/react-components';
import { Page } from '../components/page.tsx';
import { useTexts } from '../texts.ts';

/** Below the words, where the page will begin. */
const useStyles = makeStyles({ spinner: { justifyContent: 'flex-start' } });

export function Loading() {
  const t = useTexts();
  const styles = useStyles();
  return (
    <Page title={t('pages.loading.title')} lead={t('pages.loading.lead')}>
      <Spinner size="small" className={styles.spinner} aria-hidden="true" />
    </Page>
  );
}
