import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExamplePractice, openExamplePractice } from '../../../scripts/example/practice.ts';
import { openSession, type Session } from '../../../scripts/session.ts';
import { MAIN, type Ran, runProgram } from '../cli/practice.ts';

const GUIDE = fileURLToPath(new URL('../../../docs/guida-tecnico.md', import.meta.url));

/** A fenced block: a file that is shown (`json risposte.json`), or commands and what they print. */
const BLOCK = /^```(\w+)(?: (\S+))?\n(.*?)^```$/gms;
const PROMPT = '> ';

let session: Session;
let practice: ExamplePractice;
let home: string;

beforeAll(async () => {
  session = await openSession({ keyring: 'private', display: false });
  practice = await openExamplePractice(() => undefined);
  // Where the program finds a profile by itself: the guide's commands name none.
  home = await mkdtemp(join(tmpdir(), 'mittente-guide-'));
  await mkdir(join(home, 'data'));
  await symlink(practice.folder, join(home, 'data', 'mittente'));
});

afterAll(async () => {
  await practice.close();
  await session.close();
  await rm(home, { recursive: true, force: true });
});

/** One command line of the guide, `type FILE |` before it being its standard input. */
async function run(line: string): Promise<Ran> {
  const [, input, rest = ''] = /^(?:type (\S+) \| )?mittente (.*)$/.exec(line) ?? [];
  const stdin = input === undefined ? '' : await readFile(join(practice.folder, input), 'utf8');
  const words = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);
  const env = { ...session.env, LANG: 'it_IT.UTF-8', XDG_DATA_HOME: join(home, 'data') };
  const args = [MAIN, ...words.map((word) => word ?? '')];
  return await runProgram(args, env, stdin, practice.folder);
}

/** What differs from one computer, or one run, to the next. */
const alike = (output: string): string =>
  output
    .replaceAll(/ +\d+ ms/g, ' ms')
    .replaceAll(/(localhost:|port )\d+/g, '$1')
    .replaceAll(/220 \S+/g, '220')
    .replaceAll(/<[\w-]+@/g, '<@')
    .replaceAll(/\S*[\\/]rapporto/g, 'rapporto')
    .replaceAll(/\d+ \p{L}{3} 20\d\d {2,}/gu, 'day ')
    // Doctors are tried at the same time: whoever ends first is told first.
    .split('\n')
    .sort()
    .join('\n');

/** The guide with what its commands print now, where that says something else than it showed. */
async function refreshed(guide: string): Promise<string> {
  let fresh = guide;
  let status = 0;
  for (const [block, kind, file, body = ''] of guide.matchAll(BLOCK)) {
    if (file !== undefined) await writeFile(join(practice.folder, file), body);
    if (kind !== 'console') continue;
    let next = '```console\n';
    for (const entry of body.split(/^(?=> )/m)) {
      const [line = '', ...printed] = entry.split('\n');
      const command = line.slice(PROMPT.length);
      const shown = printed.join('\n');
      if (command === 'echo %ERRORLEVEL%') {
        next += `${line}\n${status}\n`;
        continue;
      }
      const ran = await run(command);
      status = ran.status ?? -1;
      const now = ran.stdout + ran.stderr;
      next += `${line}\n${alike(now) === alike(shown) ? shown : now}`;
    }
    fresh = fresh.replace(block, () => `${next}\`\`\``);
  }
  return fresh;
}

describe("the technician's guide", () => {
  it('shows what each command prints on the example practice (vitest -u renews it)', async () => {
    const guide = await readFile(GUIDE, 'utf8');
    expect(guide.match(/^> mittente/gm)?.length).toBeGreaterThan(5);
    await expect(await refreshed(guide)).toMatchFileSnapshot(GUIDE);
  }, 300_000);
});
