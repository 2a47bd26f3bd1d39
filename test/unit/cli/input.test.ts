import { PassThrough } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import type { Cli } from '../../../src/cli/cli.ts';
import { promptHidden, readFirstLine, readLines } from '../../../src/cli/io.ts';
import { openPasswords, parseSecrets } from '../../../src/cli/passwords.ts';
import { translator } from '../../../src/texts/index.ts';
import { fakeIo, Keyboard } from './surroundings.ts';

const stream = (...chunks: readonly (string | Buffer)[]) => {
  const input = new PassThrough();
  for (const chunk of chunks) input.write(chunk);
  input.end();
  return input;
};

describe('the first line of standard input', () => {
  it.each([
    ['secret', ['secret']],
    ['secret', ['secret\n']],
    ['secret', ['secret\r\nsecond\r\n']],
    ['secret', ['\uFEFFsecret\n']],
    [' spaces ', [' spaces \n']],
    ['pà€😀', [Buffer.from('pà€😀\n').subarray(0, 4), Buffer.from('pà€😀\n').subarray(4)]],
    ['', ['']],
    ['', ['\nsecret']],
  ])('is %j', async (expected, chunks) => {
    expect(await readFirstLine(stream(...chunks))).toBe(expected);
  });

  it('is refused when it is not UTF-8', async () => {
    expect(await readFirstLine(stream(Buffer.from([0x70, 0xe0, 0x0a])))).toBeNull();
  });

  it('does not wait for the end of the input', async () => {
    const input = new PassThrough();
    input.write('secret\n');
    expect(await readFirstLine(input)).toBe('secret');
  });
});

describe('the lines of standard input', () => {
  const lines = async (...chunks: readonly (string | Buffer)[]) => {
    const read: string[] = [];
    for await (const line of readLines(stream(...chunks))) read.push(line);
    return read;
  };

  it('are all there, the empty ones too, but for the end of the last', async () => {
    expect(await lines('a\n\nb\r\n', '\nc')).toEqual(['a', '', 'b', '', 'c']);
    expect(await lines('a\n')).toEqual(['a']);
    expect(await lines('\n')).toEqual(['']);
    expect(await lines('')).toEqual([]);
  });

  it('may be in UTF-16, as Windows PowerShell writes a file, or Windows-1252 where a log is', async () => {
    const utf16 = Buffer.from('\uFEFFperò\r\n€\r\n', 'utf16le');
    const bytes = Array.from(utf16, (byte) => Buffer.from([byte]));
    expect(await lines(...bytes)).toEqual(['però', '€']);
    expect(await lines('è\n', Buffer.from('perch\xe9\n', 'latin1'), 'ò')).toEqual([
      'è',
      'perché',
      'ò',
    ]);
    expect(await lines('\uFEFFx')).toEqual(['x']);
    expect(await lines('x')).toEqual(['x']);
  });

  it('are whole, however they arrive', async () => {
    const bytes = Buffer.from('però\nè\n');
    expect(await lines(bytes.subarray(0, 4), bytes.subarray(4, 7), bytes.subarray(7))).toEqual([
      'però',
      'è',
    ]);
  });
});

describe('secrets on standard input', () => {
  it('are a JSON object of texts', () => {
    expect(parseSecrets('{"rossi":"one","bianchi":"two"}')?.get('bianchi')?.reveal()).toBe('two');
  });

  it.each(['', 'hunter2', '[]', 'null', '{"rossi":1}', '{"rossi":{"a":"b"}}', '{"rossi":"x"'])(
    'are not %j',
    (text) => {
      expect(parseSecrets(text)).toBeNull();
    },
  );
});

describe('the passwords of many doctors', () => {
  it('are not asked for any more once a question was interrupted', async () => {
    const keyboard = new Keyboard();
    const { io, stderr } = fakeIo({ keyboard });
    const cli = { io, t: translator('en') } as unknown as Cli;
    const stop = new AbortController();
    const source = await openPasswords(cli, false, stop);
    if (!source.ok) throw new Error('there is a keyboard');
    const asked = ['one', 'two', 'three'].map((id) => source.value(id, `${id}@example.com`));
    await vi.waitFor(() => expect(stderr.text).toContain('one@example.com'));
    keyboard.type('secret\r');
    await vi.waitFor(() => expect(stderr.text).toContain('two@example.com'));
    keyboard.type('\u0003');
    const answers = (await Promise.all(asked)).map((answer) => answer?.reveal() ?? null);
    expect(answers).toEqual(['secret', null, null]);
    expect(stderr.text).not.toContain('three@example.com');
    expect(stop.signal.aborted).toBe(true);
  });
});

describe('the prompt', () => {
  const ask = async (...typed: readonly string[]) => {
    const keyboard = new Keyboard();
    const { io, stdout, stderr } = fakeIo({ keyboard });
    const answer = promptHidden(io, 'Password: ');
    await Promise.resolve();
    for (const text of typed) keyboard.type(text);
    return { answer: (await answer)?.reveal() ?? null, keyboard, shown: stdout.text + stderr.text };
  };

  it('takes what is typed and shows none of it', async () => {
    const { answer, shown, keyboard } = await ask('sec', 'ret', '\r');
    expect(answer).toBe('secret');
    expect(shown).toBe('Password: \n');
    expect(keyboard.modes).toEqual([true, false]);
  });

  it('understands backspace, Ctrl-U, arrows and a whole line pasted', async () => {
    expect((await ask('wrong\u0015secx\u007fret\r')).answer).toBe('secret');
    expect((await ask('sec\u001b[D\u001bOAret\n')).answer).toBe('secret');
    expect((await ask('😀x\u007f\u007fsecret\r\n')).answer).toBe('secret');
  });

  it('is ended from outside, and the terminal shows typing again', async () => {
    const keyboard = new Keyboard();
    const { io, stderr } = fakeIo({ keyboard });
    const stop = new AbortController();
    const answer = promptHidden(io, 'Password: ', stop.signal);
    keyboard.type('sec');
    stop.abort();
    expect(await answer).toBeNull();
    expect(keyboard.modes).toEqual([true, false]);
    expect(await promptHidden(io, 'Password: ', stop.signal)).toBeNull();
    expect(stderr.text).toBe('Password: \n');
  });

  it('is ended by Ctrl-C without an answer, and the terminal shows typing again', async () => {
    const { answer, keyboard } = await ask('sec\u0003');
    expect(answer).toBeNull();
    expect(keyboard.modes).toEqual([true, false]);
  });
});
