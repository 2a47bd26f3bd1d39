import path from 'node:path';
import { fail, type Result, succeed } from '../result.ts';
import { savedEntry } from './entry.ts';
import { hasDoctorTag } from './exports.ts';
import { plan } from './plan.ts';
import { type FileProblem, fileSystemProblem } from './problem.ts';
import type { RecordProfile } from './profile.ts';
import { defaultEffects, type SaveEffects } from './save-effects.ts';
import type { Sender } from './senders.ts';

/**
 * What a save of this sender would refuse, as far as that can be known before its mailbox is proven:
 * a value that cannot be written, a file that cannot be replaced. Nothing is written.
 */
export async function rehearseSave(
  profile: RecordProfile,
  sender: Sender,
  now: Date,
  effects: SaveEffects = defaultEffects,
): Promise<Result<void, FileProblem>> {
  const { doctorId } = sender;
  const edit = (previous: Sender | null) => savedEntry(previous, sender);
  const planned = await plan(profile, { doctorId, edit }, now);
  if (!planned.ok) return planned;
  const targets = planned.value.change?.targets ?? [];
  return eachFile(
    profile,
    targets.map(({ file }) => file),
    effects.files.checkTarget,
  );
}

/**
 * Whether the files that every save writes can be written where the profile wants them. A file is
 * made beside them and taken away again: what a folder of the network or of Windows lets a program
 * do is not known from its permissions alone.
 */
export async function checkFolders(
  profile: RecordProfile,
  { files }: SaveEffects = defaultEffects,
): Promise<Result<void, FileProblem>> {
  const { file, sendersFile, exports } = profile;
  const written = [sendersFile, ...exports.map((target) => target.path)].filter(
    (each) => !hasDoctorTag(path.dirname(each)),
  );
  const tried = new Set<string>();
  return eachFile(profile, written, async (each) => {
    const folder = path.dirname(each);
    if (file === null) await files.makeFolder(folder);
    if (!hasDoctorTag(each)) await files.checkTarget(each);
    if (tried.has(folder)) return;
    tried.add(folder);
    const probe = path.join(folder, `mittente-check-${process.pid}.tmp`);
    try {
      await files.write(probe, Buffer.from('Mittente\n', 'utf8'), probe);
    } finally {
      await files.remove(probe);
    }
  });
}

async function eachFile(
  { sendersFile }: RecordProfile,
  names: readonly string[],
  action: (file: string) => Promise<unknown>,
): Promise<Result<void, FileProblem>> {
  for (const file of names) {
    try {
      await action(file);
    } catch (error) {
      const which = file === sendersFile ? 'senders' : 'export';
      return fail(fileSystemProblem({ which, file }, error, 'writing'));
    }
  }
  return succeed(undefined);
}
