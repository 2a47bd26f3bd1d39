import { translator } from '../texts/index.ts';
import {
  type Cli,
  type CliParts,
  COMMANDS,
  type CommandModule,
  type CommandName,
  REAL_PARTS,
} from './cli.ts';
import type { CliIo } from './io.ts';
import { languageOf } from './language.ts';
import { type Outcome, refuse } from './outcome.ts';
import { Output } from './output.ts';
import { createProgram } from './program.ts';
import { isUsage, refuseUsage, UsageError } from './usage.ts';

/** Each command is loaded when it is asked for. */
const LOADERS: Readonly<Record<CommandName, () => Promise<CommandModule>>> = {
  status: async () => (await import('./commands/status.ts')).status,
  discover: async () => (await import('./commands/discover.ts')).discover,
  test: async () => (await import('./commands/test.ts')).test,
  apply: async () => (await import('./commands/apply.ts')).apply,
  check: async () => (await import('./commands/check.ts')).check,
  send: async () => (await import('./commands/send.ts')).sendCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  remove: async () => (await import('./commands/remove.ts')).remove,
  repair: async () => (await import('./commands/repair.ts')).repair,
  diagnose: async () => (await import('./commands/diagnose.ts')).diagnoseCommand,
};

/** The commands that the words may mean (one may be an option's value); all for help without one. */
function loadCommands(argv: readonly string[]): Promise<readonly CommandModule[]> {
  const named = COMMANDS.filter((name) => argv.includes(name));
  return Promise.all((named.length > 0 ? named : COMMANDS).map((name) => LOADERS[name]()));
}

/**
 * Runs one of the technician's commands and gives its exit status (listed in guida-tecnico.md). The
 * words are those after the program's own; `io` is `process`, or a test's.
 */
export async function runCli(
  argv: readonly string[],
  io: CliIo,
  parts: CliParts = REAL_PARTS,
): Promise<number> {
  const output = new Output(io, argv.includes('--json'));
  const language = languageOf(argv, io.env);
  const t = translator(language);
  const modules = await loadCommands(argv);
  const asked = argv.find((word) => COMMANDS.some((name) => name === word));
  const expected = modules.find(({ name }) => name === asked);
  let told = '';
  const program = createProgram(modules, t, (text) => {
    told += text;
  });

  let outcome: Outcome | null;
  try {
    program.command.parse(argv, { from: 'user' });
    const chosen = program.chosen();
    const module = modules.find(({ name }) => name === chosen?.name);
    if (!chosen || !module) throw new Error('no command was chosen');
    const { profile } = program.command.opts<{ profile?: string }>();
    const cli: Cli = { io, output, language, t, parts, profilePath: profile ?? null };
    outcome = await module.run(cli, chosen.command);
  } catch (error) {
    if (!isUsage(error))
      outcome = refuse(1, 'internal', t('cli.error.internal', { what: nameOf(error) }));
    else if (error.code === 'commander.version') outcome = tellVersion(output, told);
    else if ('exitCode' in error && error.exitCode === 0) outcome = tellHelp(output, told);
    else if (error.code === 'commander.help') outcome = refuseUsage(helpless(argv), HELP, t);
    else outcome = refuseUsage(error, asked ? `mittente ${asked} --help` : HELP, t);
  }
  if (outcome !== null) finish(output, outcome, expected);
  await output.flush();
  if (output.lost !== null) {
    // Nobody has the answer: whatever was done, the script that waits for it must not go on.
    output.complain(t('cli.error.outputLost', { code: output.lost }));
    await output.flush();
    return 3;
  }
  return outcome?.status ?? 0;
}

const HELP = 'mittente --help';

/** `help` of a command that there is not, which commander takes for no command at all. */
function helpless(argv: readonly string[]): UsageError {
  const what = argv[argv.indexOf('help') + 1];
  return argv.includes('help') && what !== undefined
    ? new UsageError('usage', (t) => t('cli.usage.unknownCommand', { what }))
    : new UsageError('usage', (t) => t('cli.usage.missingCommand'));
}

/** Help comes in pieces; with `--json` it is one document all the same. */
function tellHelp(output: Output, help: string): null {
  if (output.json) output.document({ help });
  else output.text(help);
  return null;
}

function tellVersion(output: Output, text: string): null {
  if (output.json) output.document({ version: text.trim() });
  else output.text(text);
  return null;
}

function finish(output: Output, outcome: Outcome, module: CommandModule | undefined): void {
  const { document, error } = outcome;
  if (error) output.complain(error.message);
  if (!output.json || !(error || document)) return;
  const printed = error ? { ...(document ?? module?.empty), error } : document;
  if (module?.lines) output.jsonLine(printed);
  else output.document(printed);
}

/** What may be told of a bug: no message, which could quote a secret, and no stack. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}
