import { describe, expect, it } from 'vitest';
import packageFile from '../../../package.json' with { type: 'json' };
import { COMMANDS } from '../../../src/cli/cli.ts';
import { run } from '../cli/surroundings.ts';
import { codeOf, PAGES } from './pages.ts';

/** `mittente` and its words up to the next pipe; on Windows, and run from a folder, with more around. */
const CALL = /(?:^|> |\| |[\\/])mittente(?:\.exe"?|\.js)? ([^|`]*)/g;

const options = async (words: readonly string[]): Promise<Set<string>> => {
  const { stdout } = await run([...words, '--help', '--lang', 'en']);
  return new Set(stdout.match(/--[a-z][\w-]*/g));
};

/** What the program itself says that it takes, by command. */
const known = new Map<string, Set<string>>([['', await options([])]]);
for (const name of COMMANDS) known.set(name, await options([name]));

interface Call {
  readonly command: string;
  readonly options: readonly string[];
}

/** Calls whose first word is a command or an option: other mentions are a name, not a call. */
function callsIn(line: string): Call[] {
  return [...line.matchAll(CALL)].flatMap(([, rest = '']) => {
    const words = rest.trim().split(/\s+/);
    const command = words.find((word) => /^[a-z]+$/.test(word)) ?? '';
    const isCall = words[0] === command || words[0]?.startsWith('--');
    if (!isCall || command === 'help') return [];
    return [{ command, options: words.filter((word) => word.startsWith('--')) }];
  });
}

describe.each(PAGES)('$name', (page) => {
  it('shows only commands and options that the program has', () => {
    const wrong = codeOf(page)
      .flatMap(callsIn)
      .filter(({ command, options: shown }) => {
        const taken = known.get(command);
        return !taken || shown.some((option) => !taken.has(option.replace(/=.*/, '')));
      });
    expect(wrong).toEqual([]);
  });

  it('names only scripts that package.json has', () => {
    const named = codeOf(page).flatMap((line) =>
      [...line.matchAll(/\bnpm (?:run )?([\w:-]+)/g)].map(([, name = '']) => name),
    );
    const npmItself = ['run', 'ci', 'install', 'exec', 'audit', 'pack'];
    const scripts = [...Object.keys(packageFile.scripts), ...npmItself];
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

describe('README.md', () => {
  it('says what each script is for', () => {
    const readme = PAGES.find(({ name }) => name === 'README.md');
    const table = readme?.text.match(/^\| `npm .*$/gm)?.join('\n') ?? '';
    const missing = Object.keys(packageFile.scripts).filter(
      (name) => !new RegExp(`\`npm (run )?${name}\``).test(table),
    );
    expect(missing).toEqual([]);
  });
});

describe('a call in the documents', () => {
  it.each([
    ['> type a | mittente apply b.json --secrets -', 'apply', ['--secrets']],
    ['start /wait "" "C:\\Program Files\\Mittente\\mittente.exe" status', 'status', []],
    ['mittente --profile FILE check --doctor ID', 'check', ['--profile', '--doctor']],
  ])('is understood: %s', (line, command, shown) => {
    expect(callsIn(line)).toEqual([{ command, options: shown }]);
  });

  it('of an option that is not there is seen', () => {
    expect(known.get('status')?.has('--secrets')).toBe(false);
    expect(known.get('apply')?.has('--secrets')).toBe(true);
  });
});
