import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { promisify } from 'node:util';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { updateFeed } from '../../../scripts/package/configuration.ts';
import { type EveryFuse, releaseFuses } from '../../../scripts/package/fuses.ts';
import { packagedProgram } from '../../../scripts/package.ts';
import { archive, packageOf, program, resources } from './packaged.ts';

const execute = promisify(execFile);

/** Bytes of everything that is installed besides Electron, its licences and our papers. */
const MOST_PAYLOAD = 3_000_000;

async function fusesOf(executable: string): Promise<[string, boolean][]> {
  const { version: _version, ...wire } = await getCurrentFuseWire(executable);
  return Object.entries(wire).map(([fuse, state]) => [
    FuseV1Options[Number(fuse)] ?? fuse,
    state === FuseState.ENABLE,
  ]);
}

const files = () =>
  listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').slice(1))
    .filter((path) => !('files' in statFile(archive, path)));

describe('the fuses', () => {
  it('of a release read back from its executable as they were set', async () => {
    const wanted = Object.entries(releaseFuses).map(([fuse, on]) => [
      FuseV1Options[Number(fuse)],
      on,
    ]);
    const found = await fusesOf(program);
    // A stand-in runtime may lack the newest.
    expect(found.length).toBeGreaterThanOrEqual(8);
    expect(wanted).toEqual(expect.arrayContaining(found));
  });

  it('of the copy for tests differ in the inspector alone', async () => {
    const release = new Map(await fusesOf(program));
    const copy = await fusesOf(packagedProgram());
    expect(copy.filter(([fuse, on]) => release.get(fuse) !== on)).toEqual([
      ['EnableNodeCliInspectArguments', true],
    ]);
  });

  it('are all named: one that is forgotten does not compile', () => {
    const { [FuseV1Options.RunAsNode]: _forgotten, ...others } = releaseFuses;
    // @ts-expect-error: RunAsNode is missing.
    const incomplete: EveryFuse = others;
    expect(Object.keys(incomplete)).toHaveLength(Object.keys(releaseFuses).length - 1);
  });
});

describe('the archive', () => {
  it('holds the built program, its data and the library of the keychain, and nothing else', () => {
    const kinds = [
      /^package\.json$/,
      /^dist\/(main\.js|mittente\.js|preload\.cjs)$/,
      /^dist\/chunks\/[\w-]+\.js$/,
      /^dist\/assets\/[\w-]+\.json$/,
      /^dist\/assets\/contract\/[\w-]+\.schema\.json$/,
      /^dist\/assets\/handouts\/[\w-]+\.(css|html\.mustache|woff2)$/,
      /^dist\/renderer\/index\.html$/,
      /^dist\/renderer\/assets\/[\w-]+\.(js|css|svg|woff2)$/,
      /^node_modules\/keytar\/(package\.json|LICENSE\.md|lib\/keytar\.js)$/,
      new RegExp(
        `^node_modules/keytar/prebuilds/${process.platform}-${process.arch}/keytar\\.node$`,
      ),
    ];
    const all = files();
    expect(all.filter((path) => !kinds.some((kind) => kind.test(path)))).toEqual([]);
    expect(kinds.filter((kind) => !all.some((path) => kind.test(path)))).toEqual([]);
  });

  it('keeps native code outside, where the system can load it', () => {
    const native = files().filter((path) => path.endsWith('.node'));
    expect(native).toHaveLength(1);
    expect(statFile(archive, native[0] ?? '')).toMatchObject({ unpacked: true });
  });

  it('says nothing of how it was built', async () => {
    const text = (await readFile(archive)).toString('latin1');
    expect(text).not.toContain('sourceMappingURL=');
    expect(text).not.toContain('"devDependencies"');
    expect(text).not.toContain(process.cwd());
  });

  it('leaves mail, code pages, templates and updates to whoever needs them: no start reads them', () => {
    const programs = files().filter((path) => /^dist\/.*\.js$/.test(path));
    const starts = ['main', 'wizard-host', 'wizard'].map((name) =>
      programs.find((path) => new RegExp(`/${name}(-[\\w-]{8})?\\.js$`).test(path)),
    );
    const read = new Map<string, string>();
    const take = (path = ''): void => {
      if (read.has(path)) return;
      const text = extractFile(archive, path).toString('utf8');
      read.set(path, text);
      for (const [, name] of text.matchAll(/(?:from|^import|;import)\s*["`](\.[\w./-]+\.js)["`]/gm))
        take(posix.join(posix.dirname(path), name ?? ''));
    };
    for (const start of starts) take(start);
    // Words of nodemailer, iconv-lite, mustache and electron-updater.
    const words = ['_actionGreeting', 'Iconv-lite warning', 'Unclosed tag', 'NsisUpdater'];
    const holding = (texts: readonly string[]) =>
      words.filter((word) => texts.some((text) => text.includes(word)));
    const all = programs.map((path) => extractFile(archive, path).toString('utf8'));
    expect(holding(all)).toEqual(words);
    expect(holding([...read.values()])).toEqual([]);
    expect(read.size).toBeGreaterThan(starts.length);
  });

  it(`and what lies beside it take at most ${MOST_PAYLOAD / 1e6} MB`, async () => {
    const unpacked = `${archive}.unpacked`;
    const entries = await readdir(unpacked, { recursive: true, withFileTypes: true });
    const beside = entries.filter((entry) => entry.isFile());
    const paths = [archive, ...beside.map((entry) => join(entry.parentPath, entry.name))];
    const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_PAYLOAD);
  });
});

describe('a package', () => {
  it('has no part that would load another application, and no update feed unless one was named', async () => {
    const names = await readdir(resources);
    expect(names).not.toContain('default_app.asar');
    expect(names).not.toContain('app-update.yml');
  });

  it('carries the profiles that technicians copy, as files', async () => {
    const profiles = await readdir(join(resources, 'profiles'), { recursive: true });
    expect(profiles).toEqual(
      expect.arrayContaining(['ini/record-profile.json', 'msmtp/msmtprc.mustache']),
    );
  });

  it('carries the notices of what is in it, and the list of its parts', async () => {
    const notices = await readFile(join(resources, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    const bom = JSON.parse(await readFile(join(resources, 'sbom.cdx.json'), 'utf8'));
    const parts = bom.components.map(
      ({ 'bom-ref': ref, licenses }: { 'bom-ref': string; licenses: unknown[] }) => {
        expect(licenses.length, ref).toBeGreaterThan(0);
        return ref;
      },
    );
    for (const name of ['@github/keytar', 'nodemailer', 'react', 'zod', 'electron']) {
      expect(parts.some((ref: string) => ref.startsWith(`${name}@`))).toBe(true);
    }
    const unnoticed = parts
      .filter((ref: string) => !ref.startsWith('electron@'))
      .filter((ref: string) => !notices.includes(`${ref.replace(/@([^@]+)$/, ' $1')} (`));
    expect(unnoticed).toEqual([]);
  });

  it('in zip form is the same program', async () => {
    const zip = await packageOf('zip');
    const { stdout } = await execute('unzip', ['-Z1', zip], { maxBuffer: 1e7 });
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining(['mittente', 'resources/app.asar', 'resources/sbom.cdx.json']),
    );
    const inside = await execute('unzip', ['-p', zip, 'resources/app.asar'], {
      encoding: 'buffer',
      maxBuffer: 1e8,
    });
    expect(inside.stdout.equals(await readFile(archive))).toBe(true);
  });
});

describe('the update feed', () => {
  it('is off unless an address is named when the package is made', () => {
    expect(updateFeed({})).toBe(null);
    expect(updateFeed({ MITTENTE_UPDATE_URL: '' })).toBe(null);
  });

  it('is a plain folder on the web', () => {
    const url = 'https://updates.example.com/mittente';
    expect(updateFeed({ MITTENTE_UPDATE_URL: url })).toEqual({ provider: 'generic', url });
  });

  it.each(['http://updates.example.com', 'file:///updates', 'updates.example.com'])(
    'is refused at %s, which others could change on its way',
    (url) => {
      expect(() => updateFeed({ MITTENTE_UPDATE_URL: url })).toThrow('https');
    },
  );
});
