import { access, chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Authority, createAuthority, issueCertificate } from './certificates.ts';
import { freePorts, waitUntilClosed, waitUntilOpen } from './ports.ts';
import { asRoot, endByPidFile, isRoot } from './privileged.ts';
import { ALICE, BOB, domain, localPart } from './users.ts';

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/mittente-exim');

const USERS = [ALICE, BOB];

export interface Exim {
  readonly ports: Readonly<Record<'starttls' | 'tls', number>>;
  readonly authority: Authority;
  log(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Where an Exim is, or null when none can be had. Debian does not let it be installed beside
 * Postfix, so its package is only unpacked, into a cache; the user that the binary insists on is
 * added. Both need root.
 */
export async function findExim(): Promise<string | null> {
  const cached = join(CACHE, 'usr/sbin/exim4');
  for (const path of ['/usr/sbin/exim4', cached]) {
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  if (!isRoot()) return null;
  try {
    await mkdir(CACHE, { recursive: true });
    await asRoot('sh', ['-c', 'cd "$0" && apt-get -q download exim4-daemon-light', CACHE]);
    const [archive] = (await readdir(CACHE)).filter((name) => name.endsWith('.deb'));
    await asRoot('dpkg-deb', ['-x', join(CACHE, archive ?? ''), CACHE]);
    await asRoot('sh', ['-c', 'id Debian-exim || useradd --system --no-create-home Debian-exim']);
    return cached;
  } catch {
    return null;
  }
}

/** Exim, which refuses a foreign sender at MAIL FROM where Postfix waits for the recipient. */
export async function startExim(binary: string): Promise<Exim> {
  const folder = await mkdtemp('/tmp/mt-');
  const authority = await createAuthority();
  const identity = await issueCertificate(authority, {
    commonName: 'mail.acme.test',
    names: ['mail.acme.test', 'localhost', '127.0.0.1'],
  });
  const ports = await freePorts('starttls', 'tls');
  for (const name of ['spool', 'log', 'mail']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'server.crt'), identity.certificate);
  await writeFile(join(folder, 'server.key'), identity.key);
  await chmod(join(folder, 'server.key'), 0o600);
  const table = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
  await writeFile(
    join(folder, 'users'),
    table(USERS.map(({ address, password }) => `${address}: ${password}`)),
  );
  await writeFile(
    join(folder, 'senders'),
    table(USERS.flatMap(({ address, owns }) => owns.map((owned) => `${owned}: ${address}`))),
  );
  await writeFile(
    join(folder, 'boxes'),
    table(USERS.map(({ address }) => `${localPart(address)}: ${domain(address)}`)),
  );
  await writeFile(join(folder, 'exim.conf'), settings(folder, ports));
  await asRoot(binary, ['-C', join(folder, 'exim.conf'), '-bd']);
  await Promise.all(Object.values(ports).map(waitUntilOpen));
  return {
    ports,
    authority,
    log: () => readFile(join(folder, 'log/mainlog'), 'utf8').catch(() => ''),
    stop: async () => {
      await endByPidFile(join(folder, 'exim.pid'));
      await Promise.all(Object.values(ports).map(waitUntilClosed));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function settings(folder: string, ports: Exim['ports']): string {
  const user = userInfo().username;
  return `
keep_environment =
exim_user = ${user}
never_users =
primary_hostname = mail.acme.test
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%slog
pid_file_path = ${folder}/exim.pid
local_interfaces = <; 127.0.0.1.${ports.starttls} ; 127.0.0.1.${ports.tls}
tls_on_connect_ports = ${ports.tls}
tls_advertise_hosts = *
tls_certificate = ${folder}/server.crt
tls_privatekey = ${folder}/server.key
auth_advertise_hosts = \${if eq{$tls_in_cipher}{}{}{*}}
host_lookup =
rfc1413_hosts =
domainlist local_domains = acme.test
acl_smtp_mail = check_sender
acl_smtp_rcpt = check_recipient
acl_smtp_data = accept
begin acl
check_sender:
  deny !authenticated = *
       message = 5.7.0 Authentication required
  deny condition = \${if !eq{\${lookup{$sender_address}lsearch{${folder}/senders}}}{$authenticated_id}}
       message = 5.7.1 Sender <$sender_address> is not allowed for $authenticated_id
  accept
check_recipient:
  require verify = recipient
  accept authenticated = *
begin routers
box:
  driver = accept
  domains = +local_domains
  local_parts = lsearch;${folder}/boxes
  transport = maildir
  cannot_route_message = Unknown user
begin transports
maildir:
  driver = appendfile
  directory = ${folder}/mail/$local_part_data
  maildir_format
  create_directory
  user = ${user}
begin authenticators
PLAIN:
  driver = plaintext
  server_set_id = $auth2
  server_prompts = :
  server_condition = \${if and{{!eq{$auth3}{}}{eq{$auth3}{\${lookup{$auth2}lsearch{${folder}/users}}}}}}
`;
}
