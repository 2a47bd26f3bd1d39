import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/cli/cli.ts';
import { languageOf } from '../../../src/cli/language.ts';
import { LANGUAGES } from '../../../src/language.ts';
import { fail, succeed } from '../../../src/result.ts';
import { translator } from '../../../src/texts/index.ts';
import { offline } from '../wizard/world.ts';
import { CANARY, run, services, workingKeychain } from './surroundings.ts';

/** Commander's own English, which must not show through in another language. */
const ENGLISH =
  /Usage:|Options:|Commands:|Arguments:|Global Options|display help|\(default|\[options\]/;

describe('help', () => {
  for (const language of LANGUAGES) {
    it(`speaks ${language} throughout`, async () => {
      const t = translator(language);
      const all = await run(['--help', '--lang', language]);
      expect(all).toMatchObject({ status: 0, stderr: '' });
      for (const name of COMMANDS) {
        expect(all.stdout.replace(/\s+/g, ' ')).toContain(t(`cli.commands.${name}`));
        const one = await run([name, '--help', '--lang', language]);
        expect(one).toMatchObject({ status: 0, stderr: '' });
        expect(one.stdout).toContain(t('cli.help.commonOptions'));
        expect(one.stdout).toContain('--profile');
        if (language !== 'en') expect(one.stdout).not.toMatch(ENGLISH);
      }
      if (language !== 'en') expect(all.stdout).not.toMatch(ENGLISH);
    });
  }

  it('is one JSON document with --json', async () => {
    for (const words of [['status', '--help'], ['--help'], ['help'], ['help', 'apply']]) {
      const { status, stdout } = await run([...words, '--json']);
      expect(status).toBe(0);
      expect(Object.keys(JSON.parse(stdout)), words.join(' ')).toEqual(['help']);
    }
    expect(JSON.parse((await run(['--version', '--json'])).stdout)).toEqual({
      version: expect.any(String),
    });
  });

  it.each(LANGUAGES)('fits a terminal of 80 columns in %s', async (language) => {
    for (const words of [['--help'], ...COMMANDS.map((name) => [name, '--help'])]) {
      const { stdout } = await run([...words, '--lang', language]);
      expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    }
  });

  it('prints the version', async () => {
    expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('the language', () => {
  it.each([
    [[], {}, 'it'],
    [[], { LANG: 'de_AT.UTF-8' }, 'de'],
    [[], { LANG: 'de_DE.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
    [[], { LANG: 'fr_FR.UTF-8' }, 'it'],
    [[], { LANG: 'en_US.UTF-8', LC_ALL: 'C' }, 'it'],
    [['--lang', 'en'], { LANG: 'de_DE' }, 'en'],
    [['--lang=de', 'status'], {}, 'de'],
    [['--lang', 'xx'], { LANG: 'de_DE' }, 'de'],
  ] as const)('of %j in %j is %s', (words, env, language) => {
    expect(languageOf(words, env)).toBe(language);
  });
});

const WRONG_WORDS: readonly (readonly string[])[] = [
  ['bogus'],
  ['help', 'bogus'],
  ['status', '--bogus'],
  ['status', 'too-many'],
  ['discover'],
  ['discover', 'mario.rossi'],
  ['discover', 'a@example.com', '--dns', 'not a server'],
  ['test'],
  ['test', '--address'],
  ['test', '--address', 'mario,rossi@example.com'],
  ['test', '--address', 'a@example.com', '--port', '70000', '--host', 'smtp.example.com'],
  ['test', '--address', 'a@example.com', '--port', '465'],
  ['test', '--address', 'a@example.com', '--security', 'none', '--host', 'smtp.example.com'],
  ['test', '--address', 'a@example.com', '--to', 'nobody'],
  ['test', '--address', 'a@example.com'],
  ['apply'],
  ['apply', 'answers.json', '--secrets', 'file.json'],
  ['apply', 'answers.json', '--to', 'nobody'],
  ['send', '--doctor', 'rossi'],
  ['send', '--doctor', 'rossi', '--to', 'nobody'],
  ['remove'],
  ['repair'],
  ['diagnose'],
  ['status', '--lang', 'xx'],
];

describe('wrong usage', () => {
  it.each(WRONG_WORDS)('%s %s %s %s %s ends with 2 and says why', async (...words) => {
    const plain = await run(words);
    expect(plain.status).toBe(2);
    expect(plain.stdout).toBe('');
    expect(plain.stderr).not.toBe('');
    const json = await run([...words, '--json']);
    expect(json.status).toBe(2);
    const document = JSON.parse(json.stdout);
    expect(document.error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    expect(json.stderr).toContain(document.error.message);
  });

  it('names the command that there is not', async () => {
    for (const words of [['bogus'], ['help', 'bogus'], ['help', 'bogus', '--lang', 'it']]) {
      const { stderr } = await run(['--lang', 'it', ...words]);
      expect(stderr).toContain('Comando sconosciuto: bogus.');
    }
  });

  it('proposes the likelier address', async () => {
    const { stderr } = await run(['discover', 'mario,rossi@gmial.com']);
    expect(stderr).toContain('mario.rossi@gmail.com');
  });

  it('keeps the shape of the command beside the error', async () => {
    const { stdout } = await run(['test', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, stages: [], diagnosis: null });
    const applied = await run(['apply', '--json']);
    expect(JSON.parse(applied.stdout)).toMatchObject({ results: [] });
  });
});

describe('a password among the arguments', () => {
  it.each([
    ['test', '--address', 'a@example.com', '--password', CANARY],
    ['test', '--address', 'a@example.com', `--password=${CANARY}`],
    ['test', '--address', 'a@example.com', `--pasword=${CANARY}`],
    ['test', '--address', 'a@example.com', `--password-stdin=${CANARY}`],
    ['apply', 'answers.json', '--secrets', CANARY],
    ['apply', 'answers.json', `--secrets=${CANARY}`],
    ['test', '--address', 'a@example.com', CANARY],
    ['test', '--address', 'a@example.com', '--host', `${CANARY} `, '--port', CANARY],
    ['--password', CANARY, 'status'],
  ])('is refused and not repeated: %s %s %s %s', async (...words) => {
    for (const more of [[], ['--json']]) {
      const { status, stdout, stderr } = await run([...words, ...more]);
      expect(status).toBe(2);
      expect(stdout + stderr).not.toContain(CANARY);
    }
  });
});

it('warns of a password in a flag as of any other', async () => {
  const words = ['test', '--address', 'a@example.com', `--password-stdin=${CANARY}`, '--json'];
  const { stdout } = await run(words);
  expect(JSON.parse(stdout).error.code).toBe('secret-as-argument');
});

describe('a name server given by hand', () => {
  it('is named when it is silent', async () => {
    const discover = async (address: string) => offline(address);
    const parts = { openServices: async () => succeed(services({ discover })) };
    const words = ['discover', 'a@example.com', '--lang', 'it'];
    const given = await run([...words, '--dns', '192.0.2.53:53'], { parts });
    expect(given.stdout).toContain(
      'Il server DNS 192.0.2.53:53, indicato con --dns, non risponde.',
    );
    const own = await run(words, { parts });
    expect(own.stdout).toContain('senza rete');
  });
});

describe('a result that nobody gets', () => {
  it('ends with 3 when the disk it goes to is full', async () => {
    const { status, stderr } = await run(['status', '--json'], { stdoutFails: 'ENOSPC' });
    expect(status).toBe(3);
    expect(stderr).toContain('ENOSPC');
  });

  it('is no fault when the reader has left', async () => {
    const stdoutFails = 'EPIPE';
    expect(await run(['status', '--json'], { stdoutFails })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });
});

describe('a doctor without a sender', () => {
  it('is told from one whom the practice does not have', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mittente-unit-'));
    const doctorsFile = join(folder, 'medici.csv');
    await writeFile(doctorsFile, 'id;name\nrossi;Dott. Mario Rossi\n');
    const sendersFile = join(folder, 'senders.json');
    await writeFile(
      sendersFile,
      '{"version":1,"updatedAt":"2026-11-22T10:15:00.000Z","senders":[]}',
    );
    const profile = { ...services().profile, doctorsFile, sendersFile };
    const openServices = async () => ({ ok: true as const, value: services({ profile }) });
    for (const words of [['check'], ['send', '--to', 'b@example.com']]) {
      const codeOf = async (id: string) => {
        const all = [...words, '--doctor', id, '--json'];
        const { status, stdout } = await run(all, { parts: { openServices } });
        return [status, JSON.parse(stdout).error.code];
      };
      expect(await codeOf('rossi')).toEqual([1, 'no-sender']);
      expect(await codeOf('nobody')).toEqual([1, 'unknown-doctor']);
    }
  });
});

describe('exit statuses', () => {
  it('are 3, with file and line, for a file that is malformed', async () => {
    const openServices = async () =>
      fail({
        code: 'file-malformed',
        which: 'profile',
        file: '/practice/record-profile.json',
        line: 4,
        key: 'senders.path',
        detail: 'expected a string',
      } as const);
    for (const words of [['status'], ['discover', 'a@example.com'], ['check'], ['explain']]) {
      const { status, stdout } = await run([...words, '--json'], { parts: { openServices } });
      expect(status).toBe(3);
      expect(JSON.parse(stdout).error).toMatchObject({
        code: 'file-malformed',
        file: '/practice/record-profile.json',
        line: 4,
        key: 'senders.path',
      });
    }
  });

  it('are 1, without a message that could quote a secret, for a bug', async () => {
    const openServices = async () => {
      throw new TypeError(`cannot read ${CANARY}`);
    };
    const { status, stdout, stderr } = await run(['status'], { parts: { openServices } });
    expect(status).toBe(1);
    expect(stderr).toContain('TypeError');
    expect(stdout + stderr).not.toContain(CANARY);
  });

  it('are 1 for repair in plain Node, which has no window', async () => {
    const { status, stderr } = await run(['repair', '--doctor', 'rossi', '--error', '535 no']);
    expect(status).toBe(1);
    expect(stderr).toContain('mittente://repair?doctor=rossi');
  });

  it('are 4 for apply without a usable keychain, before any password is asked for', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'mittente-unit-')), 'answers.json');
    const doctor = {
      id: 'rossi',
      name: 'Dott. Mario Rossi',
      choice: 'personal',
      address: 'a@example.com',
    };
    await writeFile(file, JSON.stringify({ version: 1, doctors: [doctor] }));
    const keychain = {
      ...workingKeychain,
      check: async () => fail({ code: 'keychain-locked', detail: 'locked' } as const),
    };
    const openServices = async () => ({ ok: true as const, value: services({ keychain }) });
    const { status, stdout } = await run(['apply', file, '--json'], { parts: { openServices } });
    expect(status).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject({ results: [], error: { code: 'keychain-locked' } });
  });
});
