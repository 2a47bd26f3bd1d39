import type { ReactNode } from 'react';
import type { PracticeProblem, SaveProblem } from '../../src/record/problem.ts';
import { describeProblem, type ProblemText } from '../../src/texts/problem-text.ts';
import { useTexts } from '../texts.ts';
import { Bullets, Paragraph } from './content.tsx';
import { Disclosure, Lines } from './disclosure.tsx';
import { Notice } from './notice.tsx';

type AnyProblem = PracticeProblem | SaveProblem;

/** What happened and what to do, in words; the file's place stays with the technician. */
export function useProblemText(problem: AnyProblem): ProblemText {
  return describeProblem(problem, useTexts());
}

export function ProblemDetails({
  problem,
  detail,
}: {
  readonly problem: AnyProblem;
  readonly detail: string;
}) {
  const t = useTexts();
  return (
    <Disclosure label={t('common.details')}>
      <Lines lines={[problem.code, detail]} />
    </Disclosure>
  );
}

/** A save that did not happen, told on the page where it was asked for. */
export function SaveProblemNotice({ problem }: { readonly problem: SaveProblem }) {
  const t = useTexts();
  const { title, happened, steps, detail } = useProblemText(problem);
  const now = t(problem.restored ? 'common.save.restored' : 'common.save.notRestored');
  return (
    <FailureNotice title={title} happened={`${happened} ${now}`} steps={steps}>
      <ProblemDetails problem={problem} detail={detail} />
    </FailureNotice>
  );
}

/** What did not happen and what to do, announced where it was asked for. */
export function FailureNotice({
  title,
  happened,
  steps,
  children,
}: Omit<ProblemText, 'detail'> & { readonly children: ReactNode }) {
  return (
    <div role="alert">
      <Notice tone="problem">
        <Paragraph>
          <strong>{title}</strong>
        </Paragraph>
        <Paragraph>{happened}</Paragraph>
        <Bullets items={steps} />
        {children}
      </Notice>
    </div>
  );
}
