import { fail, type Result, succeed } from '../result.ts';
import { createFiles, type Files } from './files.ts';
import { newFileOf } from './journal.ts';
import { type FileProblem, type FileSubject, fileSystemProblem } from './problem.ts';

/**
 * Writes a file for a person beside its place and puts it there by a rename: one of that name that
 * is there already stays whole until the new one is.
 */
export async function replaceFile(
  subject: FileSubject,
  content: Uint8Array,
  files: Files = createFiles(),
): Promise<Result<void, FileProblem>> {
  const { file } = subject;
  const beside = newFileOf(file);
  try {
    await files.write(beside, Buffer.from(content), file);
    await files.rename(beside, file);
    return succeed(undefined);
  } catch (error) {
    const problem = fileSystemProblem(subject, error, 'writing');
    await files.remove(beside).catch(() => {
      // It could not be written, so there may be nothing that can be removed.
    });
    return fail(problem);
  }
}
