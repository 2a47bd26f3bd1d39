import { openSession } from '../../../scripts/session.ts';
import { makePractice } from '../../support/record.ts';
import { interleave } from '../interleave.ts';
import { makePrograms } from './programs.ts';
import { type Start, startOnce } from './start.ts';

/** How long a window is left alone before its memory is looked at, in milliseconds. */
export const REST_MS = 4000;

/** Starts of the packaged application and of a bare window in turns, on a practice of one doctor. */
export async function compareWindows(
  rounds: number,
  restMs: number | null,
): Promise<{ readonly ours: readonly Start[]; readonly bare: readonly Start[] }> {
  const programs = await makePrograms();
  const session = await openSession({ keyring: 'private', display: true });
  const practice = await makePractice();
  const starter = (executable: string, args: readonly string[]) => () =>
    startOnce({ executable, args, env: session.env, restMs });
  try {
    return await interleave(
      {
        ours: starter(programs.ours, ['--lang=it', '--profile', practice.profile]),
        bare: starter(programs.bare, []),
      },
      { rounds },
    );
  } finally {
    await practice.remove();
    await session.close();
    await programs.remove();
  }
}
