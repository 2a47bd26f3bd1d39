import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftStore } from '../../../electron/drafts.ts';
import {
  languageOf,
  rememberLanguage,
  storedLanguage,
  systemLanguage,
} from '../../../electron/language.ts';
import { openStore, type Store } from '../../../electron/store.ts';

const file = vi.hoisted(() => ({ open: vi.fn(), get: vi.fn(), set: vi.fn() }));
const removeAllListeners = vi.hoisted(() => vi.fn());

vi.mock('electron', () => ({ ipcMain: { removeAllListeners } }));
vi.mock('electron-store', () => ({
  default: class {
    get = file.get;
    set = file.set;
    constructor(options: unknown) {
      file.open(options);
    }
  },
}));

const inMemory = (values: Record<string, unknown> = {}): Store => ({
  get: (key) => values[key],
  set: (key, value) => {
    values[key] = value;
  },
});

beforeEach(() => {
  vi.resetAllMocks();
});

describe('openStore', () => {
  it('closes the channel that the library opens for renderers', () => {
    openStore(vi.fn());
    expect(removeAllListeners).toHaveBeenCalledExactlyOnceWith('electron-store-get-data');
  });

  it('remembers until the program ends when the file cannot be opened', () => {
    const fault = new Error('read-only');
    file.open.mockImplementation(() => {
      throw fault;
    });
    const onFault = vi.fn();
    const store = openStore(onFault);
    store.set('language', 'de');
    expect(store.get('language')).toBe('de');
    expect(onFault).toHaveBeenCalledExactlyOnceWith(fault);
  });

  it('remembers until the program ends when the disk is full', () => {
    file.set.mockImplementation(() => {
      throw new Error('ENOSPC');
    });
    const store = openStore(vi.fn());
    store.set('language', 'de');
    expect(store.get('language')).toBe('de');
  });
});

describe('the language', () => {
  it('is the one that was chosen, if it still is one', () => {
    const store = inMemory();
    expect(storedLanguage(store)).toBe(null);
    rememberLanguage(store, 'de');
    expect(storedLanguage(store)).toBe('de');
    expect(storedLanguage(inMemory({ language: 'fr' }))).toBe(null);
    expect(storedLanguage(inMemory({ language: { de: 1 } }))).toBe(null);
  });

  it.each([
    ['it-IT', 'it'],
    ['de-AT', 'de'],
    ['en_GB', 'en'],
    ['EN', 'en'],
    ['fr-FR', 'it'],
    ['ita', 'it'],
    ['', 'it'],
  ])('of a system in %j is %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });

  it.each([
    [{}, 'linux', 'it'],
    [{ LANG: 'C.UTF-8' }, 'linux', 'it'],
    [{ LC_ALL: 'POSIX', LANG: 'de_DE.UTF-8' }, 'linux', 'it'],
    [{ LANG: 'en_US.UTF-8' }, 'linux', 'en'],
    [{}, 'win32', 'en'],
  ] as const)('of a system that names %j on %s is %s', (env, platform, language) => {
    expect(systemLanguage('en-US', env, platform)).toBe(language);
  });
});

describe('the drafts', () => {
  it('start empty when what was stored is of no use', () => {
    const empty = { version: 1, open: null, doctors: {} };
    for (const drafts of [undefined, null, 'x', [], { version: 2 }]) {
      expect(createDraftStore(inMemory({ drafts })).load()).toEqual(empty);
    }
  });

  it('come back as they were saved', () => {
    const store = inMemory();
    const drafts = { version: 1, open: 'rossi', doctors: {} };
    createDraftStore(store).save(drafts);
    expect(createDraftStore(store).load()).toEqual(drafts);
  });
});
