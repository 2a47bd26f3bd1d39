import { describeDiscovery } from '../../discovery/describe.ts';
import type { CannotServe, Discovery } from '../../discovery/finding.ts';
import { knownLimits } from '../../handouts/known-limits.ts';
import { suggestAddress } from '../../providers/address.ts';
import { formatsFor } from '../../texts/formats.ts';
import type { Translate } from '../../texts/index.ts';
import { limitsText } from '../../texts/pace-text.ts';
import { readAddress, whyNot } from '../addresses.ts';
import { type Cli, type CommandModule, open } from '../cli.ts';
import { answer, refuseProblem } from '../outcome.ts';
import { parse } from '../usage.ts';

export const discover: CommandModule = {
  name: 'discover',
  empty: {
    address: null,
    verdict: 'unknown',
    reason: null,
    provider: null,
    findings: [],
    hints: [],
  },
  declare: (command, t) => {
    command
      .argument('<ADDRESS>', t('cli.options.addressArgument'))
      .option('--dns <HOST:PORT>', t('cli.options.dns'), parse.dnsServer);
  },
  run: async (cli, command) => {
    const { t } = cli;
    const [text = ''] = command.args;
    const { dns } = command.opts<{ dns?: string }>();
    const address = readAddress(text, t);
    if (!address.ok) {
      return { ...address.problem, document: { ...discover.empty, address: text } };
    }
    const services = await open(cli, dns ? { dnsServer: dns } : {});
    if (!services.ok) return refuseProblem(services.problem, t);
    const discovery = await services.value.discover(address.value.address);
    const suggestion = suggestAddress(address.value, services.value.catalogue);
    const { provider } = discovery;
    const page = provider?.state === 'needs-preparation' ? provider.preparation?.page : null;
    const hints = [
      ...(discovery.verdict === 'ok' ? [] : [whyNotHere(discovery, dns, t)]),
      ...(suggestion ? [t('cli.usage.didYouMean', { what: suggestion })] : []),
      ...describeDiscovery(discovery, cli.language),
      ...limitsOf(discovery, cli),
      ...(page ? [t('cli.discover.page', { page })] : []),
    ];
    sayDiscovery(cli, discovery, hints);
    return answer(discovery.verdict === 'ok' ? 0 : 1, {
      address: discovery.address,
      verdict: discovery.verdict,
      reason: discovery.verdict === 'ok' ? null : discovery.reason,
      provider: provider?.id ?? null,
      findings: discovery.findings.map(({ host, port, security, username, source, trust }) => ({
        host,
        port,
        security,
        username,
        source,
        trust,
      })),
      hints,
    });
  },
};

/** Whoever named a name server knows best what to do when it is that one which is silent. */
function whyNotHere(discovery: CannotServe, dns: string | undefined, t: Translate): string {
  if (!dns || discovery.verdict !== 'unknown' || discovery.reason !== 'no-network') {
    return whyNot(discovery, t).message;
  }
  const why = t('cli.discover.dnsSilent', { dns });
  return t('cli.error.noServer', { address: discovery.address, why });
}

/** How many emails the mailbox bears, in one line; nothing of a mailbox that cannot serve. */
function limitsOf({ verdict, provider }: Discovery, { t, language }: Cli): readonly string[] {
  if (verdict !== 'ok' || !provider) return [];
  const known = knownLimits(provider, provider, language);
  const limits = limitsText(known, t, formatsFor(language)).join(' ');
  return [t('cli.discover.limits', { limits })];
}

function sayDiscovery({ t, output }: Cli, discovery: Discovery, hints: readonly string[]): void {
  const { provider, findings } = discovery;
  output.say(
    provider
      ? t('cli.discover.provider', { provider: provider.name })
      : t('cli.discover.unknownProvider'),
  );
  if (findings.length > 0) output.say(t('cli.discover.servers'));
  for (const { source, trust, ...finding } of findings) {
    const words = {
      source: t(`cli.discover.source.${source}`),
      trust: t(`cli.discover.trust.${trust}`),
    };
    output.say(`  ${t('cli.discover.finding', { ...finding, ...words })}`);
  }
  if (hints.length > 0) output.say(t('cli.discover.hints'));
  for (const hint of hints) output.say(`  ${hint}`);
}
