import { noteChange } from '../../record/history.ts';
import { markChecked } from '../../record/save.ts';
import { readSenders, type Sender } from '../../record/senders.ts';
import { succeed } from '../../result.ts';
import type { Services } from '../../services.ts';
import { testMessage } from '../../smtp/test-message.ts';
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
  const stored = await readSenders(services.value.profile.sendersFile);
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
  else if (!error) output.say(t('cli.check.ok', { doctor: nameOf(sender) }));
  return { ...answer(status, documentOf(checked)), ...(error ? { error } : {}) };
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
      const why = checked.error?.message ?? checked.told?.advice.title;
      const doctor = nameOf(sender);
      output.say(why ? t('cli.check.failed', { doctor, why }) : t('cli.check.ok', { doctor }));
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
  return answer(ok ? 0 : 1, { ok, results: documents });
}

const documentOf = ({ status, stages, told }: Checked) => ({
  ok: status === 0,
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
    return { status, stages: [], told: null, error };
  }
  const { failure, messageId } = probed.value;
  const stages = stagesDocument(probed.value.stages);
  const told = failure && (await tell(failure, aboutSender(sender, services), services, cli));
  // Without a network nothing was learnt of this sender: its status stays.
  if (told?.diagnosis.cause === 'no-network') return { status: 1, stages, told, error: null };
  const { profile } = services;
  const at = parts.now();
  const outcome = told
    ? ({ ok: false, cause: told.diagnosis.cause } as const)
    : ({ ok: true, messageId } as const);
  const change = { sendersFile: profile.sendersFile, doctorId, change: 'checked', at } as const;
  const marked = await noteChange(change, () => markChecked({ profile, doctorId, outcome, at }));
  if (!marked.ok) return { status: 3, stages, told, error: errorOf(marked.problem, t) };
  return { status: told ? 1 : 0, stages, told, error: null };
}

const nameOf = ({ doctorName, doctorId }: Sender) => `${doctorName} (${doctorId})`;
