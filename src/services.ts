import { existsSync } from 'node:fs';
import { assetPath } from './assets.ts';
import type { Campaign } from './campaign/campaign.ts';
import { loadCampaign } from './campaign/load-campaign.ts';
import { createDiscover } from './discovery/discover.ts';
import type { Discover } from './discovery/finding.ts';
import { createKeychain } from './keychain/create-keychain.ts';
import type { Keychain } from './keychain/keychain.ts';
import type { Catalogue } from './providers/catalogue.ts';
import { loadCatalogue } from './providers/load.ts';
import { loadProfile } from './record/load-profile.ts';
import { locateProfile } from './record/locate-profile.ts';
import type { FileProblem } from './record/practice.ts';
import type { RecordProfile } from './record/profile.ts';
import { type Result, succeed } from './result.ts';
import { createProbe, type Probe } from './smtp/probe.ts';

/** The product's parts, for one record: what the window and every command are made from. */
export interface Services {
  readonly profile: RecordProfile;
  readonly campaign: Campaign;
  readonly catalogue: Catalogue;
  readonly keychain: Keychain;
  readonly discover: Discover;
  readonly probe: Probe;
}

export interface ServiceOptions {
  /** As given on the command line; null looks in the usual places. */
  readonly profilePath: string | null;
  /** Where the installed program lies; null in plain Node. */
  readonly executableDir: string | null;
  /** `HOST:PORT` of the name server to ask, instead of the system's. */
  readonly dnsServer?: string;
}

/** Reads the profile, the campaign and the catalogue. Nothing is contacted and nothing written. */
export async function openServices(
  options: ServiceOptions,
): Promise<Result<Services, FileProblem>> {
  const file = locateProfile({
    explicit: options.profilePath,
    executableDir: options.executableDir,
    exists: existsSync,
    env: process.env,
    platform: process.platform,
  });
  const profile = await loadProfile(file);
  if (!profile.ok) return profile;
  const campaign = await loadCampaign(assetPath('campaign.json'));
  if (!campaign.ok) return campaign;
  const { providersFile, authorities } = profile.value;
  const catalogue = await loadCatalogue(assetPath('providers.json'), providersFile);
  if (!catalogue.ok) return catalogue;
  return succeed({
    profile: profile.value,
    campaign: campaign.value,
    catalogue: catalogue.value,
    keychain: createKeychain(),
    discover: createDiscover({
      catalogue: catalogue.value,
      legacyDomains: campaign.value.legacy.domains,
      mailPlus: campaign.value.mailPlus,
      authorities,
      ...(options.dnsServer ? { dnsServer: options.dnsServer } : {}),
    }),
    probe: createProbe(),
  });
}
