import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Doctor } from '../../src/record/doctors.ts';
import type { RecordProfileFile } from '../../src/record/profile.ts';

export interface PracticeFolder {
  readonly folder: string;
  readonly profile: string;
  readonly doctorsFile: string;
  readonly sendersFile: string;
  /** The senders file as it stands, parsed; null while there is none. */
  senders(): Promise<unknown>;
  remove(): Promise<void>;
}

export interface PracticeOptions {
  readonly doctors?: readonly Pick<Doctor, 'id' | 'name' | 'contract' | 'sender'>[];
  /** PEM file of the authority that signed the test servers' certificates. */
  readonly caFile?: string | null;
  /** Changes to the profile's keys. */
  readonly profile?: Partial<RecordProfileFile>;
  /** The technicians' own providers (`providers.json` beside the profile). */
  readonly providers?: unknown;
  /** A senders file that is there already. */
  readonly senders?: unknown;
}

const ROSSI = {
  id: 'rossi',
  name: 'Dott. Mario Rossi',
  contract: 'standard',
  sender: { address: 'mario.rossi@cartellaclinicaparmenide.it' },
} as const;

/** The folder of a practice, as a record program would keep it, in a temporary place. */
export async function makePractice(options: PracticeOptions = {}): Promise<PracticeFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'mittente-practice-'));
  const [profile = '', doctorsFile = '', sendersFile = '', providersFile = ''] = [
    'record-profile.json',
    'medici.json',
    'senders.json',
    'providers.json',
  ].map((name) => join(folder, name));
  await writeJson(profile, {
    version: 1,
    record: { name: 'Cartella di prova' },
    doctors: { path: './medici.json' },
    senders: { path: './senders.json' },
    trust: { caFile: options.caFile ?? null },
    ...options.profile,
  });
  await writeJson(doctorsFile, options.doctors ?? [ROSSI]);
  if (options.providers !== undefined) await writeJson(providersFile, options.providers);
  if (options.senders !== undefined) await writeJson(sendersFile, options.senders);
  return {
    folder,
    profile,
    doctorsFile,
    sendersFile,
    async senders() {
      const text = await readFile(sendersFile, 'utf8').catch(() => null);
      return text === null ? null : JSON.parse(text);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
