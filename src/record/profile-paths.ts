import { stat } from 'node:fs/promises';
import { CONTROL_CHARACTER } from './control-character.ts';
import { hasDoctorTag, hasUnknownTag } from './exports.ts';
import { historyOf } from './history.ts';
import { backupOf } from './journal.ts';
import { type JsonDocument, keyText } from './json-text.ts';
import { expandVariables, pathsOf, type Surroundings } from './locate-profile.ts';
import { errorCode, type FileProblem, malformed } from './problem.ts';
import type { Export, RecordProfileFile } from './profile.ts';

type Key = readonly PropertyKey[];

/** The paths of a profile, absolute, with environment variables expanded. */
export interface PlacesOfProfile {
  readonly doctorsFile: string | null;
  readonly sendersFile: string;
  readonly exports: readonly Export[];
  readonly caFile: string | null;
}

/** Makes the paths of a profile absolute, and remembers the first thing that is wrong with one. */
export class ProfilePaths {
  problem: FileProblem | null = null;
  readonly #file: string;
  readonly #document: JsonDocument;
  readonly #surroundings: Surroundings;

  constructor(file: string, document: JsonDocument, surroundings: Surroundings) {
    this.#file = file;
    this.#document = document;
    this.#surroundings = surroundings;
  }

  async resolveAll({
    doctors,
    senders,
    exports,
    trust,
  }: RecordProfileFile): Promise<PlacesOfProfile> {
    const places = {
      doctorsFile: doctors ? this.#resolve(doctors.path, ['doctors', 'path']) : null,
      sendersFile: this.#resolve(senders.path, ['senders', 'path']),
      exports: exports.map((target, index) => ({
        ...target,
        path: this.#resolve(target.path, ['exports', index, 'path']),
        template: this.#resolve(target.template, ['exports', index, 'template']),
      })),
      caFile: trust.caFile === null ? null : this.#resolve(trust.caFile, ['trust', 'caFile']),
    };
    if (this.problem === null) this.#checkExports(places);
    if (this.problem === null) this.#checkUses(places);
    if (this.problem === null) await this.#checkDisk(places);
    return places;
  }

  wrong(detail: string, key: Key): FileProblem {
    return malformed({ which: 'profile', file: this.#file }, detail, {
      line: this.#document.lineOf(key),
      key: keyText(key),
    });
  }

  #refuse(detail: string, key: Key): void {
    this.problem ??= this.wrong(detail, key);
  }

  #resolve(text: string, key: Key): string {
    if (CONTROL_CHARACTER.test(text)) {
      // `"C:\new"` is valid JSON, and means a line break.
      this.#refuse('a path has no control characters: write each backslash twice', key);
    }
    const { text: expanded, missing } = expandVariables(text, this.#surroundings);
    if (missing !== null) this.#refuse(`the environment variable ${missing} is not set`, key);
    else if (/\$\{/.test(expanded)) this.#refuse('a variable is not closed by "}"', key);
    const { resolve, dirname } = pathsOf(this.#surroundings.platform);
    return resolve(dirname(this.#file), expanded);
  }

  #checkExports({ exports }: PlacesOfProfile): void {
    for (const [index, { path, per }] of exports.entries()) {
      const key = ['exports', index, 'path'];
      if (hasUnknownTag(path)) {
        this.#refuse('a path knows no other tag than {{doctorId}}, in two braces', key);
      }
      if (per === 'practice' && hasDoctorTag(path)) {
        this.#refuse('one file for the whole practice cannot be named after a doctor', key);
      }
    }
  }

  /** What is written may have no other use: neither the record's files nor ours are replaced. */
  #checkUses({ doctorsFile, sendersFile, exports, caFile }: PlacesOfProfile): void {
    const { join, dirname } = pathsOf(this.#surroundings.platform);
    const taken = new Map<string, string>();
    const take = (file: string | null, use: string) => file && taken.set(file.toLowerCase(), use);
    take(this.#file, 'the profile');
    take(doctorsFile, 'the list of doctors');
    take(caFile, 'trust.caFile');
    take(join(dirname(this.#file), 'providers.json'), 'the providers');
    for (const { template } of exports) take(template, 'a template');
    const written: readonly (readonly [string, Key])[] = [
      [sendersFile, ['senders', 'path']],
      ...exports.map(({ path }, index) => [path, ['exports', index, 'path']] as const),
    ];
    for (const [file, key] of written) {
      const other = taken.get(file.toLowerCase());
      if (other !== undefined) this.#refuse(`${file} has another use: it is ${other}`, key);
      take(file, `${keyText(key)}`);
      if (file !== sendersFile) continue;
      take(backupOf(file), 'the previous senders file');
      take(historyOf(file), 'the history');
    }
  }

  /** A folder that is missing is told now, and not when a doctor has answered everything. */
  async #checkDisk({ doctorsFile, sendersFile, exports, caFile }: PlacesOfProfile): Promise<void> {
    const { dirname } = pathsOf(this.#surroundings.platform);
    const written = [sendersFile, ...exports.map(({ path }) => path)];
    const keyOf = (index: number) =>
      index === 0 ? ['senders', 'path'] : ['exports', index - 1, 'path'];
    for (const [index, file] of written.entries()) {
      const folder = dirname(file);
      const isMissing = ['file', 'nothing'].includes(await kindOf(folder));
      if (!hasDoctorTag(folder) && isMissing) {
        this.#refuse(`there is no folder ${folder}`, keyOf(index));
      }
    }
    const files = [...written.map((file, index) => [file, keyOf(index)] as const)];
    if (doctorsFile) files.push([doctorsFile, ['doctors', 'path']]);
    if (caFile) files.push([caFile, ['trust', 'caFile']]);
    for (const [file, key] of files) {
      if ((await kindOf(file)) === 'folder') this.#refuse(`${file} is a folder, not a file`, key);
    }
  }
}

async function kindOf(place: string): Promise<'folder' | 'file' | 'nothing' | 'unknown'> {
  try {
    return (await stat(place)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    // Where we may not look, reading and writing will say so.
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'nothing' : 'unknown';
  }
}
