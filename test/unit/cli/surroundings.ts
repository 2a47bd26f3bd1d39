import { EventEmitter } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import type { CliParts } from '../../../src/cli/cli.ts';
import type { CliIo } from '../../../src/cli/io.ts';
import { runCli } from '../../../src/cli/run.ts';
import type { Keychain } from '../../../src/keychain/keychain.ts';
import { succeed } from '../../../src/result.ts';
import { Secret } from '../../../src/secret.ts';
import type { Services } from '../../../src/services.ts';
import type { ProbeRequest, ProbeResult } from '../../../src/smtp/probe.ts';
import { FACTS, found, PASSED, provider } from '../wizard/world.ts';

export const CANARY = 'canary-Pa55-word';

class Collector extends Writable {
  text = '';
  fails: string | null = null;
  isTTY = false;

  override _write(chunk: Buffer, _encoding: string, done: (error: Error | null) => void): void {
    this.text += chunk.toString('utf8');
    done(this.fails ? Object.assign(new Error('told to fail'), { code: this.fails }) : null);
  }
}

/** A terminal's keyboard: notes whether it shows what is typed. */
export class Keyboard extends EventEmitter {
  readonly isTTY = true;
  readonly modes: boolean[] = [];

  setRawMode(on: boolean): void {
    this.modes.push(on);
  }

  resume(): void {}

  pause(): void {}

  type(text: string): void {
    this.emit('data', Buffer.from(text));
  }
}

export interface FakeWish {
  readonly stdin?: string | Buffer;
  readonly keyboard?: Keyboard;
  readonly env?: Record<string, string>;
  readonly parts?: Partial<CliParts>;
  /** The code with which every write of the result fails. */
  readonly stdoutFails?: string;
}

export function fakeIo({ stdin = '', keyboard, env = {}, stdoutFails }: FakeWish = {}) {
  const input = new PassThrough();
  input.end(stdin);
  const stdout = new Collector();
  stdout.fails = stdoutFails ?? null;
  const stderr = new Collector();
  const io: CliIo = {
    stdin: (keyboard ?? input) as CliIo['stdin'],
    stdout,
    stderr,
    env,
  };
  return { io, stdout, stderr };
}

/** Runs a command in this process and gives what it said. */
export async function run(words: readonly string[], wish: FakeWish = {}) {
  const { io, stdout, stderr } = fakeIo(wish);
  const parts: CliParts = {
    openServices: async () => succeed(services()),
    openEffects: async () => {
      throw new Error('this command has nothing to do with the wizard');
    },
    now: () => new Date('2026-11-22T10:15:00.000Z'),
    onInterrupt: () => () => undefined,
    ...wish.parts,
  };
  const status = await runCli(words, io, parts);
  return { status, stdout: stdout.text, stderr: stderr.text };
}

export const workingKeychain: Keychain = {
  check: async () => succeed(undefined),
  read: async () => succeed(new Secret(CANARY)),
  write: async () => succeed(undefined),
  remove: async () => succeed(true),
};

/** The product's parts without a network, a keychain or a file; `probed` is what was tried. */
export function services(changes: Partial<Services> = {}): Services {
  return {
    profile: {
      file: null,
      recordName: 'Cartella di prova',
      doctorsFile: null,
      sendersFile: '/nowhere/senders.json',
      exports: [],
      authorities: [],
      providersFile: null,
      example: null,
    },
    campaign: FACTS.campaign,
    catalogue: { version: 1, providers: [provider()] },
    keychain: workingKeychain,
    discover: async (address) => found(address),
    probe: async () => PASSED,
    ...changes,
  };
}

/** A probe that gives these results, one after the other, and notes what it was asked. */
export function scriptedProbe(...results: readonly ProbeResult[]) {
  const requests: ProbeRequest[] = [];
  const probe: Services['probe'] = async (request, observer) => {
    const result = results[requests.length];
    requests.push(request);
    if (!result) throw new Error('the probe was run once too often');
    for (const stage of result.stages) observer?.onStageEnd?.(stage);
    return result;
  };
  return { probe, requests };
}
