import { resolve } from 'node:path';
import type { Discover } from '../../discovery/finding.ts';
import { type Answer, readAnswers } from '../../record/answers.ts';
import { loadPractice } from '../../record/practice.ts';
import { succeed } from '../../result.ts';
import type { Services } from '../../services.ts';
import type { WizardEffects } from '../../wizard/effects.ts';
import { readAddress, whyMalformed, whyNot } from '../addresses.ts';
import { type Cli, type CommandModule, open, serviceOptions } from '../cli.ts';
import { type DriveEnd, drive } from '../drive.ts';
import { discoverWithServer, discoverWithUsername } from '../given-server.ts';
import { createTurnstile, runInLanes } from '../lanes.ts';
import { answer, type CliError, errorOf, refuseProblem } from '../outcome.ts';
import { openPasswords, type PasswordSource } from '../passwords.ts';
import { diagnosisDocument, type Told, tellDiagnosis } from '../report.ts';
import { parse } from '../usage.ts';

interface ApplyOptions {
  readonly secrets?: string;
  readonly dryRun?: true;
  readonly message: boolean;
  readonly to?: string;
}

/** Doctors at a time, and logins at a time on one server: bursts are what providers block. */
const OVERALL = 8;
const PER_SERVER = 2;

const NO_SURROUNDINGS = {
  openLink: () => undefined,
  composeMail: () => undefined,
  copy: () => undefined,
  rememberLanguage: () => undefined,
  saveDrafts: () => undefined,
};

export const apply: CommandModule = {
  name: 'apply',
  empty: { results: [] },
  declare: (command, t) => {
    command
      .argument('<ANSWERS.json>', t('cli.options.answersArgument'))
      .option('--secrets <->', t('cli.options.secrets'), parse.fromStandardInput)
      .option('--dry-run', t('cli.options.dryRun'))
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
    const effects = await openEffects(cli, services.value, options, to?.value.address ?? null);
    const practice = await effects.loadPractice();
    if (!practice.ok) return refuseProblem(practice.problem, t);
    const { doctors } = answers.value;
    const needsPasswords = doctors.some(({ address }) => Boolean(address));
    const passwords = needsPasswords
      ? await openPasswords(cli, options.secrets !== undefined)
      : succeed<PasswordSource>(async () => null);
    if (!passwords.ok) return passwords.problem;

    const known = new Set(practice.value.practice.doctors.map(({ doctor }) => doctor.id));
    const isKnown = (id: string) => known.has(id) || !practice.value.practice.doctorsFromRecord;
    const results = new Map<string, ApplyResult>();
    const limits = { overall: OVERALL, perLane: PER_SERVER };
    await runInLanes(doctors, laneOf, limits, async (doctor) => {
      const end: DriveEnd = isKnown(doctor.id)
        ? await drive({
            answer: doctor,
            language: cli.language,
            effects: { ...effects, discover: discoverFor(services.value, doctor) },
            dryRun: options.dryRun === true,
            askPassword: () => passwords.value(doctor.id, doctor.address ?? ''),
          })
        : { kind: 'unknown-doctor' };
      const result = describe(cli, services.value, doctor, end);
      results.set(doctor.id, result);
      output.say(result.line);
      const total = doctors.length;
      if (results.size < total) {
        output.progress(t('cli.apply.progress', { done: results.size, total }));
      }
    });
    const ordered = doctors.flatMap(({ id }) => results.get(id)?.document ?? []);
    const ok = ordered.filter((result) => result.ok).length;
    output.say(t('cli.apply.summary', { ok, total: ordered.length }));
    return answer(ok === ordered.length ? 0 : 1, { results: ordered });
  },
};

/** The wizard's effects for a command: no window, and the probe as the options want it. */
async function openEffects(
  cli: Cli,
  services: Services,
  { message, dryRun }: ApplyOptions,
  to: string | null,
): Promise<WizardEffects> {
  const { effects } = await cli.parts.openEffects(serviceOptions(cli), NO_SURROUNDINGS);
  const atServer = createTurnstile(PER_SERVER);
  const sendsMessage = message && !dryRun;
  let opened = false;
  return {
    ...effects,
    // The profile and the catalogue are read once for all doctors, the senders for each.
    loadPractice: async () => {
      if (!opened) {
        const first = await effects.loadPractice();
        opened = first.ok;
        return first;
      }
      const practice = await loadPractice(services.profile, services.campaign);
      return practice.ok ? succeed({ practice: practice.value, example: null }) : practice;
    },
    probe: (request, observer) =>
      atServer(request.server.host, () =>
        effects.probe(
          { ...request, to: to ?? request.to, message: sendsMessage ? request.message : null },
          observer,
        ),
      ),
  };
}

/** Before discovery the server is not known: doctors of one domain share one. */
function laneOf({ smtp, address }: Answer): string {
  return smtp?.host ?? (address ?? '').split('@').at(-1)?.toLowerCase() ?? '';
}

/** What the answers say of the server wins over what discovery finds. */
function discoverFor(services: Services, { smtp, username }: Answer): Discover {
  if (smtp) return discoverWithServer(services, smtp, username ?? null);
  return username ? discoverWithUsername(services.discover, username) : services.discover;
}

interface ApplyResult {
  readonly document: {
    readonly doctorId: string;
    readonly ok: boolean;
    readonly saved: boolean;
    readonly diagnosis: ReturnType<typeof diagnosisDocument> | null;
    readonly error?: CliError;
  };
  readonly line: string;
}

function describe(
  cli: Cli,
  services: Services,
  { id, name, address }: Answer,
  end: DriveEnd,
): ApplyResult {
  const { t } = cli;
  const doctor = `${name} (${id})`;
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
    case 'password-missing':
      return failed({ code: end.kind, message: t('cli.error.passwordMissing') }, null);
    case 'password-empty':
      return failed({ code: end.kind, message: t('cli.error.passwordEmpty') }, null);
    case 'password-line-break':
      return failed({ code: end.kind, message: t('cli.error.passwordLineBreak') }, null);
  }
}
