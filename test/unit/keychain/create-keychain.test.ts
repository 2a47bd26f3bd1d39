import { describe, expect, it } from 'vitest';
import {
  createKeychain,
  type Keytar,
  keychainAtRest,
} from '../../../src/keychain/create-keychain.ts';
import { credentialFor } from '../../../src/keychain/keychain.ts';
import type { CollectionState } from '../../../src/keychain/secret-service.ts';
import { Secret } from '../../../src/secret.ts';

const credential = credentialFor('SMTP.Example.Test', 'Rossi@example.test');

class FakeKeytar implements Keytar {
  readonly stored = new Map<string, string>();
  error: Error | null = null;
  garbles = false;

  async getPassword(service: string, account: string) {
    this.#maybeThrow();
    return this.stored.get(`${service}/${account}`) ?? null;
  }

  async setPassword(service: string, account: string, password: string) {
    this.#maybeThrow();
    this.stored.set(`${service}/${account}`, this.garbles ? `${password}?` : password);
  }

  async deletePassword(service: string, account: string) {
    this.#maybeThrow();
    return this.stored.delete(`${service}/${account}`);
  }

  #maybeThrow() {
    if (this.error !== null) throw this.error;
  }
}

function keychainOn(platform: NodeJS.Platform, state: CollectionState = 'unlocked') {
  const keytar = new FakeKeytar();
  const keychain = createKeychain({
    platform,
    loadKeytar: async () => keytar,
    askSecretService: async () => ({ state, detail: `it is ${state}` }),
  });
  return { keytar, keychain };
}

describe('a credential', () => {
  it('is named after the server in small letters and the user name as it is', () => {
    expect(credential).toEqual({
      service: 'Mittente:smtp.example.test',
      account: 'Rossi@example.test',
    });
  });
});

describe('the keychain', () => {
  it('gives back what it was given, and then no more', async () => {
    const { keychain } = keychainOn('linux');
    expect(await keychain.write(credential, new Secret('pässword €'))).toEqual({ ok: true });
    const found = await keychain.read(credential);
    expect(found.ok && found.value?.reveal()).toBe('pässword €');
    expect(await keychain.remove(credential)).toMatchObject({ ok: true, value: true });
    expect(await keychain.remove(credential)).toMatchObject({ ok: true, value: false });
    expect(await keychain.read(credential)).toMatchObject({ ok: true, value: null });
  });

  it('is missing when its library cannot be loaded', async () => {
    const keychain = createKeychain({
      platform: 'linux',
      loadKeytar: async () => {
        throw new Error('libsecret-1.so.0: cannot open shared object file');
      },
    });
    const problem = { code: 'keychain-missing', detail: expect.stringContaining('libsecret') };
    expect(await keychain.check()).toMatchObject({ problem });
    expect(await keychain.read(credential)).toMatchObject({ problem });
  });

  it.each([
    ['locked', 'keychain-locked'],
    ['absent', 'keychain-missing'],
    ['no-service', 'keychain-missing'],
  ] as const)('that is %s is not taken for an empty one', async (state, code) => {
    const { keychain } = keychainOn('linux', state);
    const problem = { code };
    expect(await keychain.check()).toMatchObject({ problem });
    expect(await keychain.read(credential)).toMatchObject({ problem });
    expect(await keychain.remove(credential)).toMatchObject({ problem });
  });

  it('that throws while it is open has refused', async () => {
    const { keychain, keytar } = keychainOn('win32');
    keytar.error = new Error('A specified logon session does not exist.');
    expect(await keychain.write(credential, new Secret('x'))).toMatchObject({
      problem: { code: 'keychain-refused', detail: keytar.error.message },
    });
  });

  it('that stores something else has refused', async () => {
    const { keychain, keytar } = keychainOn('linux');
    keytar.garbles = true;
    expect(await keychain.write(credential, new Secret('x'))).toMatchObject({
      problem: { code: 'keychain-refused' },
    });
  });

  it('asks once for many questions while it is open, and anew while it is not', async () => {
    const states = ['locked', 'unlocked', 'locked'] as const;
    let asked = 0;
    const keychain = createKeychain({
      platform: 'linux',
      loadKeytar: async () => new FakeKeytar(),
      askSecretService: async () => ({ state: states[asked++] ?? 'unknown', detail: '' }),
    });
    expect(await keychain.check()).toMatchObject({ problem: { code: 'keychain-locked' } });
    const answers = [keychain.check(), keychain.read(credential), keychain.check()];
    expect(await Promise.all(answers)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
    expect(await keychain.read(credential)).toMatchObject({ ok: true, value: null });
    expect(asked).toBe(2);
  });

  it('is asked anew when it refuses, and after a moment', async () => {
    let asked = 0;
    const keytar = new FakeKeytar();
    const keychain = createKeychain({
      platform: 'linux',
      loadKeytar: async () => keytar,
      askSecretService: async () => {
        asked += 1;
        return { state: asked === 1 ? 'unlocked' : 'locked', detail: '' };
      },
    });
    expect(await keychain.check()).toMatchObject({ ok: true });
    keytar.error = new Error('Cannot create an item in a locked collection');
    expect(await keychain.write(credential, new Secret('x'))).toMatchObject({
      problem: { code: 'keychain-locked' },
    });
  });

  it('is at rest once every call was answered', async () => {
    const { keychain, keytar } = keychainOn('win32');
    let answer = (_password: string | null) => {};
    keytar.getPassword = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const read = keychain.read(credential);
    const heard: string[] = [];
    await new Promise((resolve) => setImmediate(resolve));
    const rest = keychainAtRest().then(() => heard.push('rest'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual([]);
    answer(null);
    await Promise.all([read, rest]);
    expect(heard).toEqual(['rest']);
  });

  it('does not ask D-Bus on Windows', async () => {
    const { keychain } = keychainOn('win32', 'no-service');
    expect(await keychain.check()).toMatchObject({ ok: true });
  });

  it.each([
    ['win32', 'ò'.repeat(1280), true],
    ['win32', `${'ò'.repeat(1280)}x`, false],
    ['linux', 'x'.repeat(2561), true],
    ['linux', '', false],
    ['linux', 'a\0b', false],
  ] as const)('on %s takes %j: %s', async (platform, password, taken) => {
    const { keychain, keytar } = keychainOn(platform);
    const written = await keychain.write(credential, new Secret(password));
    expect(written.ok).toBe(taken);
    expect(keytar.stored.size).toBe(taken ? 1 : 0);
    if (!written.ok) expect(written.problem.code).toBe('keychain-refused');
  });

  it('never tells a password in a problem', async () => {
    const { keychain } = keychainOn('win32');
    const written = await keychain.write(credential, new Secret('canary'.repeat(1000)));
    expect(JSON.stringify(written)).not.toContain('canary');
  });
});
