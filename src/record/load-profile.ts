import { fail, type Result, succeed } from '../result.ts';
import { readAuthorities } from './authorities.ts';
import { fileExists } from './files.ts';
import { dataFolder, pathsOf, type Surroundings } from './locate-profile.ts';
import type { FileProblem } from './problem.ts';
import { type RecordProfile, recordProfileSchema } from './profile.ts';
import { ProfilePaths } from './profile-paths.ts';
import { readJsonFile } from './text-file.ts';

/** The record's name while no profile gives one. */
const BUILT_IN_NAME = 'Cartella clinica';

const HERE: Surroundings = { env: process.env, platform: process.platform };

/**
 * Reads a profile and everything that it names but the doctors and the templates, which only a save
 * needs (`checkTemplates`); null: the built-in profile.
 */
export async function loadProfile(
  file: string | null,
  surroundings: Surroundings = HERE,
): Promise<Result<RecordProfile, FileProblem>> {
  if (file === null) return succeed(await builtInProfile(surroundings));
  const read = await readJsonFile({ which: 'profile', file }, recordProfileSchema);
  if (!read.ok) return read;
  const { value, document } = read.value;
  const place = new ProfilePaths(file, document, surroundings);
  const { doctorsFile, sendersFile, exports, caFile } = await place.resolveAll(value);
  if (place.problem !== null) return fail(place.problem);
  const authorities = caFile === null ? succeed([]) : await readAuthorities(caFile);
  if (!authorities.ok) {
    if (authorities.problem.code === 'file-malformed') return authorities;
    const { line, key } = place.wrong('', ['trust', 'caFile']);
    const detail = `${authorities.problem.detail} (${file}, line ${line})`;
    return fail({ ...authorities.problem, key, detail });
  }
  return succeed({
    file,
    recordName: value.record.name,
    doctorsFile,
    sendersFile,
    exports,
    authorities: authorities.value,
    providersFile: await providersBeside(file, surroundings),
    example: value.example ?? null,
  });
}

async function builtInProfile(surroundings: Surroundings): Promise<RecordProfile> {
  const sendersFile = pathsOf(surroundings.platform).join(dataFolder(surroundings), 'senders.json');
  return {
    file: null,
    recordName: BUILT_IN_NAME,
    doctorsFile: null,
    sendersFile,
    exports: [],
    authorities: [],
    providersFile: await providersBeside(sendersFile, surroundings),
    example: null,
  };
}

async function providersBeside(file: string, { platform }: Surroundings): Promise<string | null> {
  const { join, dirname } = pathsOf(platform);
  const providers = join(dirname(file), 'providers.json');
  return (await fileExists(providers)) ? providers : null;
}
