import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses } from '@electron/fuses';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { projectFolder, Stop } from '../process.ts';
import type { ElectronRuntime } from '../runtime.ts';
import { fusesFor } from './fuses.ts';

/** Texts that a package carries beside its archive, by file name. */
export type Papers = Readonly<Record<string, string>>;

/**
 * electron-builder's configuration: `electron-builder.yml`, and what depends on the machine and its
 * environment. Every package made from it has the fuses of a release.
 */
export function configuration(
  runtime: ElectronRuntime,
  papers: Papers,
  platform: NodeJS.Platform = process.platform,
): Configuration {
  const feed = updateFeed(process.env);
  return {
    extends: join(projectFolder, 'electron-builder.yml'),
    electronDist: runtime.dist,
    electronVersion: runtime.version,
    // Their own ${platform} is the system that packages, not the one that is packaged for.
    files: [`node_modules/keytar/prebuilds/${platform}-\${arch}/**`],
    ...(feed === null ? {} : { publish: feed }),
    afterPack: async (context) => {
      const resources = context.packager.getResourcesDir(context.appOutDir);
      // A copied runtime keeps the part that would load any application named on its command line.
      await rm(join(resources, 'default_app.asar'), { force: true });
      await placePapers(resources, papers);
      await setFuses(context, runtime);
    },
  };
}

/**
 * Where installed programs would look for a newer version: a plain web folder, named at build time.
 * Off unless it is named; electron-builder then writes `latest.yml` (SHA-512 of each file) beside the
 * packages. Throws `Stop` for an address that others could change on its way.
 */
export function updateFeed(
  env: Readonly<Record<string, string | undefined>>,
): { provider: 'generic'; url: string } | null {
  const url = env.MITTENTE_UPDATE_URL;
  if (!url) return null;
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
    throw new Stop('MITTENTE_UPDATE_URL must be an https address.');
  }
  return { provider: 'generic', url };
}

async function placePapers(resources: string, papers: Papers): Promise<void> {
  for (const [name, text] of Object.entries(papers)) await writeFile(join(resources, name), text);
}

/** By our own library: electron-builder brings an older one, which lacks the newest fuses. */
async function setFuses(context: AfterPackContext, runtime: ElectronRuntime): Promise<void> {
  const { appOutDir, electronPlatformName, packager } = context;
  const endings: Readonly<Record<string, string>> = { darwin: '.app', mas: '.app', win32: '.exe' };
  const name = `${packager.appInfo.productFilename}${endings[electronPlatformName] ?? ''}`;
  await flipFuses(join(appOutDir, name), await fusesFor(runtime));
}
