#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * Makes a Debian package with dpkg-deb. It understands the words that electron-builder says to fpm,
 * the Ruby program that it would download (CUSTOM_FPM_PATH); any other word is refused.
 */
const text = { type: 'string' } as const;
const list = { type: 'string', multiple: true } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'input-type': { ...text, short: 's' },
    'output-type': { ...text, short: 't' },
    force: { type: 'boolean' },
    depends: { ...list, short: 'd' },
    'deb-recommends': list,
    'deb-compression': text,
    'deb-priority': text,
    architecture: text,
    'after-install': text,
    'after-remove': text,
    description: text,
    version: text,
    package: text,
    name: text,
    maintainer: text,
    vendor: text,
    url: text,
    category: text,
    license: text,
  },
});

const root = await mkdtemp(join(tmpdir(), 'mittente-deb-'));
try {
  if (values['output-type'] !== 'deb') throw new Error('Only Debian packages can be made here.');
  for (const mapping of positionals) await place(mapping);
  await settlePermissions(root);
  const size = await installedKilobytes(root);
  await writeControl(size);
  pack();
} finally {
  await rm(root, { recursive: true, force: true });
}

/** `FROM=TO`: a file; `FROM/=TO`: everything in a folder. */
async function place(mapping: string): Promise<void> {
  const split = mapping.lastIndexOf('=');
  const target = join(root, mapping.slice(split + 1));
  await mkdir(dirname(target), { recursive: true });
  await cp(mapping.slice(0, split), target, { recursive: true, verbatimSymlinks: true });
}

/** Whoever builds has a umask of their own; installed files are root's, and for all to read. */
async function settlePermissions(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await settlePermissions(path);
    else if (entry.isFile()) {
      const { mode } = await stat(path);
      await chmod(path, mode & 0o111 ? 0o755 : 0o644);
    }
  }
}

async function installedKilobytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  // As dpkg-gencontrol counts: each file in whole kilobytes, each folder as one (deb-substvars(5)).
  const folders = entries.length - files.length;
  return sizes.reduce((sum, size) => sum + Math.ceil(size / 1024), folders);
}

/** The fields of deb-control(5), and the scripts that dpkg runs. */
async function writeControl(kilobytes: number): Promise<void> {
  const folder = join(root, 'DEBIAN');
  await mkdir(folder);
  const fields: [string, string | undefined][] = [
    ['Package', values.name],
    ['Version', values.version],
    ['Architecture', values.architecture],
    ['Maintainer', values.maintainer],
    ['Installed-Size', String(kilobytes)],
    ['Depends', values.depends?.join(', ')],
    ['Recommends', values['deb-recommends']?.join(', ')],
    ['Section', values.category],
    ['Priority', values['deb-priority']],
    ['Homepage', values.url],
    ['Description', folded(values.description ?? '')],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  await writeFile(join(folder, 'control'), `${lines.join('\n')}\n`);
  const scripts = { postinst: values['after-install'], postrm: values['after-remove'] };
  for (const [name, source] of Object.entries(scripts)) {
    if (source === undefined) continue;
    await cp(source, join(folder, name));
    await chmod(join(folder, name), 0o755);
  }
}

/** The first line is the synopsis; the others start with a space, an empty one is a dot. */
function folded(description: string): string {
  const [synopsis = '', ...rest] = description.trim().split('\n');
  return [synopsis, ...rest.map((line) => ` ${line.trim() || '.'}`)].join('\n');
}

function pack(): void {
  const level = process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL;
  // A level asks for speed, which xz does not have at any.
  const compression = level || values['deb-compression'] === 'gz' ? 'gzip' : 'xz';
  const words = ['--root-owner-group', `-Z${compression}`, ...(level ? [`-z${level}`] : [])];
  const target = values.package ?? '';
  const { status } = spawnSync('dpkg-deb', [...words, '--build', root, target], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`dpkg-deb could not make ${target}.`);
}
