import type { FileProblem, PracticeProblem, SaveProblem } from '../record/problem.ts';
import type { Translate } from './index.ts';

/** A problem in a person's words; `detail` is for the technician: the place and what is wrong. */
export interface ProblemText {
  readonly title: string;
  readonly happened: string;
  readonly steps: readonly string[];
  readonly detail: string;
}

/** Tells any problem of the files and the keychain: what happened, and what to do, last. */
export function describeProblem(
  problem: PracticeProblem | SaveProblem,
  translate: Translate,
): ProblemText {
  if (!('which' in problem)) {
    return { ...codeText(problem.code, '', translate), detail: problem.detail };
  }
  const file = baseName(problem.file);
  const { title, happened } = isNewer(problem)
    ? newerText(file, translate)
    : codeText(problem.code, file, translate);
  return {
    title,
    happened: namesFile(problem)
      ? `${happened} ${translate(`problems.about.${problem.which}`)}`
      : happened,
    steps: stepsFor(problem, file, translate),
    detail: detailOf(problem, translate),
  };
}

function codeText(code: (PracticeProblem | SaveProblem)['code'], file: string, t: Translate) {
  return {
    title: t(`problems.${code}.title`),
    happened: t(`problems.${code}.happened`, { file }),
    steps: t(`problems.${code}.steps`, { returnObjects: true, file }),
  };
}

function newerText(file: string, t: Translate) {
  return {
    title: t('problems.special.newer.title'),
    happened: t('problems.special.newer.happened', { file }),
  };
}

/** A senders file of a version that this program does not know. */
function isNewer({ code, which, key }: FileProblem): boolean {
  return code === 'file-unreadable' && which === 'senders' && key === 'version';
}

/** A value that cannot be written is no fault of the file that it was meant for. */
function namesFile({ code }: FileProblem): boolean {
  return code !== 'value-not-writable';
}

function stepsFor(problem: FileProblem, file: string, t: Translate): readonly string[] {
  const { code, which } = problem;
  if (isNewer(problem)) return t('problems.special.newer.steps', { returnObjects: true });
  const isContent = code === 'file-malformed' || code === 'duplicate-id';
  if (which === 'doctors' && (isContent || code === 'file-missing')) {
    return t('problems.special.doctors.steps', { returnObjects: true });
  }
  if (which === 'senders' && isContent) {
    return t('problems.special.senders.steps', { returnObjects: true });
  }
  if (which === 'handout' && code !== 'disk-full') {
    return t('problems.special.handout.steps', { returnObjects: true });
  }
  return codeText(code, file, t).steps;
}

function detailOf({ file, line, key, detail }: FileProblem, t: Translate): string {
  const place = [file, line === null ? null : t('problems.line', { line }), key];
  return `${place.filter((part) => part !== null).join(', ')}: ${detail}`;
}

function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}
