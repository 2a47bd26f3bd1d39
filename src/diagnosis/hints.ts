import { isWithin } from '../domain.ts';
import type { Provider } from '../providers/catalogue.ts';
import type { Fact } from './signals.ts';

/** What is known of a provider when only a free name or a host was given. */
interface ProviderHint {
  /** As in the catalogue. */
  readonly id: string;
  /** In the folded name that was given, or in the host. */
  readonly name: RegExp;
  readonly facts: readonly Fact[];
  /** Below which domains its servers' own names lie. */
  readonly servers: readonly string[];
  /** Its servers never call themselves by another name, nor run a hosting's software. */
  readonly famous: boolean;
}

const GOOGLE = ['google.com', 'gmail.com', 'googlemail.com', '1e100.net'];
const MICROSOFT = ['outlook.com', 'office365.com', 'hotmail.com', 'live.com', 'microsoft.com'];
const ITALIAONLINE = [
  'iol.local',
  'libero.it',
  'virgilio.it',
  'iol.it',
  'italiaonline.it',
  'inwind.it',
  'blu.it',
];
const UNITED = [
  'gmx.net',
  'gmx.com',
  'gmx.de',
  'web.de',
  '1und1.de',
  'kundenserver.de',
  'mail.com',
];

/** Order matters: the first whose name is found counts. */
const HINTS: readonly ProviderHint[] = [
  {
    id: 'google-workspace',
    name: /google workspace|g suite|gsuite/,
    facts: ['provider-app-password'],
    servers: GOOGLE,
    famous: true,
  },
  {
    id: 'gmail',
    name: /\bgmail|google ?mail|smtp\.google/,
    facts: ['provider-app-password'],
    servers: GOOGLE,
    famous: true,
  },
  {
    id: 'microsoft365',
    name: /microsoft ?365|office ?365|\bm365|\bo365|exchange online|outlook business/,
    facts: ['provider-access-off'],
    servers: MICROSOFT,
    famous: true,
  },
  {
    id: 'outlook-personal',
    name: /outlook\.(?:com|it|de|fr)|hotmail|\blive\.(?:com|it|de|fr)|\bmsn\b|smtp-mail\.outlook/,
    facts: ['provider-oauth'],
    servers: MICROSOFT,
    famous: true,
  },
  {
    id: 'yahoo',
    name: /\byahoo|\baol\b|ymail/,
    facts: ['provider-app-password'],
    servers: ['yahoo.com', 'yahoo.it', 'yahoodns.net', 'aol.com', 'yahoo.net'],
    famous: true,
  },
  {
    id: 'icloud',
    name: /icloud|mail\.me\.com|apple/,
    facts: ['provider-app-password'],
    servers: ['me.com', 'icloud.com', 'apple.com', 'mac.com'],
    famous: true,
  },
  {
    id: 'proton',
    name: /proton/,
    facts: ['provider-app-password'],
    servers: ['protonmail.ch', 'proton.me', 'protonmail.com'],
    famous: false,
  },
  {
    id: 'gmx',
    name: /\bgmx\b|web\.de/,
    facts: ['provider-access-off'],
    servers: UNITED,
    famous: false,
  },
  { id: 'libero', name: /libero|iol\.it/, facts: [], servers: ITALIAONLINE, famous: false },
  { id: 'virgilio', name: /virgilio/, facts: [], servers: ITALIAONLINE, famous: false },
  {
    id: 'zoho',
    name: /\bzoho/,
    facts: [],
    servers: ['zoho.com', 'zoho.eu', 'zohomail.com', 'zoho.in'],
    famous: true,
  },
  {
    id: 'aruba',
    name: /\baruba/,
    facts: ['provider-aruba'],
    servers: ['aruba.it', 'arubabusiness.it', 'technorail.com', 'aruba.cz'],
    famous: false,
  },
];

function factsOf(provider: Provider): Fact[] {
  const facts: Fact[] = [];
  if (provider.password === 'app-password' || provider.password === 'smtp-token') {
    facts.push('provider-app-password');
  }
  if (provider.password === 'oauth-only') facts.push('provider-oauth');
  if (provider.state === 'needs-preparation' && provider.password === 'account') {
    facts.push('provider-access-off');
  }
  return facts;
}

export interface KnownProvider {
  readonly id: string | null;
  readonly facts: readonly Fact[];
  /** Domains of its own servers; empty when unknown. */
  readonly servers: readonly string[];
  readonly famous: boolean;
}

/** What is known of the provider: the catalogue's entry wins over a free name or a host. */
export function knownProvider(
  provider: Provider | null,
  name: string,
  hosts: readonly string[],
): KnownProvider {
  const hint =
    HINTS.find((candidate) => candidate.id === provider?.id) ??
    HINTS.find((candidate) => name !== '' && candidate.name.test(name)) ??
    HINTS.find((candidate) => candidate.servers.some((d) => hosts.some((h) => isWithin(h, d))));
  const famous = hint?.famous ?? false;
  if (!provider) {
    return { id: hint?.id ?? null, facts: hint?.facts ?? [], servers: hint?.servers ?? [], famous };
  }
  const facts = new Set([...(hint?.facts ?? []), ...factsOf(provider)]);
  const servers = [
    ...(hint?.servers ?? []),
    ...provider.domains.map((domain) => domain.replace(/^\*\./, '')),
    ...provider.servers.map((server) => server.host.split('.').slice(-2).join('.')),
  ];
  return { id: provider.id, facts: [...facts], servers, famous };
}

/** The known provider that a host is one of, or null. */
export function ownerOf(host: string): Pick<KnownProvider, 'servers' | 'famous'> | null {
  return HINTS.find(({ servers }) => belongsTo(servers, host)) ?? null;
}

/** Whether a host name is one of the domains or lies below one of them. */
export function belongsTo(domains: readonly string[], name: string): boolean {
  return domains.some((domain) => isWithin(name, domain));
}
