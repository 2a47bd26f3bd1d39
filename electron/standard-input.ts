import { createReadStream } from 'node:fs';
import { PassThrough } from 'node:stream';

/** What the shell passes to a program as its standard input. */
const STANDARD_INPUT = 0;

/**
 * Standard input for the commands. On Windows Electron puts a stream in place of `process.stdin` that
 * is always at its end (lib/common/init.ts in Electron's source), so what was piped or redirected is
 * read from its descriptor. Without any, as after a double click, it is at its end too.
 */
export function standardInput(platform = process.platform): NodeJS.ReadableStream {
  if (platform !== 'win32') return process.stdin;
  const input = new PassThrough();
  const source = createReadStream('', { fd: STANDARD_INPUT, autoClose: false });
  // A pipe whose writer is done is reported as an error on Windows; either way nothing more comes.
  source.once('error', () => input.end());
  return source.pipe(input);
}
