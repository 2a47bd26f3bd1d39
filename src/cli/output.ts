import { finished } from 'node:stream/promises';
import type { CliIo } from './io.ts';

/**
 * Where words go. With `--json`, standard output has one document and nothing else; what people
 * read goes to standard error then.
 */
export class Output {
  readonly json: boolean;
  readonly #io: CliIo;
  #progress = false;
  #lost: string | null = null;

  constructor(io: CliIo, json: boolean) {
    this.#io = io;
    this.json = json;
    // Whoever reads may leave early (`mittente status | head -1`): that is no fault.
    io.stderr.on('error', () => undefined);
    io.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') this.#lost ??= error.code ?? error.name;
    });
  }

  /** A line of the result, for people; with `--json` there are none. */
  say(line: string): void {
    if (this.json) return;
    this.#clearProgress();
    this.#io.stdout.write(`${line}\n`);
  }

  /** A line that is not the result: what went wrong. */
  complain(line: string): void {
    this.#clearProgress();
    this.#io.stderr.write(`${line}\n`);
  }

  /** A line that the next one replaces; only on a terminal. */
  progress(line: string): void {
    if (!this.#io.stderr.isTTY) return;
    this.#clearProgress();
    this.#io.stderr.write(line);
    this.#progress = true;
  }

  /** The one document of `--json`. */
  document(value: unknown): void {
    this.#io.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** One line of JSON lines. */
  jsonLine(value: unknown): void {
    this.#io.stdout.write(`${JSON.stringify(value)}\n`);
  }

  /** Text as it is, such as help. */
  text(value: string): void {
    this.#io.stdout.write(value);
  }

  get showsToPerson(): boolean {
    return this.#io.stdout.isTTY === true;
  }

  /** Why a part of the result was lost, such as `ENOSPC`; null: it was not. */
  get lost(): string | null {
    return this.#lost;
  }

  /** Waits until everything written has left: the installed program ends at once afterwards. */
  async flush(): Promise<void> {
    this.#clearProgress();
    await Promise.all([this.#io.stdout, this.#io.stderr].map(written));
  }

  #clearProgress(): void {
    if (!this.#progress) return;
    this.#progress = false;
    this.#io.stderr.write('\r\u001b[K');
  }
}

async function written(stream: NodeJS.WritableStream): Promise<void> {
  await Promise.race([
    new Promise<void>((resolve) => stream.write('', () => resolve())),
    finished(stream).catch(() => undefined),
  ]);
}
