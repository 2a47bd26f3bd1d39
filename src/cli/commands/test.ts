import type { Discovery, Finding } from '../../discovery/finding.ts';
import { discoverWithServer, discoverWithUsername } from '../../discovery/given-server.ts';
import { readAuthorities } from '../../record/authorities.ts';
import { succeed } from '../../result.ts';
import type { Secret } from '../../secret.ts';
import type { Services } from '../../services.ts';
import type { Stage } from '../../smtp/evidence.ts';
import type { ProbeResult } from '../../smtp/probe.ts';
import type { Security } from '../../smtp/server.ts';
import { testMessage } from '../../smtp/test-message.ts';
import { readAddress, whyNot } from '../addresses.ts';
import { type Cli, type CommandModule, open } from '../cli.ts';
import { answer, type Outcome, refuse, refuseProblem } from '../outcome.ts';
import { obtainPassword } from '../passwords.ts';
import { diagnosisDocument, sayDiagnosis, sayStage, stagesDocument, tell } from '../report.ts';
import { parse, refuseUsage, UsageError } from '../usage.ts';

interface TestOptions {
  readonly address: string;
  readonly username?: string;
  readonly host?: string;
  readonly port?: number;
  readonly security?: Security;
  readonly to?: string;
  readonly ca?: string;
  readonly message: boolean;
  readonly passwordStdin?: true;
}

export const test: CommandModule = {
  name: 'test',
  empty: { ok: false, stages: [], diagnosis: null },
  declare: (command, t) => {
    command
      .requiredOption('--address <A>', t('cli.options.address'))
      .option('--username <U>', t('cli.options.username'))
      .option('--host <H>', t('cli.options.host'), parse.host)
      .option('--port <P>', t('cli.options.port'), parse.port)
      .option('--security <S>', t('cli.options.security'), parse.security)
      .option('--to <B>', t('cli.options.to'))
      .option('--ca <FILE>', t('cli.options.ca'))
      .option('--no-message', t('cli.options.noMessage'))
      .option('--password-stdin', t('cli.options.passwordStdin'));
  },
  run: async (cli, command) => {
    const { t } = cli;
    const options = command.opts<TestOptions>();
    const misused = withoutHost(options);
    if (misused) return refuseUsage(misused, `mittente ${command.name()} --help`, t);
    const address = readAddress(options.address, t);
    if (!address.ok) return address.problem;
    const to = readAddress(options.to ?? options.address, t);
    if (!to.ok) return to.problem;
    const services = await open(cli);
    if (!services.ok) return refuseProblem(services.problem, t);
    const authority = options.ca ? await readAuthorities(options.ca) : succeed([]);
    if (!authority.ok) return refuseProblem(authority.problem, t);

    const discovery = await discoverFor(services.value, options, address.value.address);
    if (discovery.verdict !== 'ok') {
      const { code, message } = whyNot(discovery, t);
      return refuse(1, code, message);
    }
    const password = await obtainPassword(cli, options.passwordStdin === true, discovery);
    if (!password.ok) return password.problem;
    return probeFindings(cli, services.value, {
      discovery,
      password: password.value,
      to: to.value.address,
      sendsMessage: options.message,
      authorities: [...services.value.profile.authorities, ...authority.value],
    });
  },
};

interface Trial {
  readonly discovery: Discovery;
  readonly password: Secret;
  readonly to: string;
  readonly sendsMessage: boolean;
  readonly authorities: readonly string[];
}

/** A refusal at one of these stages comes before the password has left: the next server may do. */
const BEFORE_LOGIN: ReadonlySet<Stage> = new Set(['dns', 'tcp', 'greeting', 'ehlo', 'tls']);

async function probeFindings(cli: Cli, services: Services, trial: Trial): Promise<Outcome> {
  const { output, t } = cli;
  const { address, provider, findings } = trial.discovery;
  let result: ProbeResult | null = null;
  for (const finding of findings) {
    output.say(t('cli.test.server', { ...finding }));
    result = await probeFinding(cli, services, trial, finding);
    if (!result.failure || !BEFORE_LOGIN.has(result.failure.stage)) break;
  }
  if (!result) throw new Error('a mailbox that can serve has a server');
  const stages = stagesDocument(result.stages);
  if (!result.failure) {
    output.say(t('cli.test.ok', { address }));
    if (result.messageId) output.say(t('cli.test.accepted', { to: trial.to }));
    return answer(0, { ok: true, stages, diagnosis: null });
  }
  const told = await tell(result.failure, { provider, address }, services, cli);
  sayDiagnosis(output, t, told);
  return answer(1, { ok: false, stages, diagnosis: diagnosisDocument(told) });
}

function probeFinding(
  { output, t, language, parts }: Cli,
  { probe }: Services,
  { discovery, password, to, sendsMessage, authorities }: Trial,
  { host, port, security, username }: Finding,
): Promise<ProbeResult> {
  const { address } = discovery;
  const about = { address, name: address, date: parts.now(), language };
  const message = sendsMessage ? testMessage(about) : null;
  return probe(
    {
      server: { host, port, security },
      username,
      password,
      from: { address, name: '' },
      to,
      message,
      authorities,
    },
    { onStageEnd: (stage) => sayStage(output, t, stage) },
  );
}

function discoverFor(
  services: Services,
  { host, port, security, username }: TestOptions,
  address: string,
): Promise<Discovery> {
  if (host) {
    const kind = security ?? (port === 587 || port === 25 ? 'starttls' : 'tls');
    const server = { host, port: port ?? (kind === 'tls' ? 465 : 587), security: kind };
    return discoverWithServer(services, server, username ?? null)(address);
  }
  const { discover } = services;
  return (username ? discoverWithUsername(discover, username) : discover)(address);
}

function withoutHost({ host, port, security }: TestOptions): UsageError | null {
  if (host || (port === undefined && security === undefined)) return null;
  const what = port === undefined ? '--security' : '--port';
  return new UsageError('needs-host', (t) => t('cli.usage.needsHost', { what }));
}
