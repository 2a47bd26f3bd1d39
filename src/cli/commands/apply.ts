import { resolve } from 'node:path';
import { NO_PAPER } from '../../handouts/paper.ts';
import { type Answer, readAnswers } from '../../record/answers.ts';
import type { Practice } from '../../record/practice.ts';
import { checkFolders } from '../../record/rehearse.ts';
import { succeed } from '../../result.ts';
import type { Services } from '../../services.ts';
import { applyMany, NO_SURROUNDINGS } from '../../wizard/many/apply.ts';
import { readAddress } from '../addresses.ts';
import { isAlreadySetUp } from '../already-set-up.ts';
import { type ApplyResult, describeEnd, notTried, skipped } from '../apply-result.ts';
import { type CommandModule, open, serviceOptions } from '../cli.ts';
import { answer, refuseProblem } from '../outcome.ts';
import { openPasswords, type PasswordSource } from '../passwords.ts';
import { parse } from '../usage.ts';

interface ApplyOptions {
  readonly secrets?: string;
  readonly dryRun?: true;
  readonly message: boolean;
  readonly to?: string;
  readonly resume?: true;
}

export const apply: CommandModule = {
  name: 'apply',
  empty: { results: [] },
  declare: (command, t) => {
    command
      .argument('<ANSWERS.json>', t('cli.options.answersArgument'))
      .option('--secrets <->', t('cli.options.secrets'), parse.fromStandardInput)
      .option('--dry-run', t('cli.options.dryRun'))
      .option('--resume', t('cli.options.resume'))
      .option('--to <B>', t('cli.options.to'))
      .option('--no-message', t('cli.options.noMessage'));
  },
  run: async (cli, command) => {
    const { t, output } = cli;
    const options = command.opts<ApplyOptions>();
    const to = options.to === undefined ? null : readAddress(options.to, t);
    if (to && !to.ok) return to.problem;
    const answers = await readAnswers(resolve(command.args[0] ?? ''));
    if (!answers.ok) return refuseProblem(answers.problem, t);
    const services = await open(cli);
    if (!services.ok) return refuseProblem(services.problem, t);
    const usable = await services.value.keychain.check();
    if (!usable.ok) return refuseProblem(usable.problem, t);
    const { effects } = await cli.parts.openEffects(serviceOptions(cli), {
      ...NO_SURROUNDINGS,
      paper: NO_PAPER,
    });
    const loaded = await effects.loadPractice();
    if (!loaded.ok) return refuseProblem(loaded.problem, t);
    const { doctors } = answers.value;
    const results = new Map<string, ApplyResult>();
    const note = (doctor: Answer, result: ApplyResult) => {
      results.set(doctor.id, result);
      output.say(result.line);
      const total = doctors.length;
      if (results.size < total) {
        output.progress(t('cli.apply.progress', { done: results.size, total }));
      }
    };
    const { practice } = loaded.value;
    const done = options.resume ? await alreadySetUp(doctors, practice, services.value) : [];
    const missing = doctors.filter((doctor) => !done.includes(doctor));
    if (!options.dryRun && missing.length > 0) {
      const writable = await checkFolders(services.value.profile);
      if (!writable.ok) return refuseProblem(writable.problem, t);
    }
    const stop = new AbortController();
    const needsPasswords = missing.some(({ address }) => Boolean(address));
    const passwords = needsPasswords
      ? await openPasswords(cli, options.secrets !== undefined, stop)
      : succeed<PasswordSource>(async () => null);
    if (!passwords.ok) return passwords.problem;

    for (const doctor of done) note(doctor, skipped(cli, doctor));
    const dryRun = options.dryRun === true;
    const sendsMessage = options.message && !dryRun;
    const forget = cli.parts.onInterrupt(() => {
      output.complain(t('cli.apply.stopping'));
      stop.abort();
    });
    await applyMany({
      answers: missing,
      language: cli.language,
      effects,
      services: services.value,
      dryRun,
      adaptProbe: (request) => ({
        ...request,
        to: to?.value.address ?? request.to,
        message: sendsMessage ? request.message : null,
      }),
      askPassword: ({ id, address }) => passwords.value(id, address ?? ''),
      onEnd: (doctor, end) => note(doctor, describeEnd(cli, services.value, doctor, end)),
      signal: stop.signal,
    });
    forget();
    for (const doctor of doctors) if (!results.has(doctor.id)) note(doctor, notTried(cli, doctor));
    const ordered = doctors.flatMap(({ id }) => results.get(id)?.document ?? []);
    const ok = ordered.filter((result) => result.ok).length;
    output.say(t('cli.apply.summary', { ok, total: ordered.length }));
    return answer(ok === ordered.length ? 0 : 1, { results: ordered });
  },
};

async function alreadySetUp(
  answers: readonly Answer[],
  { doctors }: Practice,
  { keychain }: Services,
): Promise<readonly Answer[]> {
  const senders = new Map(doctors.map(({ doctor, sender }) => [doctor.id, sender]));
  const done: Answer[] = [];
  for (const answer of answers) {
    if (await isAlreadySetUp(answer, senders.get(answer.id) ?? null, keychain)) done.push(answer);
  }
  return done;
}
