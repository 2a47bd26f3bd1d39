import { readFile, writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import {
  type Beyond,
  type Catalogue,
  catalogueSchema,
  type Provider,
} from '../src/providers/catalogue.ts';

const CATALOGUE = new URL('../assets/providers.json', import.meta.url);
export const PAGE = new URL('../docs/providers.md', import.meta.url);

const STATES: Readonly<Record<Provider['state'], string>> = {
  works: 'works',
  'needs-preparation': 'works after a preparation',
  blocked: 'cannot serve',
  closed: 'closed',
  unknown: 'settings not published',
};

const PASSWORDS: Readonly<Record<Provider['password'], string>> = {
  account: 'the mailbox’s own',
  'app-password': 'app password',
  'oauth-only': 'none (OAuth2 only)',
  'smtp-token': 'sending token',
  unknown: 'not known',
};

const BEYOND: Readonly<Record<Beyond['effect'], string>> = {
  delayed: 'emails leave later',
  refused: 'emails are refused',
  stopped: 'sending is stopped',
  'password-expires': 'the password may expire',
};

/** The page of docs/providers.md, made from the catalogue alone. */
export function renderProvidersPage({ providers }: Catalogue): string {
  const sorted = [...providers].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return `${[
    '# Mailbox providers',
    '',
    'Made from `assets/providers.json` by `node scripts/providers-page.ts`: change the data, not this page.',
    'A `providers.json` of the same form beside the record profile adds providers or corrects them: its',
    'entries replace those of the same `id`, and every domain that it names becomes theirs.',
    '',
    `${providers.length} providers. An unknown limit is left empty, never guessed.`,
    '',
    '| Provider | Domains | State | Password | Server | A day | An hour | A minute | Recipients |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...sorted.map(row),
    '',
    ...sorted.flatMap(section),
  ].join('\n')}`;
}

function row(provider: Provider): string {
  const { perDay, perHour, perMinute, recipientsPerMessage } = provider.limits;
  const [server] = provider.servers;
  const domains = provider.domains.slice(0, 3).map(code).join(', ');
  return cells([
    `[${provider.name}](#${provider.id})`,
    provider.domains.length > 3 ? `${domains}, …` : domains,
    STATES[provider.state],
    PASSWORDS[provider.password],
    server ? code(`${server.host}:${server.port}`) : '',
    ...[perDay, perHour, perMinute, recipientsPerMessage].map((limit) => limit?.toString() ?? ''),
  ]);
}

function section(provider: Provider): string[] {
  const servers = provider.servers.map(
    ({ host, port, security }) => `\`${host}:${port}\` (${security})`,
  );
  const facts: [string, string | null | undefined][] = [
    ['Kind', provider.kind],
    ['Domains', provider.domains.map(code).join(', ')],
    ['MX', provider.mx.map(code).join(', ')],
    ['Name servers', provider.ns.map(code).join(', ')],
    ['MX addresses', provider.mxRanges.map(code).join(', ')],
    ['Servers, best first', servers.join(', ')],
    ['User name', provider.servers.length > 0 ? provider.username : null],
    ['Password', PASSWORDS[provider.password]],
    ['What is said first', provider.hint?.en],
    ['Limits', provider.limitsNote?.en],
    ['Beyond the limits', beyond(provider)],
    ['Limits read at', provider.limits.source],
    ['Sender address', provider.from?.en],
    ['Page for the preparation', provider.preparation?.page],
    ['Help', provider.help],
  ];
  const steps = (provider.preparation?.steps ?? []).map((step, at) => `${at + 1}. ${step.en}`);
  return [
    `<a id="${provider.id}"></a>`,
    '',
    `## ${provider.name}`,
    '',
    `\`${provider.id}\`: ${STATES[provider.state]}. Checked on ${provider.checked}.`,
    '',
    ...facts.flatMap(([name, value]) => (value ? [`- ${name}: ${value}`] : [])),
    '',
    ...(steps.length > 0 ? ['Preparation:', '', ...steps, ''] : []),
    'Sources:',
    '',
    ...provider.sources.map(
      ({ url, where, date, fact }) =>
        `- ${[url ? `<${url}>` : null, where].filter(Boolean).join(', ')} (${date}): ${fact}`,
    ),
    '',
  ];
}

function beyond({ limits }: Provider): string | null {
  if (!limits.beyond) return null;
  const { effect, hours } = limits.beyond;
  return hours === null ? BEYOND[effect] : `${BEYOND[effect]}, for up to ${hours} hours`;
}

const code = (text: string): string => `\`${text}\``;

const cells = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;

if (argv[1] === fileURLToPath(import.meta.url)) {
  const catalogue = catalogueSchema.parse(JSON.parse(await readFile(CATALOGUE, 'utf8')));
  await writeFile(PAGE, renderProvidersPage(catalogue));
}
