import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../../scripts/process.ts';
import { ensureSystem } from '../../../scripts/system.ts';
import { openWindows, type Windows, whyNoWindows, windowsPath } from '../../servers/wine.ts';

const execute = promisify(execFile);
const include = join(projectFolder, 'installer', 'windows', 'installer.nsh');
const templates = join(projectFolder, 'node_modules', 'app-builder-lib', 'templates', 'nsis');

const PROGRAM = 'C:\\Program Files\\Mittente\\mittente.exe';
const UNINSTALLER = 'C:\\Program Files\\Mittente\\Uninstall mittente.exe';
const DATA = 'C:\\ProgramData\\Mittente';
const LINKS = 'HKLM\\Software\\Classes\\mittente';
const PROFILE = 'C:\\Cartella clinica\\record-profile.json';
const TARGET = 'Mittente:smtp.example.test/mario.rossi@example.test';

let work: string;

const compile = (out: string, uninstaller: string, ...more: string[]) =>
  // As electron-builder does: a warning fails.
  execute('makensis', [
    '-V2',
    '-WX',
    '-INPUTCHARSET',
    'UTF8',
    `-DINCLUDE=${include}`,
    `-DPROGRAM=${join(import.meta.dirname, 'harness.nsi')}`,
    `-DOUT=${out}`,
    `-DUNINSTALLER_OUT_FILE=${uninstaller}`,
    ...more,
    join(import.meta.dirname, 'harness.nsi'),
  ]);

beforeAll(async () => {
  ensureSystem('package');
  work = await mkdtemp(join(tmpdir(), 'mittente-nsis-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

describe('the include of the Windows installer', () => {
  it('has only macros that electron-builder calls, besides its own', async () => {
    const text = await readFile(include, 'utf8');
    const macros = [...text.matchAll(/^!macro (\S+)/gm)].map((match) => match[1] ?? '');
    const files = (await readdir(templates)).filter((name) => /\.ns[ih]$/.test(name));
    const calls = await Promise.all(files.map((name) => readFile(join(templates, name), 'utf8')));
    const unknown = macros
      .filter((name) => !name.startsWith('mittente'))
      .filter((name) => !calls.some((call) => call.includes(`!insertmacro ${name}`)));
    expect(macros).toContain('customUnInstall');
    expect(unknown).toEqual([]);
  });

  it('uses only variables that it declares, or that electron-builder does', async () => {
    const text = await readFile(include, 'utf8');
    const used = new Set([...text.matchAll(/\$([a-z]\w+)/g)].map((match) => match[1] ?? ''));
    const files = (await readdir(templates)).filter((name) => /\.ns[ih]$/.test(name));
    const declared = [
      text,
      ...(await Promise.all(files.map((name) => readFile(join(templates, name), 'utf8')))),
    ]
      .flatMap((one) => [...one.matchAll(/^\s*Var (?:\/GLOBAL )?(\w+)/gim)])
      .map((match) => match[1] ?? '');
    expect([...used].filter((name) => !declared.includes(name))).toEqual([]);
  });

  it('compiles into an uninstaller and an installer without a warning', async () => {
    const made = join(work, 'made.exe');
    await writeFile(made, '');
    await compile(join(work, 'un.exe'), made, '-DBUILD_UNINSTALLER');
    await compile(join(work, 'installer.exe'), made);
    expect((await readFile(join(work, 'installer.exe'))).subarray(0, 2).toString()).toBe('MZ');
  });
});

const why = whyNoWindows();

const installation = describe.skipIf(why !== null);

// Twice in many runs a program under Wine ended with 1, after 9 ms, or with 49, and never again.
installation(`an installation without questions ${why ?? ''}`, { retry: 2 }, () => {
  let windows: Windows;
  let setup: string;

  beforeAll(async () => {
    windows = await openWindows();
    const uninstaller = join(work, 'Uninstall.exe');
    const maker = join(work, 'maker.exe');
    await compile(maker, windowsPath(uninstaller), '-DBUILD_UNINSTALLER');
    await windows.run(windowsPath(maker), ['/S']);
    await compile(join(work, 'installer.exe'), uninstaller);
    setup = windowsPath(join(work, 'installer.exe'));
    await mkdir(windows.here('C:\\Cartella clinica'));
    await writeFile(windows.here(PROFILE), '{}');
  }, 300_000);
  afterAll(() => windows?.close());

  const registry = async (key: string, ...words: string[]) =>
    (await windows.run('reg', ['query', key, ...words])).stdout;
  /** Through a command file: what is quoted, and what must not be, is part of the matter. */
  const line = async (text: string) => {
    await writeFile(join(work, 'line.cmd'), `@${text.replaceAll('%', '%%')}\r\n`);
    return await windows.run('cmd', ['/c', windowsPath(join(work, 'line.cmd'))]);
  };
  const uninstall = (words = '') =>
    // `_?=` keeps it from running in a copy that nobody could wait for.
    line(`"${UNINSTALLER}" /S ${words} _?=C:\\Program Files\\Mittente`);
  const install = (...words: string[]) => windows.run(setup, ['/S', ...words]);
  const silently = (status: number) => ({ status, stdout: '', stderr: '' });
  const exists = async (path: string) =>
    await readdir(windows.here(path)).then(
      () => true,
      () => false,
    );
  const credentials = async (action: string) => {
    const keytar = windowsPath(join(projectFolder, 'node_modules', 'keytar'));
    const script = join(work, 'credential.cjs');
    await writeFile(
      script,
      `const keytar = require(${JSON.stringify(keytar)});
       const [service, account] = ${JSON.stringify(TARGET.split('/'))};
       keytar.${action}.then((answer) => console.log(JSON.stringify(answer)));`,
    );
    return (await windows.node(windowsPath(script))).stdout.trim();
  };

  it('refuses a language that it does not speak, and installs nothing', async () => {
    expect(await install('/LANG=fr')).toEqual(silently(2));
    expect(await exists('C:\\Program Files\\Mittente')).toBe(false);
  });

  it('refuses a profile that is not there, and installs nothing', async () => {
    expect(await install('/PROFILE=C:\\nowhere.json')).toEqual(silently(3));
    expect(await exists('C:\\Program Files\\Mittente')).toBe(false);
  });

  it('registers the links and makes the data folder', async () => {
    expect(await install()).toEqual(silently(0));
    expect(await registry(`${LINKS}\\shell\\open\\command`, '/ve')).toContain(
      `"${PROGRAM}" -- "%1"`,
    );
    expect(await registry(LINKS)).toContain('URL Protocol');
    expect(await exists(DATA)).toBe(true);
  });

  it.each([
    ['cmd and most tools quote', `/PROFILE="${PROFILE}"`],
    ['PowerShell quotes', `"/PROFILE=${PROFILE}"`],
  ])(
    'gives profile and language, as %s them, to links and shortcuts, for good',
    async (_who, profile) => {
      const words = `"--profile=${PROFILE}" --lang=de`;
      await windows.run('reg', ['delete', 'HKLM\\Software\\test-of-mittente', '/f']);
      await line(`"${setup}" /S ${profile} /LANG=de`);
      await install();
      expect(await registry(`${LINKS}\\shell\\open\\command`, '/ve')).toContain(
        `"${PROGRAM}" ${words} -- "%1"`,
      );
      const desktop = windows.here('C:\\users\\Public\\Desktop\\Mittente.lnk');
      expect((await readFile(desktop)).includes(Buffer.from(words, 'utf16le'))).toBe(true);
    },
  );

  it('leaves senders and passwords when it is removed, and nothing else', async () => {
    await writeFile(windows.here(`${DATA}\\senders.json`), '{}');
    await credentials('setPassword(service, account, "a canary")');
    expect((await uninstall()).status).toBe(0);
    expect(await readdir(windows.here(DATA))).toEqual(['senders.json']);
    expect(await credentials('getPassword(service, account)')).toBe('"a canary"');
    // The uninstaller itself, which runs in place here, cannot remove itself.
    expect(await readdir(windows.here('C:\\Program Files\\Mittente'))).toEqual([
      'Uninstall mittente.exe',
    ]);
    expect((await windows.run('reg', ['query', LINKS])).status).not.toBe(0);
  });

  it('takes senders and passwords along when it is told to', async () => {
    await install();
    await credentials('setPassword("Another program", account, "not ours")');
    expect((await uninstall('/FORGET')).status).toBe(0);
    expect(await exists(DATA)).toBe(false);
    expect(await credentials('getPassword(service, account)')).toBe('null');
    expect(await credentials('getPassword("Another program", account)')).toBe('"not ours"');
  });

  it('leaves everything when a newer version takes its place', async () => {
    await install();
    await credentials('setPassword(service, account, "a canary")');
    expect((await uninstall('/FORGET --updated')).status).toBe(0);
    expect(await exists(DATA)).toBe(true);
    expect(await credentials('getPassword(service, account)')).toBe('"a canary"');
  });

  it('leaves links that another program has taken over', async () => {
    await install();
    const command = `${LINKS}\\shell\\open\\command`;
    await windows.run('reg', ['add', command, '/ve', '/d', '"C:\\Other\\other.exe" "%1"', '/f']);
    await uninstall();
    expect(await registry(command, '/ve')).toContain('other.exe');
  });
});
