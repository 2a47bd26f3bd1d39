import { StringDecoder } from 'node:string_decoder';
import { decodeLenient } from '../record/text-file.ts';
import { Secret } from '../secret.ts';

type Input = NodeJS.ReadableStream & {
  readonly isTTY?: boolean;
  setRawMode?(on: boolean): unknown;
};

type Printer = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** What a command has of the world: `process` is one. */
export interface CliIo {
  readonly stdin: Input;
  readonly stdout: Printer;
  readonly stderr: Printer;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** With `versions.electron`, the installed program; its folder is where profiles are looked for. */
  readonly execPath?: string;
  readonly versions?: Readonly<Record<string, string | undefined>>;
}

/** All of standard input as UTF-8 text, without a byte order mark; null when it is not UTF-8. */
export async function readText(stdin: Input): Promise<string | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return decode(Buffer.concat(chunks));
}

/** The first line of standard input, without its line end; null when it is not UTF-8. */
export async function readFirstLine(stdin: Input): Promise<string | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    if (bytes.includes('\n')) break;
  }
  const text = decode(Buffer.concat(chunks));
  return text === null ? null : (/^[^\r\n]*/.exec(text)?.[0] ?? '');
}

/**
 * The lines of standard input as they come: UTF-8, with single lines in Windows-1252 where a log has
 * them, or UTF-16 with its byte order mark, as Windows PowerShell writes files.
 */
export async function* readLines(stdin: Input): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  for await (const chunk of withoutUtf16(stdin)) {
    const bytes = Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf('\n');
    rest = bytes.subarray(end + 1);
    let start = 0;
    for (let at = bytes.indexOf('\n'); at >= 0 && at <= end; at = bytes.indexOf('\n', start)) {
      yield await lineOf(bytes.subarray(start, at));
      start = at + 1;
    }
  }
  if (rest.length > 0) yield await lineOf(rest);
}

const lineOf = async (bytes: Buffer): Promise<string> =>
  (await decodeLenient(bytes)).replace(/\r$/, '');

/** The bytes as they come; UTF-16 is recognised by its first two and becomes UTF-8. */
async function* withoutUtf16(stdin: Input): AsyncGenerator<Buffer> {
  let start: Buffer | null = Buffer.alloc(0);
  let utf16: StringDecoder | null = null;
  for await (const chunk of stdin) {
    let bytes = Buffer.from(chunk);
    if (start) {
      bytes = Buffer.concat([start, bytes]);
      start = bytes.length < 2 ? bytes : null;
      if (start) continue;
      if (bytes[0] === 0xff && bytes[1] === 0xfe) {
        utf16 = new StringDecoder('utf16le');
        bytes = bytes.subarray(2);
      }
    }
    yield utf16 ? Buffer.from(utf16.write(bytes), 'utf8') : bytes;
  }
  if (start?.length) yield start;
}

/** Windows PowerShell puts a byte order mark before what it pipes. */
function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export const canPrompt = ({ stdin }: CliIo): boolean =>
  stdin.isTTY === true && typeof stdin.setRawMode === 'function';

const ENTER = new Set(['\r', '\n', '\u0004']);
const BACKSPACE = new Set(['\u007f', '\b']);
const CLEAR = '\u0015';
const INTERRUPT = '\u0003';
// biome-ignore lint/suspicious/noControlCharactersInRegex: what keys without a character send
const KEY_SEQUENCE = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|O.)/g;

/**
 * Asks on the terminal without showing what is typed; null when interrupted, with Ctrl-C or by
 * `signal`.
 */
export async function promptHidden(
  io: CliIo,
  question: string,
  signal?: AbortSignal,
): Promise<Secret | null> {
  if (signal?.aborted) return null;
  const { stdin, stderr } = io;
  const decoder = new StringDecoder('utf8');
  stderr.write(question);
  stdin.setRawMode?.(true);
  stdin.resume();
  try {
    return await new Promise((resolve) => {
      let typed: string[] = [];
      const end = (answer: Secret | null) => {
        stdin.removeListener('data', onData);
        stdin.removeListener('end', onEnd);
        signal?.removeEventListener('abort', onAbort);
        resolve(answer);
      };
      const onAbort = () => end(null);
      const onEnd = () => end(new Secret(typed.join('')));
      const onData = (chunk: Buffer | string) => {
        const text = typeof chunk === 'string' ? chunk : decoder.write(chunk);
        for (const key of text.replace(KEY_SEQUENCE, '')) {
          if (key === INTERRUPT) return end(null);
          if (ENTER.has(key)) return onEnd();
          if (key === CLEAR) typed = [];
          else if (BACKSPACE.has(key)) typed.pop();
          else if (key >= ' ') typed.push(key);
        }
      };
      stdin.on('data', onData);
      stdin.on('end', onEnd);
      signal?.addEventListener('abort', onAbort);
    });
  } finally {
    stdin.setRawMode?.(false);
    stdin.pause();
    stderr.write('\n');
  }
}
