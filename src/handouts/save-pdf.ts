import { createFiles, type Files } from '../record/files.ts';
import { newFileOf } from '../record/journal.ts';
import { type FileProblem, fileSystemProblem } from '../record/problem.ts';
import { fail, type Result, succeed } from '../result.ts';

/**
 * Writes a sheet beside its place and puts it there by a rename: a PDF of that name that is there
 * already stays whole until the new one is.
 */
export async function savePdf(
  file: string,
  pdf: Uint8Array,
  files: Files = createFiles(),
): Promise<Result<void, FileProblem>> {
  const beside = newFileOf(file);
  try {
    await files.write(beside, Buffer.from(pdf), file);
    await files.rename(beside, file);
    return succeed(undefined);
  } catch (error) {
    const problem = fileSystemProblem({ which: 'handout', file }, error, 'writing');
    await files.remove(beside).catch(() => {
      // It could not be written, so there may be nothing that can be removed.
    });
    return fail(problem);
  }
}
