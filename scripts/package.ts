import { constants, existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildProduct } from './build.ts';
import { bundledPackages } from './package/bundled.ts';
import { compactPrograms } from './package/compact.ts';
import { configuration } from './package/configuration.ts';
import { makeInspectable } from './package/fuses.ts';
import { thirdPartyNotices } from './package/notices.ts';
import { main, projectFolder, Stop } from './process.ts';
import { electronRuntime } from './runtime.ts';
import { partsList } from './sbom.ts';
import { ensureSystem } from './system.ts';

const release = join(projectFolder, 'release');

/** Where the unpacked program of this platform lies once it was made, as it would be released. */
export function releasedProgram(): string {
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'win32') return join(release, `win${arch}-unpacked`, 'mittente.exe');
  if (process.platform === 'darwin') {
    return join(release, `mac${arch}`, 'Mittente.app', 'Contents', 'MacOS', 'Mittente');
  }
  return join(release, `linux${arch}-unpacked`, 'mittente');
}

/** Where its copy for tests lies: the same but for the inspector, which Playwright needs. */
export function packagedProgram(): string {
  return join(release, 'for-tests', relative(release, releasedProgram()));
}

/**
 * Packages the application for this platform into `release`: unpacked, and in the given formats
 * (electron-builder's names: `deb`, `zip`, `nsis`); what is made quickly is larger. Returns the paths
 * of everything made.
 */
async function makePackage(formats: string[], quickly: boolean): Promise<string[]> {
  const runtime = await electronRuntime();
  prepareTools(formats, quickly);
  await buildProduct();
  const packages = await bundledPackages();
  const papers = {
    'THIRD-PARTY-NOTICES.txt': await thirdPartyNotices(packages),
    'sbom.cdx.json': await partsList(packages, runtime.version),
  };
  await compactPrograms(join(projectFolder, 'dist'));
  await rm(release, { recursive: true, force: true });
  // Loaded only here: it is large, and others want only the paths above.
  const { archFromString, build, Platform } = await import('electron-builder');
  const targets = Platform.current().createTarget(
    ['dir', ...formats],
    archFromString(process.arch),
  );
  const made = await build({
    projectDir: projectFolder,
    targets,
    publish: 'never',
    config: configuration(runtime, papers),
  });
  const program = releasedProgram();
  if (!existsSync(program)) throw new Stop(`electron-builder did not make ${program}.`);
  if (!runtime.official) {
    console.log(
      '\nThis package is FOR TESTS ONLY, never for a release: ' +
        `it runs on Electron ${runtime.version}, a stand-in.`,
    );
  }
  return [program, ...made];
}

/**
 * electron-builder downloads its tools from github.com; on Linux the system's own serve instead, so
 * that packages are made the same way with and without that site.
 */
function prepareTools(formats: string[], quickly: boolean): void {
  if (quickly) process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL ??= '1';
  if (process.platform !== 'linux' || formats.length === 0) return;
  ensureSystem('package');
  process.env.ELECTRON_BUILDER_7ZIP_PATH ??= '/usr/bin/7zz';
  process.env.CUSTOM_FPM_PATH ??= join(projectFolder, 'scripts', 'package', 'fpm.ts');
}

async function copyForTests(): Promise<string> {
  // The whole folder of the program; on macOS the whole bundle.
  const top = relative(release, releasedProgram()).split(/[\\/]/)[0] ?? '';
  const copy = join(release, 'for-tests', top);
  await mkdir(dirname(copy), { recursive: true });
  const mode = constants.COPYFILE_FICLONE;
  await cp(join(release, top), copy, { recursive: true, verbatimSymlinks: true, mode });
  await makeInspectable(packagedProgram());
  return packagedProgram();
}

if (import.meta.main) {
  await main(async () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'for-tests': { type: 'boolean', default: false } },
    });
    const made = await makePackage(positionals, values['for-tests']);
    if (values['for-tests']) made.push(await copyForTests());
    for (const path of made) console.log(`Packaged: ${relative(process.cwd(), path)}`);
    return 0;
  });
}
