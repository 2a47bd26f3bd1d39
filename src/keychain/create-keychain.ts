import { fail, type Result, succeed } from '../result.ts';
import { Secret } from '../secret.ts';
import type { Credential, Keychain, KeychainProblem } from './keychain.ts';
import {
  type AskSecretService,
  askSecretService,
  type SecretServiceState,
} from './secret-service.ts';

/**
 * The three functions of keytar that look a credential up exactly. `findCredentials` is not among
 * them: it matches prefixes, and ends the process when the keyring is locked.
 */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

export interface KeychainOptions {
  readonly platform?: NodeJS.Platform;
  readonly loadKeytar?: () => Promise<Keytar>;
  readonly askSecretService?: AskSecretService;
}

/** `CRED_MAX_CREDENTIAL_BLOB_SIZE` of wincred.h, in bytes. */
const WINDOWS_BLOB_LIMIT = 5 * 512;

/**
 * How long an open keyring is taken for still open, in milliseconds. Each question starts a program,
 * which for many doctors takes longer than everything else; a keyring that locks meanwhile answers as
 * if it were empty, for so long at most.
 */
const OPEN_FOR_MS = 1000;

/** Calls that the operating system has not answered yet. */
const underWay = new Set<Promise<unknown>>();

/** Resolves once no call is under way. A program that ends during one is aborted by keytar. */
export async function keychainAtRest(): Promise<void> {
  while (underWay.size > 0) await Promise.allSettled(underWay);
}

/** The keychain of the person who runs the program: Credential Manager, Secret Service, Keychain. */
export function createKeychain(options: KeychainOptions = {}): Keychain {
  return new SystemKeychain(options);
}

async function loadInstalledKeytar(): Promise<Keytar> {
  const loaded = await import('keytar');
  return 'default' in loaded ? (loaded.default as Keytar) : loaded;
}

class SystemKeychain implements Keychain {
  readonly #platform: NodeJS.Platform;
  readonly #loadKeytar: () => Promise<Keytar>;
  readonly #askSecretService: AskSecretService;
  #asked: { readonly at: number; readonly answer: Promise<SecretServiceState> } | null = null;

  constructor(options: KeychainOptions) {
    this.#platform = options.platform ?? process.platform;
    this.#loadKeytar = options.loadKeytar ?? loadInstalledKeytar;
    this.#askSecretService = options.askSecretService ?? (() => askSecretService());
  }

  async check(): Promise<Result<void, KeychainProblem>> {
    const keytar = await this.#load();
    if (!keytar.ok) return keytar;
    const problem = await this.#unusable();
    return problem === null ? succeed(undefined) : fail(problem);
  }

  async read(credential: Credential): Promise<Result<Secret | null, KeychainProblem>> {
    const found = await this.#call((keytar) =>
      keytar.getPassword(credential.service, credential.account),
    );
    if (!found.ok) return found;
    if (found.value !== null) return succeed(new Secret(found.value));
    // A locked keyring answers as if nothing were stored.
    const problem = await this.#unusable();
    return problem === null ? succeed(null) : fail(problem);
  }

  async write(credential: Credential, password: Secret): Promise<Result<void, KeychainProblem>> {
    const refused = this.#refusal(password.reveal());
    if (refused !== null) return fail({ code: 'keychain-refused', detail: refused });
    const written = await this.#call((keytar) =>
      keytar.setPassword(credential.service, credential.account, password.reveal()),
    );
    if (!written.ok) return written;
    const found = await this.read(credential);
    if (!found.ok) return found;
    return found.value?.reveal() === password.reveal()
      ? succeed(undefined)
      : fail({
          code: 'keychain-refused',
          detail: 'the keychain does not give back what it was given',
        });
  }

  async remove(credential: Credential): Promise<Result<boolean, KeychainProblem>> {
    const removed = await this.#call((keytar) =>
      keytar.deletePassword(credential.service, credential.account),
    );
    if (!removed.ok || removed.value) return removed;
    const problem = await this.#unusable();
    return problem === null ? removed : fail(problem);
  }

  #refusal(password: string): string | null {
    if (password === '') return 'the password is empty';
    if (password.includes('\0')) return 'the password contains a null character';
    const bytes = Buffer.byteLength(password, 'utf8');
    return this.#platform === 'win32' && bytes > WINDOWS_BLOB_LIMIT
      ? `the password has ${bytes} bytes; the Credential Manager takes ${WINDOWS_BLOB_LIMIT}`
      : null;
  }

  /** Keytar throws plain errors without codes: what they mean is asked of the service itself. */
  async #call<Value>(
    action: (keytar: Keytar) => Promise<Value>,
  ): Promise<Result<Value, KeychainProblem>> {
    const keytar = await this.#load();
    if (!keytar.ok) return keytar;
    // keytar throws at once for what it does not take at all.
    const answer = Promise.resolve(keytar.value).then(action);
    underWay.add(answer);
    try {
      return succeed(await answer);
    } catch (error) {
      this.#asked = null;
      const problem = await this.#unusable();
      return fail(problem ?? { code: 'keychain-refused', detail: (error as Error).message });
    } finally {
      underWay.delete(answer);
    }
  }

  /** On Windows and macOS the keychain opens with the person's session; it has no such state. */
  async #unusable(): Promise<KeychainProblem | null> {
    if (this.#platform !== 'linux') return null;
    const { state, detail } = await this.#state();
    switch (state) {
      case 'locked':
        return { code: 'keychain-locked', detail };
      case 'absent':
      case 'no-service':
        return { code: 'keychain-missing', detail };
      case 'unlocked':
      case 'unknown':
        return null;
    }
  }

  /** Who asks at the same time, or soon after a good answer, shares it. */
  async #state(): Promise<SecretServiceState> {
    const now = performance.now();
    if (this.#asked === null || now - this.#asked.at > OPEN_FOR_MS) {
      this.#asked = { at: now, answer: this.#askSecretService() };
    }
    const asked = this.#asked;
    const answer = await asked.answer;
    // Whoever unlocks the keyring and tries again must not wait.
    if (answer.state !== 'unlocked' && this.#asked === asked) this.#asked = null;
    return answer;
  }

  async #load(): Promise<Result<Keytar, KeychainProblem>> {
    try {
      return succeed(await this.#loadKeytar());
    } catch (error) {
      return fail({ code: 'keychain-missing', detail: (error as Error).message });
    }
  }
}
