import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { canEnsureSystem } from '../../../scripts/system.ts';

const run = promisify(execFile);

const PROJECT = join(import.meta.dirname, '..', '..', '..');

/** What of `CREDENTIALW` the examples read, as C#, Pascal and C name it. */
const FIELDS = [
  ['BlobSize', 'CredentialBlobSize'],
  ['Blob', 'CredentialBlob'],
  ['UserName', 'UserName'],
] as const;

const why =
  process.arch === 'x64' && canEnsureSystem('windows', 'examples')
    ? null
    : 'the compilers: not here, and only root on Debian or Ubuntu can install them';

describe.skipIf(why !== null)(`the examples of the contract, compiled ${why ?? ''}`, () => {
  let folder: string;

  beforeAll(async () => {
    const script = join(PROJECT, 'scripts', 'system.ts');
    await run(process.execPath, [script, 'windows', 'examples']);
    folder = await mkdtemp(join(tmpdir(), 'mittente-examples-'));
  }, 600_000);

  afterAll(async () => {
    if (folder) await rm(folder, { recursive: true });
  });

  async function example(language: string): Promise<string> {
    const contract = await readFile(join(PROJECT, 'docs', 'contract.md'), 'utf8');
    const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]+?)^\`\`\`$`, 'm').exec(contract);
    if (!block?.[1]) throw new Error(`docs/contract.md has no example in ${language}`);
    return block[1];
  }

  const write = async (name: string, lines: readonly string[]) => {
    await writeFile(join(folder, name), lines.join('\n'));
    return join(folder, name);
  };

  /** Fails where a field lies elsewhere in the structure that Windows fills in. */
  async function expectAsInC(offsets: readonly number[]): Promise<void> {
    const source = await write('layout.c', [
      '#include <windows.h>',
      '#include <wincred.h>',
      '#include <stddef.h>',
      ...FIELDS.map(
        ([, field], index) =>
          `_Static_assert(offsetof(CREDENTIALW, ${field}) == ${offsets[index]}, "${field}");`,
      ),
    ]);
    await run('x86_64-w64-mingw32-gcc', ['-fsyntax-only', source]);
  }

  const numbersOf = ({ stdout }: { stdout: string }) => stdout.trim().split(/\s+/).map(Number);

  it('C#, as old as version 7, finds the password where C does', async () => {
    const offset = (field: string) => `Marshal.OffsetOf(typeof(NativeCredential), "${field}")`;
    const source = await write('example.cs', [
      'using System; using System.Runtime.InteropServices; using System.Text;',
      'class Example {',
      await example('csharp'),
      'static void Main() {',
      ...FIELDS.map(([field]) => `Console.WriteLine(${offset(field)});`),
      '} }',
    ]);
    await run('mcs', ['-langversion:7', source]);
    await expectAsInC(numbersOf(await run('mono', [join(folder, 'example.exe')])));
  });

  it('Delphi, as Free Pascal understands it, finds the password where C does', async () => {
    const offset = (field: string) => `PtrUInt(@PMittenteCredential(nil)^.${field})`;
    const dll = "external 'advapi32.dll';";
    const unit = (await example('pascal'))
      .replace(dll, 'begin Credential := nil; Result := False; end;')
      .replace(dll, 'begin end;');
    // What Winapi.Windows declares.
    const windows = 'DWORD = LongWord; BOOL = LongBool; TFileTime = record Low, High: DWORD; end;';
    const source = await write('example.pas', [
      'program example; {$mode delphiunicode} uses SysUtils;',
      `type ${windows}`,
      unit,
      `begin WriteLn(${FIELDS.map(([, field]) => offset(field)).join(", ' ', ")}); end.`,
    ]);
    await run('fpc', ['-v0', source], { cwd: folder });
    await expectAsInC(numbersOf(await run(join(folder, 'example'), [])));
  });
});
