import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Keyring, startKeyring, startSession } from '../../servers/keyring.ts';

const run = promisify(execFile);

const SERVICE = 'Mittente:smtp.example.test';
const ACCOUNT = 'mario.rossi@example.test';

type Step = readonly [method: string, service?: string, account?: string, password?: string];

async function ask(env: NodeJS.ProcessEnv, ...steps: Step[]): Promise<unknown[]> {
  const script = path.join(import.meta.dirname, 'ask.ts');
  const { stdout } = await run(process.execPath, [script, JSON.stringify(steps)], { env });
  return JSON.parse(stdout) as unknown[];
}

describe('a real keyring', () => {
  let keyring: Keyring;

  beforeEach(async () => {
    keyring = await startKeyring();
  });

  afterEach(async () => {
    await keyring.stop();
  });

  it('keeps a password that another program finds by service and account', async () => {
    const password = 'pà€s 😀 "quoted" \\ ';
    const [written] = await ask(keyring.env, ['write', SERVICE, ACCOUNT, password]);
    expect(written).toEqual({ ok: true });
    expect(await keyring.lookup(SERVICE, ACCOUNT)).toBe(password);
    expect(await ask(keyring.env, ['read', SERVICE, ACCOUNT])).toEqual([
      { ok: true, value: password },
    ]);
  });

  it('replaces a password in place and removes it once', async () => {
    await ask(keyring.env, ['write', SERVICE, ACCOUNT, 'old']);
    const answers = await ask(
      keyring.env,
      ['write', SERVICE, ACCOUNT, 'new'],
      ['read', SERVICE, ACCOUNT],
      ['remove', SERVICE, ACCOUNT],
      ['remove', SERVICE, ACCOUNT],
      ['read', SERVICE, ACCOUNT],
    );
    expect(answers).toEqual([
      { ok: true },
      { ok: true, value: 'new' },
      { ok: true, value: true },
      { ok: true, value: false },
      { ok: true, value: null },
    ]);
  });

  it('is checked without writing anything', async () => {
    expect(await ask(keyring.env, ['check'])).toEqual([{ ok: true }]);
    expect(await keyring.lookup(SERVICE, ACCOUNT)).toBeNull();
  });

  it('gives nothing for a service that is only a prefix of a stored one', async () => {
    await ask(keyring.env, ['write', `${SERVICE}.evil`, ACCOUNT, 'other']);
    expect(await ask(keyring.env, ['read', SERVICE, ACCOUNT])).toEqual([{ ok: true, value: null }]);
  });

  it('may hold items of other programs without an account', async () => {
    await keyring.store({ service: SERVICE }, 'of another program');
    const answers = await ask(
      keyring.env,
      ['check'],
      ['read', SERVICE, ACCOUNT],
      ['write', SERVICE, ACCOUNT, 'ours'],
      ['read', SERVICE, ACCOUNT],
    );
    expect(answers).toEqual([
      { ok: true },
      { ok: true, value: null },
      { ok: true },
      { ok: true, value: 'ours' },
    ]);
  });

  it('that is locked is told apart from an empty one', async () => {
    await ask(keyring.env, ['write', SERVICE, ACCOUNT, 'kept']);
    await keyring.lock();
    const locked = { ok: false, problem: { code: 'keychain-locked' } };
    const answers = await ask(
      keyring.env,
      ['check'],
      ['read', SERVICE, ACCOUNT],
      ['read', SERVICE, 'nobody@example.test'],
      ['write', SERVICE, ACCOUNT, 'new'],
      ['remove', SERVICE, ACCOUNT],
    );
    expect(answers).toMatchObject(Array.from({ length: 5 }, () => locked));
  });
});

describe('a machine without a keyring', () => {
  const missing = { ok: false, problem: { code: 'keychain-missing' } };
  const steps: Step[] = [
    ['check'],
    ['read', SERVICE, ACCOUNT],
    ['write', SERVICE, ACCOUNT, 'x'],
    ['remove', SERVICE, ACCOUNT],
  ];

  it('that has D-Bus but no Secret Service says so', async () => {
    const session = await startSession();
    try {
      expect(await ask(session.env, ...steps)).toMatchObject(steps.map(() => missing));
    } finally {
      await session.stop();
    }
  });

  it('that has no D-Bus says so', async () => {
    const env = { PATH: process.env.PATH, HOME: '/nowhere', XDG_RUNTIME_DIR: '/nowhere' };
    expect(await ask(env, ...steps)).toMatchObject(steps.map(() => missing));
  });
});
