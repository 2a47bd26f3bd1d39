import { isIP } from 'node:net';
import { CommanderError } from 'commander';
import { securitySchema, smtpServerSchema } from '../smtp/server.ts';
import type { Translate } from '../texts/index.ts';
import { type Outcome, refuse } from './outcome.ts';

/** Thrown while the words are parsed, as commander's own errors are; ends in exit status 2. */
export class UsageError extends Error {
  readonly code: string;
  readonly describe: (t: Translate) => string;

  constructor(code: string, describe: (t: Translate) => string) {
    super(code);
    this.code = code;
    this.describe = describe;
  }
}

const badValue = (what: string, allowed: (t: Translate) => string) =>
  new UsageError('bad-value', (t) => t('cli.usage.badValue', { what, allowed: allowed(t) }));

/** Parsers of option values. None of them repeats the value: it may be a password gone astray. */
export const parse = {
  port(text: string): number {
    const port = smtpServerSchema.shape.port.safeParse(/^\d+$/.test(text) ? Number(text) : NaN);
    if (!port.success) throw badValue('--port', (t) => t('cli.usage.portValue'));
    return port.data;
  },
  security(text: string): 'tls' | 'starttls' {
    const security = securitySchema.safeParse(text);
    if (!security.success) throw badValue('--security', () => 'tls, starttls');
    return security.data;
  },
  host(text: string): string {
    const host = smtpServerSchema.shape.host.safeParse(text);
    if (!host.success) throw badValue('--host', (t) => t('cli.usage.hostValue'));
    return host.data;
  },
  dnsServer(text: string): string {
    const [, host = '', port = ''] = /^(?:\[(?=.*:))?([^\]]+?)\]?:(\d+)$/.exec(text) ?? [];
    const valid = isIP(host.toLowerCase() === 'localhost' ? '127.0.0.1' : host) > 0;
    const known = smtpServerSchema.shape.port.safeParse(Number(port));
    if (!valid || !known.success) throw badValue('--dns', (t) => t('cli.usage.dnsValue'));
    return text.replace(/^localhost(?=:)/i, '127.0.0.1');
  },
  language(text: string): string {
    if (!['it', 'en', 'de'].includes(text)) throw badValue('--lang', () => 'it, en, de');
    return text;
  },
  fromStandardInput(text: string): string {
    if (text !== '-')
      throw new UsageError('secret-as-argument', (t) => t('cli.usage.secretsArgument'));
    return text;
  },
  noPassword(): never {
    throw new UsageError('secret-as-argument', (t) => t('cli.usage.passwordArgument'));
  },
};

/** Wrong words as an outcome, in the person's language. */
export function refuseUsage(
  error: CommanderError | UsageError,
  help: string,
  t: Translate,
): Outcome {
  const own = error instanceof UsageError ? error : misplacedPassword(error);
  const message = own ? own.describe(t) : translate(error as CommanderError, t);
  const code = own?.code ?? 'usage';
  return refuse(2, code, `${message} ${t('cli.usage.seeHelp', { command: help })}`);
}

/** `--password-stdin=hunter2`: to commander no more than an option that takes no value. */
function misplacedPassword({ code, message }: CommanderError): UsageError | null {
  if (code !== 'commander.unknownOption' || !/'--password[^']*=/.test(message)) return null;
  return new UsageError('secret-as-argument', (t) => t('cli.usage.passwordArgument'));
}

/** Commander's messages are English; what they name stands in the first quotation marks. */
function translate(error: CommanderError, t: Translate): string {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  // `--pasword=hunter2`: the option is named, its value never.
  const what = named.replace(/=.*$/s, '');
  const similar = /\(Did you mean (?:one of )?([^?)]*)\??\)/.exec(error.message)?.[1];
  const hint = similar ? ` ${t('cli.usage.didYouMean', { what: similar })}` : '';
  switch (error.code) {
    case 'commander.unknownOption':
      return t('cli.usage.unknownOption', { what }) + hint;
    case 'commander.unknownCommand':
      return t('cli.usage.unknownCommand', { what }) + hint;
    case 'commander.missingArgument':
      return t('cli.usage.missingArgument', { what });
    case 'commander.missingMandatoryOptionValue':
      return t('cli.usage.missingOption', { what });
    case 'commander.optionMissingArgument':
      return t('cli.usage.missingValue', { what });
    case 'commander.excessArguments':
      return t('cli.usage.tooManyArguments');
    default:
      return t('cli.usage.missingCommand');
  }
}

export const isUsage = (error: unknown): error is CommanderError | UsageError =>
  error instanceof UsageError || error instanceof CommanderError;
