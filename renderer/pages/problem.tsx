import { SecondaryButton } from '../components/buttons.tsx';
import { NumberedSteps } from '../components/content.tsx';
import { Page } from '../components/page.tsx';
import { ProblemDetails, useProblemText } from '../components/problem.tsx';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';

export function Problem({ page }: PageOf<'problem'>) {
  const t = useTexts();
  const words = useProblemText(page.problem);
  return (
    <Page
      title={words.title}
      lead={words.happened}
      primary={{ label: t('pages.problem.reload'), onClick: () => send({ type: 'RELOAD' }) }}
      secondary={
        page.canSetAside && (
          <SecondaryButton onClick={() => send({ type: 'SET_SENDERS_ASIDE' })}>
            {t('pages.problem.setAside')}
          </SecondaryButton>
        )
      }
    >
      <NumberedSteps steps={words.steps} />
      <ProblemDetails problem={page.problem} detail={words.detail} />
    </Page>
  );
}
