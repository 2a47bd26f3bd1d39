import { dirname } from 'node:path';
import type { Command } from 'commander';
import type { Language } from '../language.ts';
import type { FileProblem } from '../record/practice.ts';
import type { Result } from '../result.ts';
import { openServices, type Services } from '../services.ts';
import type { Translate } from '../texts/index.ts';
import type { openRealEffects } from '../wizard/real-effects.ts';
import { onInterrupt } from './interrupt.ts';
import type { CliIo } from './io.ts';
import type { Outcome } from './outcome.ts';
import type { Output } from './output.ts';

/** What the commands are made of; tests give their own. */
export interface CliParts {
  readonly openServices: typeof openServices;
  readonly openEffects: typeof openRealEffects;
  readonly now: () => Date;
  readonly onInterrupt: typeof onInterrupt;
}

export const REAL_PARTS: CliParts = {
  openServices,
  // Loaded only by the one command that goes the wizard's way.
  openEffects: async (...wish) => {
    const effects = await import('../wizard/real-effects.ts');
    return effects.openRealEffects(...wish);
  },
  now: () => new Date(),
  onInterrupt,
};

/** What every command has at hand. */
export interface Cli {
  readonly io: CliIo;
  readonly output: Output;
  readonly language: Language;
  readonly t: Translate;
  readonly parts: CliParts;
  readonly profilePath: string | null;
}

export const COMMANDS = [
  'status',
  'discover',
  'test',
  'apply',
  'check',
  'send',
  'explain',
  'remove',
  'repair',
  'diagnose',
] as const;

export type CommandName = (typeof COMMANDS)[number];

/** One command: its words, its JSON with nothing in it, and what it does. */
export interface CommandModule {
  readonly name: CommandName;
  /** The shape of the JSON document, empty; an error is told beside it. */
  readonly empty: Readonly<Record<string, unknown>>;
  /** Its JSON is a document a line, and so is an error. */
  readonly lines?: true;
  declare(command: Command, t: Translate): void;
  run(cli: Cli, command: Command): Promise<Outcome>;
}

export function serviceOptions({ io, profilePath }: Cli) {
  const installed = io.versions?.electron !== undefined && io.execPath !== undefined;
  return { profilePath, executableDir: installed ? dirname(io.execPath ?? '') : null };
}

/** The product's parts for the record that the command is about. */
export function open(
  cli: Cli,
  more: { readonly dnsServer?: string } = {},
): Promise<Result<Services, FileProblem>> {
  return cli.parts.openServices({ ...serviceOptions(cli), ...more });
}
