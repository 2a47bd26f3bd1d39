import { fail, type Result, succeed } from '../result.ts';
import type { FileProblem, FileSubject } from './problem.ts';

/** One named thing of a file: `line` and `key` say where its name stands, and are rarely asked. */
export interface Named {
  readonly id: string;
  line(): number;
  readonly key: string;
}

/** Fails on the first name that occurs twice, naming both lines. */
export function refuseDuplicates(
  items: readonly Named[],
  subject: FileSubject,
): Result<void, FileProblem> {
  const seen = new Map<string, Named>();
  for (const item of items) {
    const first = seen.get(item.id);
    if (first !== undefined) {
      return fail({
        code: 'duplicate-id',
        which: subject.which,
        file: subject.file,
        line: item.line(),
        key: item.key,
        detail: `"${item.id}" is on line ${first.line()} and again on line ${item.line()}`,
      });
    }
    seen.set(item.id, item);
  }
  return succeed(undefined);
}
