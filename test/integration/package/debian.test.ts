import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, lstat, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeInspectable } from '../../../scripts/package/fuses.ts';
import { output } from '../../../scripts/process.ts';
import { electronArguments } from '../../../scripts/runtime.ts';
import { openSession, type Session } from '../../../scripts/session.ts';
import { ensureSystem } from '../../../scripts/system.ts';
import { asRoot, isRoot } from '../../servers/privileged.ts';
import { launchMittente } from '../../support/app.ts';
import { packageOf } from './packaged.ts';

const execute = promisify(execFile);
const PROGRAM = '/opt/Mittente/mittente';
const COMMAND = '/usr/bin/mittente';
const DESKTOP = '/usr/share/applications/mittente.desktop';

const installedStatus = () =>
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders.
  output('dpkg-query', ['-W', '-f', '${db:Status-Status}', 'mittente']);

const purge = () => asRoot('dpkg', ['--purge', 'mittente']);

const isThere = (path: string) =>
  lstat(path).then(
    () => true,
    () => false,
  );

describe.skipIf(process.platform !== 'linux')('the Debian package', () => {
  let deb: string;
  let session: Session;
  let home: string;

  beforeAll(async () => {
    ensureSystem('package', 'window');
    deb = await packageOf('deb');
    if (installedStatus() === 'installed') throw new Error('Mittente is installed here already.');
    session = await openSession({ keyring: 'private', display: true });
    home = await mkdtemp(join(tmpdir(), 'mittente-deb-'));
    await asRoot('dpkg', ['--install', deb]);
  });
  afterAll(async () => {
    if (installedStatus() === 'installed') await purge();
    await session?.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  });

  it('names its purpose, and every library that it needs', async () => {
    const { stdout } = await execute('dpkg-deb', ['--field', deb]);
    expect(stdout).toMatch(/^Description: Sender mailboxes for the clinical record$/m);
    const needed = await librariesOf(PROGRAM);
    const owners = await packagesOf(needed);
    const closure = await everythingBelow('mittente');
    expect(needed.length).toBeGreaterThan(20);
    expect(owners.filter((name) => !closure.has(name))).toEqual([]);
  });

  it('registers itself for mittente: links', async () => {
    await execute('desktop-file-validate', [DESKTOP]);
    const { stdout } = await execute(
      'xdg-mime',
      ['query', 'default', 'x-scheme-handler/mittente'],
      { env: { ...session.env, HOME: home, XDG_CURRENT_DESKTOP: '' } },
    );
    expect(stdout.trim()).toBe('mittente.desktop');
    expect(await readFile(DESKTOP, 'utf8')).toMatch(/^Exec=\/opt\/Mittente\/mittente -- %u$/m);
  });

  it('lets only root change the program', async () => {
    const { stdout } = await execute('find', ['/opt/Mittente', '-not', '-user', 'root']);
    const writable = await execute('find', [
      '/opt/Mittente',
      '-not',
      '-type',
      'l',
      '-perm',
      '/022',
    ]);
    expect(stdout + writable.stdout).toBe('');
  });

  it('serves commands without a display, for a user inside the sandbox', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mittente-user-'));
    await chmod(folder, 0o777);
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
    const user = ['--reuid=65534', '--regid=65534', '--clear-groups'];
    const words = isRoot() ? ['setpriv', ...user, COMMAND] : [COMMAND];
    const { stdout } = await execute('env', [...words, 'status', '--json'], {
      env: { ...env, HOME: folder, XDG_DATA_HOME: folder },
      cwd: '/',
    });
    await rm(folder, { recursive: true, force: true });
    expect(JSON.parse(stdout)).toMatchObject({ doctors: [] });
  });

  it('shows its window when the command is given', async () => {
    const userData = await mkdtemp(join(home, 'data-'));
    const words = [...electronArguments(), `--user-data-dir=${userData}`];
    const child = spawn(COMMAND, words, { env: session.env, stdio: 'ignore' });
    try {
      await expect
        .poll(
          async () => (await execute('xwininfo', ['-root', '-tree'], { env: session.env })).stdout,
          {
            timeout: 30_000,
          },
        )
        .toMatch(/"Mittente": \("mittente"/);
    } finally {
      child.kill();
      await once(child, 'exit');
    }
  });

  it('opens on its first page, its inspector opened in a copy of the executable', async () => {
    const copy = '/opt/Mittente/mittente-for-tests';
    const work = join(home, 'mittente-for-tests');
    await copyFile(PROGRAM, work);
    await makeInspectable(work);
    await asRoot('cp', [work, copy]);
    const running = await launchMittente({
      packaged: copy,
      env: session.env as Record<string, string>,
    });
    try {
      await expect
        .poll(() => running.page.getByRole('heading', { level: 1 }).count(), { timeout: 20_000 })
        .toBe(1);
    } finally {
      await running.remove();
      await asRoot('rm', [copy]);
    }
  });

  it('leaves nothing when it is removed', async () => {
    const { stdout } = await execute('dpkg', ['--listfiles', 'mittente']);
    const own = stdout.split('\n').filter((path) => path.includes('ittente'));
    expect(own).toEqual(expect.arrayContaining([PROGRAM, COMMAND, DESKTOP]));
    await purge();
    const left: string[] = [];
    for (const path of [...own, '/opt/Mittente', '/etc/apparmor.d/mittente']) {
      if (await isThere(path)) left.push(path);
    }
    expect(left).toEqual([]);
    const search = ['/etc', '/opt', '/usr', '/var/lib', '-xdev', '-iname', '*mittente*'];
    const anywhere = await execute('find', search).catch((error) => error);
    expect(anywhere.stdout).toBe('');
    const cache = await readFile('/usr/share/applications/mimeinfo.cache', 'utf8').catch(() => '');
    expect(cache).not.toContain('mittente');
  });
});

/** Files of the libraries that the dynamic linker loads for a program. */
async function librariesOf(program: string): Promise<string[]> {
  const { stdout } = await execute('ldd', [program]);
  expect(stdout).not.toContain('not found');
  return [...stdout.matchAll(/=> (\/\S+)/g)].flatMap(([, path]) => (path ? [path] : []));
}

async function packagesOf(files: string[]): Promise<string[]> {
  const wanted = files.filter((file) => !file.startsWith('/opt/Mittente'));
  // /lib is a link to /usr/lib, and Debian knows a file by the one name or the other.
  const names = [...new Set(wanted.map((file) => file.replace(/^\/usr(?=\/lib)/, '')))];
  const questions = names.flatMap((name) => [name, `/usr${name}`]);
  const { stdout } = await execute('dpkg-query', ['-S', ...questions]).catch((error) => error);
  const owners = new Map<string, string>();
  for (const line of stdout.split('\n')) {
    const [, owner, file] = /^([^:,]+).*: (\/.+)$/.exec(line) ?? [];
    if (owner && file) owners.set(file.replace(/^\/usr(?=\/lib)/, ''), owner);
  }
  return [...new Set(names.map((name) => owners.get(name) ?? name))];
}

/** A package's dependencies, theirs, and so on, as they are installed here. */
async function everythingBelow(top: string): Promise<Set<string>> {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders.
  const format = '${Package}: ${Depends}, ${Pre-Depends}\n';
  const { stdout } = await execute('dpkg-query', ['-W', '-f', format], { maxBuffer: 1e8 });
  const depends = new Map(
    [...stdout.matchAll(/^(\S+): (.*)$/gm)].map(([, name = '', list = '']) => [
      name,
      // Alternatives count alike; versions and architectures do not matter here.
      list.split(/[,|]/).map((one) => one.trim().replace(/[ :(].*$/, '')),
    ]),
  );
  const reached = new Set<string>();
  const waiting = [top];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next) || !depends.has(next)) continue;
    reached.add(next);
    waiting.push(...(depends.get(next) ?? []));
  }
  return reached;
}
