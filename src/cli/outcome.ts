import type { PracticeProblem, SaveProblem } from '../record/practice.ts';
import type { Translate } from '../texts/index.ts';
import { describeProblem } from '../texts/problem-text.ts';

/** 0 done; 1 tried, the answer is no; 2 wrong usage; 3 a file; 4 no usable keychain. */
export type ExitStatus = 0 | 1 | 2 | 3 | 4;

/** Why a command did not do it: `code` for programs, `message` for people. */
export interface CliError {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly key?: string;
}

/** How a command ended. `document`: its JSON; null: the command's empty one. */
export interface Outcome {
  readonly status: ExitStatus;
  readonly document: Readonly<Record<string, unknown>> | null;
  readonly error?: CliError;
}

export const answer = (status: ExitStatus, document: Outcome['document']): Outcome => ({
  status,
  document,
});

export const refuse = (status: ExitStatus, code: string, message: string): Outcome => ({
  status,
  document: null,
  error: { code, message },
});

/** A problem of the files or the keychain as an error, in words and with its place. */
export function errorOf(problem: PracticeProblem | SaveProblem, t: Translate): CliError {
  const { title, happened, steps, detail } = describeProblem(problem, t);
  const message = [`${title}.`, happened, ...steps, `(${detail})`].join(' ');
  if (!('which' in problem)) return { code: problem.code, message };
  const { code, file, line, key } = problem;
  return {
    code,
    message,
    file,
    ...(line === null ? {} : { line }),
    ...(key === null ? {} : { key }),
  };
}

export function refuseProblem(problem: PracticeProblem | SaveProblem, t: Translate): Outcome {
  const status = problem.code.startsWith('keychain-') ? 4 : 3;
  return { status, document: null, error: errorOf(problem, t) };
}
