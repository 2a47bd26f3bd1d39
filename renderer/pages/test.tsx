import { SecondaryButton } from '../components/buttons.tsx';
import { Page } from '../components/page.tsx';
import { phasesOf } from '../components/phases.ts';
import { StageList, usePhaseWords } from '../components/stage-list.tsx';
import { useHidden } from '../components/styles.ts';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';

export function Test({ page }: PageOf<'test'>) {
  const t = useTexts();
  const hidden = useHidden();
  const words = usePhaseWords(page);
  const running = phasesOf(page.stages).find(({ state }) => state === 'running');
  return (
    <Page
      title={t('pages.test.title')}
      lead={t('pages.test.lead', { address: page.address })}
      drawing="personal"
      secondary={
        <SecondaryButton onClick={() => send({ type: 'CANCEL_TEST' })}>
          {t('pages.test.cancel')}
        </SecondaryButton>
      }
    >
      <StageList {...page} />
      <p className={hidden} role="status">
        {running === undefined ? '' : words(running)}
      </p>
    </Page>
  );
}
