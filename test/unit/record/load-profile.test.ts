import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadProfile } from '../../../src/record/load-profile.ts';
import { dataFolder, locateProfile } from '../../../src/record/locate-profile.ts';
import { createAuthority } from '../../servers/certificates.ts';
import { expectValue, fileWith, temporaryFolder } from './fixtures.ts';

const linux = { env: { HOME: '/home/rossi' }, platform: 'linux' } as const;
const windows = { env: { ProgramData: 'D:\\Data' }, platform: 'win32' } as const;

describe('where the profile is looked for', () => {
  const locate = (found: string[], over: object = {}) =>
    locateProfile({
      explicit: null,
      executableDir: '/opt/record/mittente',
      ...linux,
      exists: (file) => found.includes(file),
      ...over,
    });

  it('is the given file, even when it is not there', () => {
    expect(locate([], { explicit: '/x/p.json' })).toBe('/x/p.json');
  });

  it('is the folder of the executable, its parent, then the data folder', () => {
    const own = '/opt/record/mittente/record-profile.json';
    const parent = '/opt/record/record-profile.json';
    const data = '/home/rossi/.local/share/mittente/record-profile.json';
    expect(locate([data, parent, own])).toBe(own);
    expect(locate([data, parent])).toBe(parent);
    expect(locate([data])).toBe(data);
    expect(locate([])).toBeNull();
  });

  it('is, on Windows, below ProgramData whatever its capitals', () => {
    const file = 'D:\\Data\\Mittente\\record-profile.json';
    expect(locate([file], { ...windows, executableDir: 'C:\\Record\\Mittente' })).toBe(file);
  });

  it('follows XDG_DATA_HOME when that is an absolute path', () => {
    const at = (XDG_DATA_HOME: string) =>
      dataFolder({ env: { HOME: '/home/rossi', XDG_DATA_HOME }, platform: 'linux' });
    expect(at('/data')).toBe('/data/mittente');
    expect(at('relative')).toBe('/home/rossi/.local/share/mittente');
  });
});

const minimal = { version: 1, record: { name: 'Cartella' }, senders: { path: './senders.json' } };

async function profileWith(over: object, files: Record<string, string | Buffer> = {}) {
  const file = await fileWith(
    'record-profile.json',
    JSON.stringify({ ...minimal, ...over }, null, 2),
  );
  for (const [name, content] of Object.entries(files)) {
    await writeFile(path.join(path.dirname(file), name), content);
  }
  return file;
}

const ini = {
  path: './posta-{{doctorId}}.ini',
  template: './t.mustache',
  per: 'doctor',
  escape: 'ini',
};

describe('a profile', () => {
  it('has paths relative to its own folder', async () => {
    const file = await profileWith(
      { doctors: { path: 'medici.json' }, exports: [ini] },
      { 't.mustache': 'host={{smtp.host}}', 'providers.json': '{}' },
    );
    const folder = path.dirname(file);
    expect(expectValue(await loadProfile(file))).toMatchObject({
      file,
      recordName: 'Cartella',
      doctorsFile: path.join(folder, 'medici.json'),
      sendersFile: path.join(folder, 'senders.json'),
      exports: [
        {
          path: path.join(folder, 'posta-{{doctorId}}.ini'),
          template: path.join(folder, 't.mustache'),
          encoding: 'utf-8',
          newline: 'lf',
        },
      ],
      providersFile: path.join(folder, 'providers.json'),
    });
  });

  it('may begin with a byte order mark', async () => {
    const file = await fileWith('record-profile.json', `\uFEFF${JSON.stringify(minimal)}`);
    expect(expectValue(await loadProfile(file)).recordName).toBe('Cartella');
  });

  it('expands variables in both notations', async () => {
    const BASE = await temporaryFolder();
    await mkdir(path.join(BASE, '100%'));
    const file = await profileWith({
      doctors: { path: '%BASE%/x/../medici.json' },
      senders: { path: `$${'{BASE}'}/100%/senders.json` },
    });
    const profile = await loadProfile(file, { env: { BASE }, platform: 'linux' });
    expect(expectValue(profile)).toMatchObject({
      doctorsFile: path.join(BASE, 'medici.json'),
      sendersFile: path.join(BASE, '100%', 'senders.json'),
    });
  });

  it('is refused when it needs a variable that is not set, with key and line', async () => {
    const file = await profileWith({ senders: { path: '%NOWHERE%/senders.json' } });
    const loaded = await loadProfile(file, { env: {}, platform: 'linux' });
    expect(loaded).toMatchObject({
      problem: { code: 'file-malformed', file, key: 'senders.path', line: 7 },
    });
    expect(loaded.ok ? '' : loaded.problem.detail).toContain('NOWHERE');
  });

  it.each([
    ['an unknown key', { sender: {} }, 'sender', 9],
    ['a wrong type', { record: { name: 3 } }, 'record.name', 4],
    ['a missing key', { senders: {} }, 'senders.path', 6],
    ['an unknown escape', { exports: [{ ...ini, escape: 'yaml' }] }, 'exports[0].escape', 14],
    ['a newer version', { version: 2 }, 'version', 2],
  ])('is refused for %s, with key and line', async (_, over, key, line) => {
    const file = await profileWith(over);
    expect(await loadProfile(file)).toMatchObject({
      problem: { code: 'file-malformed', which: 'profile', file, key, line },
    });
  });

  const all = { ...ini, path: 'all.ini', per: 'practice' };

  it.each([
    [
      'another tag than the doctor',
      { exports: [{ ...ini, path: '{{address}}.ini' }] },
      'exports[0].path',
    ],
    ['three braces', { exports: [{ ...ini, path: '{{{doctorId}}}.ini' }] }, 'exports[0].path'],
    [
      'a doctor for all of them',
      { exports: [{ ...all, path: '{{doctorId}}.ini' }] },
      'exports[0].path',
    ],
    ['a single backslash', { senders: { path: 'C:\newsenders.json' } }, 'senders.path'],
    [
      'a variable that is not closed',
      { senders: { path: '$'.concat('{HOME/s.json') } },
      'senders.path',
    ],
    ['a folder that is missing', { senders: { path: 'nowhere/senders.json' } }, 'senders.path'],
    [
      'a folder in a file',
      { exports: [{ ...all, path: 't.mustache/all.ini' }] },
      'exports[0].path',
    ],
    ['a folder as a file', { doctors: { path: '..' } }, 'doctors.path'],
    ['a folder to be written', { senders: { path: '.' } }, 'senders.path'],
    ['a folder as authority', { trust: { caFile: '.' } }, 'trust.caFile'],
    ['the doctors as senders', { doctors: { path: './Senders.json' } }, 'senders.path'],
    ['the senders as export', { exports: [{ ...all, path: 'senders.json' }] }, 'exports[0].path'],
    [
      'the backup as export',
      { exports: [{ ...all, path: 'senders.json.bak' }] },
      'exports[0].path',
    ],
    [
      'the profile as export',
      { exports: [{ ...all, path: 'record-profile.json' }] },
      'exports[0].path',
    ],
    ['a template as export', { exports: [{ ...all, path: 't.mustache' }] }, 'exports[0].path'],
    [
      'an authority as export',
      { trust: { caFile: 'ca.pem' }, exports: [{ ...all, path: 'CA.pem' }] },
      'exports[0].path',
    ],
    [
      'two exports in one file',
      { exports: [all, { ...all, path: './ALL.ini' }] },
      'exports[1].path',
    ],
  ])('is refused when a path has %s, with key and line', async (_, over, key) => {
    const file = await profileWith(over, { 't.mustache': 'x', 'ca.pem': 'x' });
    const loaded = await loadProfile(file);
    expect(loaded).toMatchObject({
      problem: { code: 'file-malformed', which: 'profile', file, key },
    });
    expect(loaded.ok ? 0 : loaded.problem.line).toBeGreaterThan(2);
  });

  it('is refused with a key that is there twice', async () => {
    const text = JSON.stringify(minimal, null, 1).replace('{', '{"version": 1,');
    const file = await fileWith('record-profile.json', text);
    expect(await loadProfile(file)).toMatchObject({ problem: { key: 'version', line: 2 } });
  });

  it.each([
    ['UTF-16', Buffer.from(`\uFEFF${JSON.stringify(minimal)}`, 'utf16le'), 'UTF-16'],
    ['Windows-1252', Buffer.from('{"record": {"name": "Citt\xe0"}}', 'latin1'), 'save it as UTF-8'],
    ['17 MiB', Buffer.alloc(17 * 1024 * 1024, 0x20), 'at most 16 MiB'],
  ])('is refused when it is %s, and says so', async (_, bytes, words) => {
    const loaded = await loadProfile(await fileWith('record-profile.json', bytes));
    expect(loaded.ok ? '' : loaded.problem.detail).toContain(words);
  });

  it('is refused when it is no file at all, and does not wait for one', async () => {
    expect(await loadProfile('/dev/zero')).toMatchObject({ problem: { code: 'file-malformed' } });
  });

  it('needs no authority where it speaks of trust', async () => {
    expect(expectValue(await loadProfile(await profileWith({ trust: {} }))).authorities).toEqual(
      [],
    );
  });

  it('is refused when it is missing, or a folder', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'record-profile.json'));
    expect(await loadProfile(path.join(folder, 'nothing.json'))).toMatchObject({
      problem: { code: 'file-missing', which: 'profile' },
    });
    expect(await loadProfile(path.join(folder, 'record-profile.json'))).toMatchObject({
      problem: { code: 'file-is-folder', which: 'profile' },
    });
  });
});

describe('the authority of a profile', () => {
  it('is refused when its file is missing or holds no certificate', async () => {
    const missing = await profileWith({ trust: { caFile: 'ca.pem' } });
    expect(await loadProfile(missing)).toMatchObject({
      problem: { code: 'file-missing', which: 'authority', key: 'trust.caFile' },
    });
    const empty = await profileWith({ trust: { caFile: 'ca.pem' } }, { 'ca.pem': 'hello' });
    expect(await loadProfile(empty)).toMatchObject({
      problem: { code: 'file-malformed', which: 'authority' },
    });
    const broken = await profileWith(
      { trust: { caFile: 'ca.pem' } },
      { 'ca.pem': '# mine\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n' },
    );
    expect(await loadProfile(broken)).toMatchObject({
      problem: { code: 'file-malformed', which: 'authority', line: 2 },
    });
  });

  it('may be several certificates in one file', async () => {
    const pem = (await createAuthority()).pem;
    const file = await profileWith(
      { trust: { caFile: 'ca.pem' } },
      { 'ca.pem': `first\n${pem}\r\nsecond\n${pem}` },
    );
    expect(expectValue(await loadProfile(file)).authorities).toHaveLength(2);
  });
});

describe('the built-in profile', () => {
  it('keeps the senders in the data folder and has no doctors', async () => {
    expect(expectValue(await loadProfile(null, linux))).toMatchObject({
      file: null,
      doctorsFile: null,
      sendersFile: '/home/rossi/.local/share/mittente/senders.json',
      exports: [],
    });
    expect(expectValue(await loadProfile(null, windows)).sendersFile).toBe(
      'D:\\Data\\Mittente\\senders.json',
    );
  });
});
