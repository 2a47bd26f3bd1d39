import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Export, exportSchema, type RecordProfile } from '../../../src/record/profile.ts';
import { saveSender } from '../../../src/record/save.ts';
import type { SaveEffects } from '../../../src/record/save-effects.ts';
import type { Sender } from '../../../src/record/senders.ts';
import { Secret } from '../../../src/secret.ts';
import { MemoryKeychain, NOW, profileIn, senderOf, temporaryFolder } from './fixtures.ts';

/** Where the password of the doctor `rossi` lies. */
export const CREDENTIAL = 'Mittente:smtp.example.test/rossi@example.test';

/** A practice on the disk with an export for each doctor and one for all of them. */
export class SavingPractice {
  profile: RecordProfile;
  readonly folder: string;
  readonly keychain = new MemoryKeychain();

  private constructor(folder: string, profile: RecordProfile) {
    this.folder = folder;
    this.profile = profile;
  }

  static async create(): Promise<SavingPractice> {
    const folder = await temporaryFolder();
    const exports = (['doctor', 'practice'] as const).map(
      (per): Export =>
        exportSchema.parse({
          path: path.join(folder, per === 'doctor' ? '{{doctorId}}.ini' : 'all.ini'),
          template: path.join(folder, `${per}.mustache`),
          per,
          escape: 'ini',
        }),
    );
    const own = 'host={{smtp.host}}\nname={{displayName}}\n';
    await writeFile(path.join(folder, 'doctor.mustache'), own);
    const all = '{{#senders}}[{{doctorId}}]\n{{/senders}}';
    await writeFile(path.join(folder, 'practice.mustache'), all);
    return new SavingPractice(folder, profileIn(folder, exports));
  }

  /** Saves a sender; `password` null keeps the one in the keychain. */
  save(sender: Sender, password: string | null = 'pässword', effects?: SaveEffects) {
    return saveSender({
      profile: this.profile,
      keychain: this.keychain,
      sender,
      password: password === null ? null : new Secret(password),
      now: NOW,
      ...(effects && { effects }),
    });
  }

  content(name: string): Promise<string> {
    return readFile(path.join(this.folder, name), 'utf8');
  }

  /** Every file of the folder with its content, and every password. */
  async everything() {
    const names = (await readdir(this.folder)).sort();
    const files = await Promise.all(names.map(async (name) => [name, await this.content(name)]));
    return { files, passwords: [...this.keychain.passwords] };
  }
}

/** The sender of the same doctor on another server. */
export function elsewhere(doctorId: string): Sender {
  const smtp = { ...senderOf(doctorId).smtp, host: 'smtp.other.test' } as Sender['smtp'];
  return senderOf(doctorId, { smtp });
}
