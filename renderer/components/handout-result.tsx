import { useEffect, useRef } from 'react';
import type { HandoutView } from '../../src/wizard/view.ts';
import { useTexts } from '../texts.ts';
import { useView } from '../view.ts';
import { Disclosure, Lines } from './disclosure.tsx';
import { Notice } from './notice.tsx';
import { FailureNotice, ProblemDetails, useProblemText } from './problem.tsx';
import { Working } from './working.tsx';

/** What became of the sheet that was asked for last. */
export function HandoutResult() {
  const t = useTexts();
  const { handout } = useView();
  const result = useRef<HTMLDivElement>(null);
  const state = handout?.state;
  // It stands below the list of sheets, of which the first may be all that is in sight.
  useEffect(() => {
    if (state !== undefined) result.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  return (
    <div ref={result}>
      <div role="status">
        {handout?.state === 'working' && <Working label={t('pages.handouts.working')} />}
        {handout?.state === 'printed' && <Notice tone="good">{t('pages.handouts.printed')}</Notice>}
        {handout?.state === 'saved' && (
          <Notice tone="good">{t('pages.handouts.saved', { file: handout.file })}</Notice>
        )}
      </div>
      {handout?.state === 'not-saved' && <NotSaved handout={handout} />}
      {(handout?.state === 'not-made' || handout?.state === 'not-printed') && (
        <NotOnPaper handout={handout} />
      )}
    </div>
  );
}

type In<State extends HandoutView['state']> = {
  readonly handout: Extract<HandoutView, { readonly state: State }>;
};

function NotSaved({ handout: { problem } }: In<'not-saved'>) {
  const { title, happened, steps, detail } = useProblemText(problem);
  return (
    <FailureNotice title={title} happened={happened} steps={steps}>
      <ProblemDetails problem={problem} detail={detail} />
    </FailureNotice>
  );
}

function NotOnPaper({ handout: { state, detail } }: In<'not-made' | 'not-printed'>) {
  const t = useTexts();
  const key = state === 'not-made' ? 'makeProblem' : 'printProblem';
  return (
    <FailureNotice
      title={t(`pages.handouts.${key}.title`)}
      happened={t(`pages.handouts.${key}.happened`)}
      steps={t(`pages.handouts.${key}.steps`, { returnObjects: true })}
    >
      <Disclosure label={t('common.details')}>
        <Lines lines={[detail]} />
      </Disclosure>
    </FailureNotice>
  );
}
