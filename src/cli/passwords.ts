import type { Provider } from '../providers/catalogue.ts';
import { fail, type Result, succeed } from '../result.ts';
import { Secret } from '../secret.ts';
import { cleanPassword, passwordProblem } from '../wizard/password.ts';
import type { Cli } from './cli.ts';
import { canPrompt, promptHidden, readFirstLine, readText } from './io.ts';
import { type Outcome, refuse } from './outcome.ts';

/** The password of one mailbox: from standard input, or asked for on the terminal. */
export async function obtainPassword(
  cli: Cli,
  fromStdin: boolean,
  { address, provider }: { readonly address: string; readonly provider: Provider | null },
): Promise<Result<Secret, Outcome>> {
  const { io, t } = cli;
  // On a terminal, standard input would show what is typed.
  if (fromStdin && !canPrompt(io)) {
    const line = await readFirstLine(io.stdin);
    if (line === null) return fail(refuse(3, 'stdin-not-utf8', t('cli.error.stdinNotUtf8')));
    return usable(cli, new Secret(line), provider);
  }
  if (!canPrompt(io)) return fail(refuse(2, 'password-missing', t('cli.usage.noPassword')));
  const typed = await promptHidden(io, t('cli.test.password', { address }));
  if (typed === null) return fail(refuse(1, 'cancelled', t('cli.error.cancelled')));
  return usable(cli, typed, provider);
}

function usable({ t }: Cli, typed: Secret, provider: Provider | null): Result<Secret, Outcome> {
  const password = cleanPassword(typed.reveal(), provider);
  switch (passwordProblem(password)) {
    case 'empty':
      return fail(refuse(2, 'password-empty', t('cli.error.passwordEmpty')));
    case 'line-break':
      return fail(refuse(2, 'password-line-break', t('cli.error.passwordLineBreak')));
    case null:
      return succeed(new Secret(password));
  }
}

/** The password of each doctor, by id; null: there is none. */
export type PasswordSource = (doctorId: string, address: string) => Promise<Secret | null>;

/**
 * The passwords of many doctors: from the JSON object on standard input, or each asked for on the
 * terminal, one at a time, when its turn comes. Whoever interrupts one question wants neither the
 * others nor what else is under way: that stops everything.
 */
export async function openPasswords(
  cli: Cli,
  fromStdin: boolean,
  stop: AbortController,
): Promise<Result<PasswordSource, Outcome>> {
  const { io, t } = cli;
  if (fromStdin) {
    const text = await readText(io.stdin);
    if (text === null) return fail(refuse(3, 'stdin-not-utf8', t('cli.error.stdinNotUtf8')));
    const secrets = parseSecrets(text);
    if (!secrets) return fail(refuse(3, 'secrets-malformed', t('cli.error.secretsMalformed')));
    return succeed(async (doctorId) => secrets.get(doctorId) ?? null);
  }
  if (!canPrompt(io)) return fail(refuse(2, 'password-missing', t('cli.usage.noSecrets')));
  let turn: Promise<Secret | null> = Promise.resolve(new Secret(''));
  return succeed((_doctorId, address) => {
    turn = turn.then(async () => {
      const question = t('cli.test.password', { address });
      const typed = await promptHidden(io, question, stop.signal);
      if (!typed) stop.abort();
      return typed;
    });
    return turn;
  });
}

/** JSON's own error messages quote the text, and the text is passwords: none is passed on. */
export function parseSecrets(text: string): ReadonlyMap<string, Secret> | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) return null;
  const secrets = new Map<string, Secret>();
  for (const [doctorId, password] of Object.entries(parsed)) {
    if (typeof password !== 'string') return null;
    secrets.set(doctorId, new Secret(password));
  }
  return secrets;
}
