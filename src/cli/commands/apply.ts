import { resolve } from 'node:path';
import { NO_PAPER } from '../../handouts/paper.ts';
import { type Answer, readAnswers } from '../../record/answers.ts';
import type { Practice } from '../../record/practice.ts';
import { succeed } from '../../result.ts';
import type { Services } from '../../services.ts';
import { applyMany, NO_SURROUNDINGS } from '../../wizard/many/apply.ts';
import type { DriveEnd } from '../../wizard/many/run.ts';
import { readAddress, whyMalformed, whyNot } from '../addresses.ts';
import { isAlreadySetUp } from '../already-set-up.ts';
import { type Cli, type CommandModule, open, serviceOptions } from '../cli.ts';
import { answer, type CliError, errorOf, refuseProblem } from '../outcome.ts';
import { openPasswords, type PasswordSource } from '../passwords.ts';
import { diagnosisDocument, type Told, tellDiagnosis } from '../report.ts';
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
    const needsPasswords = missing.some(({ address }) => Boolean(address));
    const passwords = needsPasswords
      ? await openPasswords(cli, options.secrets !== undefined)
      : succeed<PasswordSource>(async () => null);
    if (!passwords.ok) return passwords.problem;

    for (const doctor of done) note(doctor, skipped(cli, doctor));
    const dryRun = options.dryRun === true;
    const sendsMessage = options.message && !dryRun;
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
      onEnd: (doctor, end) => note(doctor, describe(cli, services.value, doctor, end)),
    });
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

interface ApplyResult {
  readonly document: {
    readonly doctorId: string;
    readonly ok: boolean;
    readonly saved: boolean;
    /** An earlier run has saved it: nothing was tried. */
    readonly skipped?: true;
    readonly diagnosis: ReturnType<typeof diagnosisDocument> | null;
    readonly error?: CliError;
  };
  readonly line: string;
}

const doctorOf = ({ name, id }: Answer) => `${name} (${id})`;

function skipped({ t }: Cli, answered: Answer): ApplyResult {
  const { id: doctorId } = answered;
  return {
    document: { doctorId, ok: true, saved: true, skipped: true, diagnosis: null },
    line: t('cli.apply.skipped', { doctor: doctorOf(answered) }),
  };
}

function describe(cli: Cli, services: Services, answered: Answer, end: DriveEnd): ApplyResult {
  const { t } = cli;
  const { id, address } = answered;
  const doctor = doctorOf(answered);
  const failed = (error: CliError | null, told: Told | null): ApplyResult => ({
    document: {
      doctorId: id,
      ok: false,
      saved: false,
      diagnosis: told && diagnosisDocument(told),
      ...(error ? { error } : {}),
    },
    line: t('cli.apply.failed', {
      doctor,
      why: error?.message ?? [told?.advice.title, told?.advice.happened].join('. '),
    }),
  });
  switch (end.kind) {
    case 'saved':
    case 'requested':
    case 'proven':
      return {
        document: { doctorId: id, ok: true, saved: end.kind !== 'proven', diagnosis: null },
        line: t(`cli.apply.${end.kind}`, { doctor }),
      };
    case 'failed': {
      const about = { provider: end.provider, address: address ?? null };
      return failed(null, tellDiagnosis(end.diagnosis, about, services, cli));
    }
    case 'refused':
      return failed(whyNot(end.discovery, t), null);
    case 'malformed': {
      const message = t('cli.usage.badAddress', {
        address: end.address,
        why: whyMalformed(end.why, t),
      });
      return failed({ code: 'address-malformed', message }, null);
    }
    case 'problem':
      return failed(errorOf(end.problem, t), null);
    case 'unknown-doctor':
      return failed({ code: end.kind, message: t('cli.error.unknownDoctor', { id }) }, null);
    case 'address-missing':
      return failed({ code: end.kind, message: t('cli.error.addressMissing') }, null);
    case 'stopped':
      return failed({ code: 'cancelled', message: t('cli.error.cancelled') }, null);
    case 'password-missing':
      return failed({ code: end.kind, message: t('cli.error.passwordMissing') }, null);
    case 'password-empty':
      return failed({ code: end.kind, message: t('cli.error.passwordEmpty') }, null);
    case 'password-line-break':
      return failed({ code: end.kind, message: t('cli.error.passwordLineBreak') }, null);
  }
}
