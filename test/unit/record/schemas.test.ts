import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { exportSchema } from '../../../src/record/profile.ts';
import { recordMailPlusRequest, saveSender } from '../../../src/record/save.ts';
import { contractSchemas } from '../../../src/record/schemas.ts';
import { Secret } from '../../../src/secret.ts';
import {
  expectValue,
  MemoryKeychain,
  NOW,
  profileIn,
  senderOf,
  temporaryFolder,
} from './fixtures.ts';

const FOLDER = 'assets/contract';

async function validatorOf(name: string) {
  const schema = JSON.parse(await readFile(path.join(FOLDER, `${name}.schema.json`), 'utf8'));
  return new Ajv2020({ allErrors: true, validateFormats: false }).compile(schema);
}

describe('the published schemas', () => {
  it('are up to date (else: node scripts/contract.ts)', async () => {
    const schemas = contractSchemas();
    expect((await readdir(FOLDER)).sort()).toEqual([...schemas.keys()].sort());
    for (const [name, content] of schemas) {
      expect(await readFile(path.join(FOLDER, name), 'utf8'), name).toBe(content);
    }
  });

  it('accept the senders file that a save writes, and no plain text', async () => {
    const folder = await temporaryFolder();
    const profile = profileIn(folder);
    const keychain = new MemoryKeychain();
    const doctor = { id: 'verdi', name: 'Verdi', contract: 'standard', sender: null } as const;
    expectValue(
      await saveSender({
        profile,
        keychain,
        sender: senderOf('rossi'),
        password: new Secret('x'),
        now: NOW,
      }),
    );
    expectValue(await recordMailPlusRequest({ profile, doctor, at: NOW }));
    const written = JSON.parse(await readFile(profile.sendersFile, 'utf8'));
    const validate = await validatorOf('senders');
    expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
    written.senders[0].smtp.security = 'none';
    expect(validate(written)).toBe(false);
  });

  it('accept a profile with its defaults left out, and no unknown key', async () => {
    const {
      encoding: _encoding,
      newline: _newline,
      ...target
    } = exportSchema.parse({
      path: 'a.ini',
      template: 'a.mustache',
      per: 'doctor',
      escape: 'ini',
    });
    const profile = {
      version: 1,
      record: { name: 'X' },
      senders: { path: 'senders.json' },
      exports: [target],
    };
    const validate = await validatorOf('record-profile');
    expect(validate(profile), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...profile, sender: {} })).toBe(false);
  });

  it('accept doctors and answers as the commands read them', async () => {
    const doctors = await validatorOf('doctors');
    expect(
      doctors([
        { id: 'a', name: 'b' },
        { id: 'c', name: 'd', contract: 'premium', sender: null },
      ]),
    ).toBe(true);
    expect(doctors([{ id: 'a' }])).toBe(false);
    const answers = await validatorOf('answers');
    const answer = { id: 'a', name: 'b', choice: 'personal', address: 'a@example.test' };
    expect(answers({ version: 1, doctors: [answer] })).toBe(true);
    expect(answers({ version: 1, doctors: [{ ...answer, password: 'x' }] })).toBe(false);
  });
});

describe('the golden vector', () => {
  it('is the exact content of the senders file in docs/contract.md', async () => {
    const page = await readFile('docs/contract.md', 'utf8');
    const [, json] = /```json senders\.json\n([\s\S]+?)```/.exec(page) ?? [];
    const folder = await temporaryFolder();
    const profile = profileIn(folder);
    const documented = JSON.parse(json ?? 'null');
    await saveSender({
      profile,
      keychain: new MemoryKeychain(),
      sender: documented.senders[0],
      password: new Secret('x'),
      now: new Date(documented.updatedAt),
    });
    expect(await readFile(profile.sendersFile, 'utf8')).toBe(json);
  });
});
