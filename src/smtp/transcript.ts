import type { Redact } from './redact.ts';
import { printable } from './reply.ts';

const LINES = 200;

/** The dialogue for the technician: bounded, printable, and without secrets. */
export interface Transcript {
  readonly lines: readonly string[];
  client(command: string): void;
  server(reply: string): void;
  note(event: string): void;
}

export function createTranscript(redact: Redact): Transcript {
  const lines: string[] = [];
  const add = (mark: string, text: string): void => {
    for (const line of text.split(/\r?\n/)) {
      if (lines.length > LINES) return;
      lines.push(lines.length === LINES ? '...' : redact(`${mark} ${printable(redact(line))}`));
    }
  };
  return {
    lines,
    client: (command) => add('C:', command),
    server: (reply) => add('S:', reply),
    note: (event) => add('--', event),
  };
}
