import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage, getRawHeader, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, build, Platform } from 'electron-builder';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configuration } from '../../../scripts/package/configuration.ts';
import { releaseFuses } from '../../../scripts/package/fuses.ts';
import { projectFolder } from '../../../scripts/process.ts';

/** What marks the fuses in any executable of Electron's (electron/docs/tutorial/fuses.md). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const english = { lang: 1033, codepage: 1200 };

/**
 * A Windows runtime in name: an executable with what packaging touches (the fuses' wire, a version
 * resource), which runs nothing. Electron's own cannot be had without github.com.
 */
async function makeRuntime(folder: string): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(join(folder, 'resources'));
  const executable = NtExecutable.createEmpty(false, false);
  const resource = NtExecutableResource.from(executable);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues(english, { ProductName: 'Electron' });
  version.outputToResourceEntries(resource.entries);
  const states = Object.keys(releaseFuses).map(() => FuseState.DISABLE);
  const { buffer: bin } = Uint8Array.from([...Buffer.from(sentinel), 1, states.length, ...states]);
  resource.entries.push({ type: 'FUSES', id: 1, bin, ...english });
  resource.outputResource(executable);
  await writeFile(join(folder, 'electron.exe'), Buffer.from(executable.generate()));
  await writeFile(join(folder, 'version'), '45.4.1');
  await createPackage(join(folder, 'locales'), join(folder, 'resources', 'default_app.asar'));
  for (const name of ['it', 'en-US', 'de', 'fr']) {
    await writeFile(join(folder, 'locales', `${name}.pak`), name);
  }
}

describe('the layout of a Windows release, around a stand-in for the runtime', () => {
  let work: string;
  let layout: string;
  let resources: string;

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'mittente-windows-'));
    const dist = join(work, 'runtime');
    await makeRuntime(dist);
    const runtime = {
      dist,
      executable: join(dist, 'electron.exe'),
      version: '45.4.1',
      official: true,
    };
    await build({
      projectDir: projectFolder,
      targets: Platform.WINDOWS.createTarget('dir', Arch.x64),
      publish: 'never',
      config: {
        ...configuration(runtime, { 'sbom.cdx.json': '{}' }, 'win32'),
        directories: { output: join(work, 'release'), buildResources: 'assets' },
      },
    });
    layout = join(work, 'release', 'win-unpacked');
    resources = join(layout, 'resources');
  });
  afterAll(() => rm(work, { recursive: true, force: true }));

  const executable = async () =>
    NtExecutableResource.from(
      NtExecutable.from(await readFile(join(layout, 'mittente.exe')), { ignoreCert: true }),
    );

  it('has an executable with our name, version and icon', async () => {
    const { entries } = await executable();
    const [version] = Resource.VersionInfo.fromEntries(entries);
    const about = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
    expect(version?.getStringValues(english)).toMatchObject({
      ProductName: 'Mittente',
      FileVersion: about.version,
    });
    const [icons] = Resource.IconGroupEntry.fromEntries(entries);
    expect(icons?.icons.map(({ width }) => width || 256)).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  it('has the fuses of a release, all of them', async () => {
    const { version: _version, ...wire } = await getCurrentFuseWire(join(layout, 'mittente.exe'));
    const on = Object.entries(wire).map(([fuse, state]) => [
      FuseV1Options[Number(fuse)],
      state === FuseState.ENABLE,
    ]);
    const wanted = Object.entries(releaseFuses).map(([fuse, is]) => [
      FuseV1Options[Number(fuse)],
      is,
    ]);
    expect(on).toEqual(wanted);
  });

  it('knows the digest of its archive, so that Electron refuses a changed one', async () => {
    const entry = (await executable()).entries.find(({ type }) => type === 'INTEGRITY');
    const digests = JSON.parse(Buffer.from(entry?.bin ?? new ArrayBuffer(0)).toString());
    const { headerString } = getRawHeader(join(resources, 'app.asar'));
    expect(digests).toContainEqual({
      file: 'resources\\app.asar',
      alg: 'SHA256',
      value: createHash('sha256').update(headerString).digest('hex'),
    });
  });

  it('holds the native code of Windows alone, and our three languages', async () => {
    const native = listPackage(join(resources, 'app.asar'), { isPack: false }).filter((path) =>
      path.endsWith('.node'),
    );
    expect(native).toEqual(['/node_modules/keytar/prebuilds/win32-x64/keytar.node']);
    expect(await readdir(join(layout, 'locales'))).toEqual(['de.pak', 'en-US.pak', 'it.pak']);
    expect((await readdir(resources)).sort()).toEqual([
      'app.asar',
      'app.asar.unpacked',
      'profiles',
      'sbom.cdx.json',
    ]);
  });
});
