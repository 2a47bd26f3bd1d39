import { Command, Help, Option } from 'commander';
import packageFile from '../../package.json' with { type: 'json' };
import type { Translate } from '../texts/index.ts';
import type { CommandModule, CommandName } from './cli.ts';
import { parse } from './usage.ts';

export interface Program {
  readonly command: Command;
  /** Which command the words asked for, once they are parsed. */
  chosen(): { readonly name: CommandName; readonly command: Command } | null;
}

/** Columns of a terminal that nobody made wider. */
const WIDTH = 80;

/** The words of all commands, in one language. Nothing is written and nothing ends the process. */
export function createProgram(
  modules: readonly CommandModule[],
  t: Translate,
  printHelp: (text: string) => void,
): Program {
  let chosen: ReturnType<Program['chosen']> = null;
  const program = new Command('mittente')
    .exitOverride()
    .configureOutput({ writeOut: printHelp, writeErr: () => undefined })
    .configureHelp(helpIn(t))
    .description(t('cli.help.about'))
    .usage(t('cli.help.programUsage'))
    .version(packageFile.version, '-V, --version', t('cli.help.version'))
    .helpOption('-h, --help', t('cli.help.help'))
    .helpCommand(
      `help [${t('cli.help.programUsage').split(' ').at(-1)}]`,
      t('cli.help.helpCommand'),
    )
    .option('--profile <FILE>', t('cli.help.profile'))
    .addOption(new Option('--lang <it|en|de>', t('cli.help.lang')).argParser(parse.language))
    .option('--json', t('cli.help.json'))
    .addOption(new Option('--password [never]').argParser(parse.noPassword).hideHelp())
    .on('option:password', parse.noPassword)
    .addHelpText('after', `\n${new Help().boxWrap(t('cli.help.after'), WIDTH)}`);
  for (const module of modules) {
    const command = program
      .command(module.name)
      .description(t(`cli.commands.${module.name}`))
      .helpOption('-h, --help', t('cli.help.help'));
    module.declare(command, t);
    const words = command.registeredArguments.map((argument) => `<${argument.name()}>`);
    command.usage([t('cli.help.optionsWord'), ...words].join(' '));
    command.action(() => {
      chosen = { name: module.name, command };
    });
  }
  return { command: program, chosen: () => chosen };
}

function helpIn(t: Translate): Partial<Help> {
  const plain = Object.assign(new Help(), { showGlobalOptions: true });
  const titles: Readonly<Record<string, string>> = {
    'Usage:': t('cli.help.usage'),
    'Arguments:': t('cli.help.arguments'),
    'Options:': t('cli.help.options'),
    'Global Options:': t('cli.help.commonOptions'),
    'Commands:': t('cli.help.commands'),
  };
  return {
    showGlobalOptions: true,
    styleTitle: (title) => titles[title] ?? title,
    optionDescription: (option) => option.description,
    subcommandTerm: (command) => command.name(),
    visibleGlobalOptions: (command) =>
      plain.visibleGlobalOptions(command).filter(({ long }) => long !== '--version'),
  };
}
