import { noteChange } from '../../record/history.ts';
import { openSenders } from '../../record/practice.ts';
import { markChecked } from '../../record/save.ts';
import type { Sender } from '../../record/senders.ts';
import { succeed } from '../../result.ts';
import type { Services } from '../../services.ts';
import { testMessage } from '../../smtp/test-message.ts';
import type { Translate } from '../../texts/index.ts';
import { runInLanes } from '../../wizard/many/lanes.ts';
import { type Cli, type CommandModule, open } from '../cli.ts';
import {
  answer,
  type CliError,
  type ExitStatus,
  errorOf,
  type Outcome,
  refuseProblem,
} from '../outcome.ts';
import {
  diagnosisDocument,
  sayDiagnosis,
  sayStage,
  stagesDocument,
  type Told,
  tell,
} from '../report.ts';
import {
  aboutSender,
  isUsable,
  probeStored,
  refuseWithoutSender,
  type Usable,
} from '../stored-sender.ts';

interface CheckOptions {
  readonly doctor?: string;
  readonly message?: true;
}

const LIMITS = { overall: 8, perLane: 2 };

export const check: CommandModule = {
  name: 'check',
  empty: { ok: false, stages: [], diagnosis: null },
  declare: (command, t) => {
    command
      .option('--doctor <ID>', t('cli.options.onlyDoctor'))
      .option('--message', t('cli.options.message'));
  },
  run: async (cli, command) => {
    const options = command.opts<CheckOptions>();
    const outcome = await checkStored(cli, options);
    const document = outcome.document ?? (options.doctor ? null : { ok: false, results: [] });
    return { ...outcome, document };
  },
};

async function checkStored(cli: Cli, options: CheckOptions): Promise<Outcome> {
  const { t } = cli;
  const services = await open(cli);
  if (!services.ok) return refuseProblem(services.problem, t);
  const { profile, keychain } = services.value;
  const stored = await openSenders(profile, keychain);
  if (!stored.ok) return refuseProblem(stored.problem, t);
  const senders = stored.value?.senders ?? [];
  const sends = options.message === true;
  const { doctor: id } = options;
  if (id === undefined) return checkAll(cli, services.value, senders.filter(isUsable), sends);
  const sender = senders.find(({ doctorId }) => doctorId === id);
  if (!sender || !isUsable(sender)) return refuseWithoutSender(cli, services.value, id);
  return checkOne(cli, services.value, sender, sends);
}

interface Checked {
  /** The server lets the sender send, whatever became of noting it. */
  readonly works: boolean;
  readonly status: ExitStatus;
  readonly stages: ReturnType<typeof stagesDocument>;
  readonly told: Told | null;
  readonly error: CliError | null;
}

async function checkOne(cli: Cli, services: Services, sender: Usable, sends: boolean) {
  const { output, t } = cli;
  const checked = await checkSender(cli, services, sender, sends, true);
  const { status, told, error } = checked;
  if (told) sayDiagnosis(output, t, told);
  else if (!error) output.say(lineOf(checked, sender, t));
  else if (checked.works) return withError(status, checked, notNoted(error, sender, t));
  return withError(status, checked, error);
}

async function checkAll(cli: Cli, services: Services, senders: readonly Usable[], sends: boolean) {
  const { output, t } = cli;
  if (senders.length === 0) output.say(t('cli.check.none'));
  // Asked once for all, so that a locked keychain is one answer and not a hundred.
  const usable = senders.length === 0 ? succeed(undefined) : await services.keychain.check();
  if (!usable.ok) return refuseProblem(usable.problem, t);
  const results = new Map<string, Checked>();
  await runInLanes(
    senders,
    ({ smtp }) => smtp.host,
    LIMITS,
    async (sender) => {
      const checked = await checkSender(cli, services, sender, sends, false);
      results.set(sender.doctorId, checked);
      output.say(lineOf(checked, sender, t));
      const progress = { done: results.size, total: senders.length };
      if (results.size < senders.length) output.progress(t('cli.apply.progress', progress));
    },
  );
  const documents = senders.flatMap(({ doctorId }) => {
    const checked = results.get(doctorId);
    if (!checked) return [];
    const { error } = checked;
    return [{ doctorId, ...documentOf(checked), ...(error ? { error } : {}) }];
  });
  const ok = documents.every((document) => document.ok);
  const statuses = [...results.values()].map(({ status }) => status);
  return answer(gravest(statuses), { ok, results: documents });
}

/** The higher the number, the less another attempt of the same command can do about it. */
const gravest = (statuses: readonly ExitStatus[]): ExitStatus =>
  statuses.reduce((one, other) => (other > one ? other : one), 0);

const withError = (status: ExitStatus, checked: Checked, error: CliError | null): Outcome => ({
  ...answer(status, documentOf(checked)),
  ...(error ? { error } : {}),
});

/** How one sender fared, in a line. That its proof was not noted makes no sender a broken one. */
function lineOf({ works, told, status, error }: Checked, sender: Sender, t: Translate): string {
  const doctor = nameOf(sender);
  if (works) return error ? notNoted(error, sender, t).message : t('cli.check.ok', { doctor });
  const why = [told && `${told.advice.title}.`, error?.message].filter(Boolean).join(' ');
  return t(status === 4 ? 'cli.check.notTried' : 'cli.check.failed', { doctor, why });
}

const notNoted = (error: CliError, sender: Sender, t: Translate): CliError => ({
  ...error,
  message: t('cli.check.notNoted', { doctor: nameOf(sender), why: error.message }),
});

const documentOf = ({ works, stages, told }: Checked) => ({
  ok: works,
  stages,
  diagnosis: told && diagnosisDocument(told),
});

async function checkSender(
  cli: Cli,
  services: Services,
  sender: Usable,
  sends: boolean,
  showsStages: boolean,
): Promise<Checked> {
  const { output, t, language, parts } = cli;
  const { address, displayName: name, doctorId } = sender;
  const message = sends ? testMessage({ address, name, date: parts.now(), language }) : null;
  const probed = await probeStored(
    cli,
    services,
    sender,
    { to: address, message },
    {
      onStageEnd: (stage) => showsStages && sayStage(output, t, stage),
    },
  );
  if (!probed.ok) {
    const { status, error = null } = probed.problem;
    return { works: false, status, stages: [], told: null, error };
  }
  const { failure, messageId } = probed.value;
  const stages = stagesDocument(probed.value.stages);
  const told = failure && (await tell(failure, aboutSender(sender, services), services, cli));
  // Without a network nothing was learnt of this sender: its status stays.
  if (told?.diagnosis.cause === 'no-network')
    return { works: false, status: 1, stages, told, error: null };
  const { profile } = services;
  const at = parts.now();
  const outcome = told
    ? ({ ok: false, cause: told.diagnosis.cause } as const)
    : ({ ok: true, messageId } as const);
  const change = { sendersFile: profile.sendersFile, doctorId, change: 'checked', at } as const;
  const marked = await noteChange(change, () => markChecked({ profile, doctorId, outcome, at }));
  const works = told === null;
  if (!marked.ok) return { works, status: 3, stages, told, error: errorOf(marked.problem, t) };
  return { works, status: works ? 0 : 1, stages, told, error: null };
}

const nameOf = ({ doctorName, doctorId }: Sender) => `${doctorName} (${doctorId})`;
