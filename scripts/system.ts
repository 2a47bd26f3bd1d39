import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { main, output, Stop } from './process.ts';

/** Debian and Ubuntu packages, by what they are needed for. */
const groups = {
  /** The window, its virtual display and its keychain. */
  window: [
    'ca-certificates',
    'dbus',
    'dbus-x11',
    'fonts-liberation',
    'gnome-keyring',
    'libasound2|libasound2t64',
    'libgbm1',
    'libgtk-3-0|libgtk-3-0t64',
    'libnss3',
    'libsecret-1-0',
    'libsecret-tools',
    'libxss1',
    'unzip',
    'xauth',
    'xvfb',
  ],
  /** The mail servers that the integration and e2e tests start. */
  mail: ['dovecot-core', 'openssl', 'postfix'],
  /** What makes packages, and compiles and checks the parts of them that are ours. */
  package: ['7zip', 'desktop-file-utils', 'nsis', 'x11-utils', 'xdg-utils'],
  /** Windows programs: what runs them (700 MB unpacked, of which 100 are fetched) and what compiles them. */
  windows: ['gcc-mingw-w64-x86-64-win32', 'wine64'],
  /** Programs that `npm run bench` compares the product with. */
  bench: ['curl', 'libnet-ssleay-perl', 'swaks'],
  /** What reads the sheets that are printed, as PDF. */
  paper: ['poppler-utils'],
  /** What compiles the examples for the record's developers in C# and in Delphi (100 MB unpacked). */
  examples: ['fp-compiler', 'mono-mcs', 'mono-runtime'],
  /** Programs that the shipped record profiles are for. */
  profiles: ['libsecret-tools', 'msmtp'],
} as const;

export type SystemGroup = keyof typeof groups;

const policyFile = '/usr/sbin/policy-rc.d';

/**
 * Makes sure that this machine has the Debian packages of the groups. Asks only dpkg when nothing is
 * missing; installs as root or with a password-less sudo; otherwise stops with the command to run.
 * Other systems than Linux need none.
 */
export function ensureSystem(...wanted: SystemGroup[]): void {
  if (process.platform !== 'linux') return;
  const missing = missingPackages(wanted);
  if (missing.length === 0) return;
  const prefix = administratorPrefix();
  if (prefix === null || output('apt-get', ['--version']) === null) throw new Stop(list(missing));
  console.log(`Installing what this machine lacks: ${missing.join(' ')}`);
  install(prefix, missing);
  const left = missingPackages(wanted);
  if (left.length > 0) throw new Stop(list(left));
}

/** Whether `ensureSystem` can succeed here: nothing is missing, or it may be installed. */
export function canEnsureSystem(...wanted: SystemGroup[]): boolean {
  if (process.platform !== 'linux') return false;
  if (missingPackages(wanted).length === 0) return true;
  return administratorPrefix() !== null && output('apt-get', ['--version']) !== null;
}

/** Alternatives (`a|b`: a name that changed between releases) count as present when one of them is. */
function missingPackages(wanted: SystemGroup[]): string[] {
  const packages = [...new Set(wanted.flatMap((group) => [...groups[group]]))].sort();
  const names = packages.flatMap((name) => name.split('|'));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders.
  const format = '${Package} ${db:Status-Status}\\n';
  // dpkg-query fails when one name is unknown, and still prints the others.
  const found =
    spawnSync('dpkg-query', ['-W', '-f', format, ...names], { encoding: 'utf8' }).stdout ?? '';
  const present = new Set(found.match(/^\S+(?= installed$)/gm));
  return packages
    .filter((name) => !name.split('|').some((alternative) => present.has(alternative)))
    .map((name) => name.split('|').find(isAvailable) ?? (name.split('|')[0] as string));
}

function isAvailable(name: string, _index: number, alternatives: string[]): boolean {
  if (alternatives.length === 1) return true;
  // Ubuntu keeps the old name as a virtual package, which policy reports without a candidate.
  const policy = output('apt-cache', ['policy', name], { ...process.env, LC_ALL: 'C' }) ?? '';
  return /Candidate: (?!\(none\))/.test(policy);
}

/** The words that give a command the administrator's rights; `null` where we have none. */
function administratorPrefix(): string[] | null {
  if (process.getuid?.() === 0) return [];
  return output('sudo', ['-n', 'true']) === null ? null : ['sudo', '-n'];
}

function install(prefix: string[], packages: string[]): void {
  const apt = ['apt-get', '-o', 'DPkg::Lock::Timeout=300', '-q'];
  const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive'];
  // Postfix without a configuration of its own: nothing listens, now or at the next boot.
  const answers = 'postfix postfix/main_mailer_type select No configuration\n';
  if (packages.includes('postfix')) {
    administrate([...prefix, 'debconf-set-selections'], answers);
  }
  administrate([...prefix, ...quiet, ...apt, 'update']);
  withoutServices(prefix, () => {
    const install = ['install', '-y', '--no-install-recommends', ...packages];
    administrate([...prefix, ...quiet, ...apt, ...install]);
  });
  if (packages.includes('dovecot-core') && existsSync('/run/systemd/system')) {
    administrate([...prefix, 'systemctl', 'disable', 'dovecot']);
  }
}

/** Debian starts what it installs; a policy that answers 101 forbids it while we install. */
function withoutServices(prefix: string[], action: () => void): void {
  if (existsSync(policyFile)) {
    action();
    return;
  }
  const asRoot = prefix.length === 0;
  if (asRoot) writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  else {
    administrate([...prefix, 'tee', policyFile], '#!/bin/sh\nexit 101\n');
    administrate([...prefix, 'chmod', '755', policyFile]);
  }
  try {
    action();
  } finally {
    if (asRoot) rmSync(policyFile, { force: true });
    else administrate([...prefix, 'rm', '-f', policyFile]);
  }
}

/** Quiet while all goes well; what the command said is worth reading only when it failed. */
function administrate(words: string[], input = ''): void {
  const [command = '', ...args] = words;
  const options = { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const { status, stdout, stderr } = spawnSync(command, args, options);
  if (status === 0) return;
  throw new Stop(`${stdout}${stderr}\nThis command failed: ${words.join(' ')}`);
}

const list = (packages: string[]) =>
  [
    'This machine lacks these Debian packages, and we may not install them:',
    ...packages.map((name) => `  ${name}`),
    'Install them and start again:',
    `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
  ].join('\n');

if (import.meta.main) {
  await main(async () => {
    const named = process.argv.slice(2);
    const unknown = named.find((name) => !Object.hasOwn(groups, name));
    if (unknown !== undefined) {
      throw new Stop(`Usage: node scripts/system.ts [${Object.keys(groups).join(' | ')}]...`);
    }
    const wanted = named.length > 0 ? (named as SystemGroup[]) : (['window', 'mail'] as const);
    ensureSystem(...wanted);
    return 0;
  });
}
