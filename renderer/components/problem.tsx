import type { PracticeProblem, SaveProblem } from '../../src/record/practice.ts';
import { useTexts } from '../texts.ts';
import { Bullets, Paragraph } from './content.tsx';
import { Disclosure, Lines } from './disclosure.tsx';
import { Notice } from './notice.tsx';

export type AnyProblem = PracticeProblem | SaveProblem;

interface ProblemWords {
  readonly title: string;
  readonly happened: string;
  readonly steps: readonly string[];
}

/** The last part of a path: what a person calls the file. */
function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}

/** What happened and what to do, in words; the file's place stays with the technician. */
export function useProblemWords(problem: AnyProblem): ProblemWords {
  const t = useTexts();
  const file = 'file' in problem ? baseName(problem.file) : '';
  return t(`problems.${problem.code}`, { returnObjects: true, file });
}

function technicalLines(problem: AnyProblem, t: ReturnType<typeof useTexts>): readonly string[] {
  const place =
    'file' in problem
      ? ([
          ['file', problem.file],
          ['line', problem.line],
          ['key', problem.key],
        ] as const)
      : [];
  return [
    problem.code,
    ...place.flatMap(([name, value]) =>
      value === null ? [] : [`${t(`common.technical.${name}`)}: ${value}`],
    ),
    `${t('common.technical.detail')}: ${problem.detail}`,
  ];
}

export function ProblemDetails({ problem }: { readonly problem: AnyProblem }) {
  const t = useTexts();
  return (
    <Disclosure label={t('common.details')}>
      <Lines lines={technicalLines(problem, t)} />
    </Disclosure>
  );
}

/** A save that did not happen, told on the page where it was asked for. */
export function SaveProblemNotice({ problem }: { readonly problem: SaveProblem }) {
  const t = useTexts();
  const words = useProblemWords(problem);
  return (
    <div role="alert">
      <Notice tone="problem">
        <Paragraph>
          <strong>{words.title}</strong>
        </Paragraph>
        <Paragraph>
          {words.happened}{' '}
          {t(problem.restored ? 'common.save.restored' : 'common.save.notRestored')}
        </Paragraph>
        <Bullets items={words.steps} />
        <ProblemDetails problem={problem} />
      </Notice>
    </div>
  );
}
