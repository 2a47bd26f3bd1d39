import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildProduct } from './build.ts';
import { main, projectFolder, Stop } from './process.ts';
import { electronRuntime } from './runtime.ts';

const release = join(projectFolder, 'release');

/** Where the packaged program of this platform lies once it was made. */
export function packagedProgram(): string {
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'win32') return join(release, `win${arch}-unpacked`, 'mittente.exe');
  if (process.platform === 'darwin') {
    return join(release, `mac${arch}`, 'Mittente.app', 'Contents', 'MacOS', 'Mittente');
  }
  return join(release, `linux${arch}-unpacked`, 'mittente');
}

/**
 * Makes the unpacked application for this platform in `release`. For tests, and always when the
 * runtime is the stand-in, Playwright may drive it; a real one refuses to be inspected.
 */
async function makePackage(forTests: boolean): Promise<string> {
  const runtime = await electronRuntime();
  await buildProduct();
  await rm(release, { recursive: true, force: true });
  // Loaded only here: it is large, and others want only the path above.
  const { build } = await import('electron-builder');
  const inspectable = forTests || !runtime.official;
  await build({
    projectDir: projectFolder,
    dir: true,
    publish: 'never',
    config: {
      extends: join(projectFolder, 'electron-builder.yml'),
      electronDist: runtime.dist,
      electronVersion: runtime.version,
      // A copied runtime keeps the part that would load any application named on its command line.
      afterPack: ({ packager, appOutDir }) =>
        rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true }),
      ...(inspectable ? { electronFuses: { enableNodeCliInspectArguments: true } } : {}),
    },
  });
  const program = packagedProgram();
  if (!existsSync(program)) throw new Stop(`electron-builder did not make ${program}.`);
  if (inspectable) {
    const reason = runtime.official
      ? 'it can be inspected'
      : `it runs on Electron ${runtime.version}, a stand-in`;
    console.log(`\nThis package is FOR TESTS ONLY, never for a release: ${reason}.`);
  }
  return program;
}

if (import.meta.main) {
  await main(async () => {
    const { values } = parseArgs({ options: { 'for-tests': { type: 'boolean', default: false } } });
    const program = await makePackage(values['for-tests']);
    console.log(`Packaged: ${relative(process.cwd(), program)}`);
    return 0;
  });
}
