import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const MODULE = new URL('../../../electron/standard-input.ts', import.meta.url).href;

/** A program in which `process.stdin` is at its end, as in Electron on Windows. */
const PROGRAM = `
  import { Readable } from 'node:stream';
  Object.defineProperty(process, 'stdin', { value: Readable.from([]) });
  const { standardInput } = await import(${JSON.stringify(MODULE)});
  let text = '';
  for await (const chunk of standardInput('win32')) text += chunk;
  process.stdout.write(JSON.stringify(text));
`;

const read = (options: Parameters<typeof spawnSync>[2]) => {
  const args = ['--input-type=module', '--eval', PROGRAM];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', ...options });
  return JSON.parse(String(stdout));
};

const SECRETS = '{ "rossi": "perché no" }\n';

describe('standard input where process.stdin gives nothing', () => {
  it('is read from a pipe', () => {
    expect(read({ input: SECRETS })).toBe(SECRETS);
  });

  it('is read from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mittente-stdin-'));
    writeFileSync(join(folder, 'secrets.json'), SECRETS);
    const file = openSync(join(folder, 'secrets.json'), 'r');
    try {
      expect(read({ stdio: [file, 'pipe', 'pipe'] })).toBe(SECRETS);
    } finally {
      closeSync(file);
      rmSync(folder, { recursive: true });
    }
  });

  it('is at its end where there is none, or nothing that can be read', () => {
    expect(read({ stdio: ['ignore', 'pipe', 'pipe'] })).toBe('');
    const folder = openSync(tmpdir(), 'r');
    try {
      expect(read({ stdio: [folder, 'pipe', 'pipe'] })).toBe('');
    } finally {
      closeSync(folder);
    }
  });
});
