import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyNoWindows } from '../../servers/wine.ts';
import { type Installation, installMittente } from './installation.ts';

const CONTRACT = join(import.meta.dirname, '..', '..', '..', 'docs', 'contract.md');
const FOLDER = 'C:\\Cartella';

interface Vector {
  readonly host: string;
  readonly username: string;
  readonly password: string;
  readonly targetName: string;
  readonly userName: string;
  readonly blob: string;
}

const why = whyNoWindows();
const contract = await readFile(CONTRACT, 'utf8');
const sendersJson = block('json senders.json');
const vectors: readonly Vector[] = JSON.parse(block('json credentials'));
const { updatedAt, senders } = JSON.parse(sendersJson);

function block(name: string): string {
  const [, text] = new RegExp(`^\`\`\`${name}\\n([\\s\\S]+?)^\`\`\`$`, 'm').exec(contract) ?? [];
  if (text === undefined) throw new Error(`docs/contract.md has no block "${name}"`);
  return text;
}

describe.skipIf(why !== null)(`the golden vectors on Windows ${why ?? ''}`, () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await installMittente();
    const profile = { version: 1, record: { name: 'x' }, senders: { path: '.\\senders.json' } };
    await installation.write(`${FOLDER}\\record-profile.json`, JSON.stringify(profile));
  }, 900_000);

  afterAll(async () => {
    await installation?.close();
  });

  const save = (sender: unknown, password: string) =>
    installation.save({
      profile: `${FOLDER}\\record-profile.json`,
      sender,
      password,
      now: updatedAt,
    });

  it('senders.json has exactly the bytes of the contract', async () => {
    expect(await save(senders[0], 'x')).toMatchObject({ ok: true });
    const written = await installation.read(`${FOLDER}\\senders.json`);
    expect(written).toEqual(Buffer.from(sendersJson, 'utf8'));
  });

  it.each(vectors)('a native program finds $targetName with the bytes $blob', async (vector) => {
    const { host, username, password, targetName, userName, blob } = vector;
    const smtp = { ...senders[0].smtp, host, username };
    expect(await save({ ...senders[0], smtp }, password)).toMatchObject({ ok: true });
    const hex = blob.replaceAll(' ', '');
    const found = await installation.credential(targetName);
    expect(found).toEqual({ target: targetName, user: userName, type: 1, blob: hex });
    expect(await installation.password(host.toLowerCase(), username)).toBe(hex);
  });

  it('the example in C finds no password for another host, and none by a prefix', async () => {
    const { username } = senders[0].smtp;
    expect(await installation.password('smtp.example.net', username)).toBeNull();
    expect(await installation.password('smtp.example.com', username.slice(0, -1))).toBeNull();
  });
});
