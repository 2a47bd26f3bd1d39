import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CertificateSet, Identity } from './certificates.ts';
import { freePorts, waitUntilClosed, waitUntilOpen } from './ports.ts';
import { asRoot, endByPidFile, mailboxOwner } from './privileged.ts';
import { domain, localPart, type MailUser } from './users.ts';

export const POSTFIX_PORTS = [
  /** STARTTLS required before a login. */
  'starttls',
  /** Implicit TLS. */
  'tls',
  /** STARTTLS; three messages and six logins a minute. */
  'limited',
  /** A login without any TLS, which no client should accept. */
  'plain',
  /** STARTTLS with a certificate that ended, is another server's, or is vouched for by nobody. */
  'expired',
  'wrongHost',
  'selfSigned',
  /** Implicit TLS with the certificate that ended. */
  'tlsExpired',
] as const;

export type PostfixPort = (typeof POSTFIX_PORTS)[number];

export interface Postfix {
  readonly ports: Readonly<Record<PostfixPort, number>>;
  readonly log: string;
  stop(): Promise<void>;
}

export interface PostfixWish {
  /** Short: it holds sockets. Readable by everybody, for the servers drop their rights. */
  readonly folder: string;
  readonly hostName: string;
  readonly users: readonly MailUser[];
  readonly certificates: CertificateSet;
  /** The authentication socket of Dovecot. */
  readonly login: string;
  /** Where the Maildirs are made: `DOMAIN/LOCAL-PART`. */
  readonly mailboxes: string;
}

/** Starts Postfix: local delivery to Maildirs only, nothing ever leaves the machine. */
export async function startPostfix(wish: PostfixWish): Promise<Postfix> {
  const { folder } = wish;
  const etc = join(folder, 'etc');
  const log = join(folder, 'log');
  for (const name of ['etc', 'spool', 'data']) await mkdir(join(folder, name), { recursive: true });
  const owner = await mailboxOwner();
  await mkdir(wish.mailboxes, { recursive: true });
  await asRoot('chown', [`${owner.uid}:${owner.gid}`, wish.mailboxes]);
  await asRoot('chown', ['postfix', join(folder, 'data')]);
  const ports = await freePorts(...POSTFIX_PORTS);
  await writeTables(etc, wish.users);
  for (const [name, identity] of Object.entries(wish.certificates)) {
    await writeIdentity(join(etc, name), identity);
  }
  await writeFile(join(etc, 'main.cf'), mainSettings(wish, owner));
  await writeFile(join(etc, 'master.cf'), services(etc, ports));
  await asRoot('postfix', ['-c', etc, 'check']);
  await asRoot('/usr/lib/postfix/sbin/master', ['-w'], { MAIL_CONFIG: etc });
  const numbers = Object.values(ports);
  try {
    await Promise.all(numbers.map(waitUntilOpen));
  } catch (cause) {
    throw new Error(await readFile(log, 'utf8').catch(() => 'Postfix left no log'), { cause });
  }
  return {
    ports,
    log,
    // Process ids linger after the end; a closed port is the proof.
    stop: async () => {
      await endByPidFile(join(folder, 'spool/pid/master.pid'));
      await Promise.all(numbers.map(waitUntilClosed));
    },
  };
}

async function writeIdentity(path: string, identity: Identity): Promise<void> {
  await writeFile(`${path}.pem`, identity.key + identity.certificate);
  await chmod(`${path}.pem`, 0o600);
}

async function writeTables(etc: string, users: readonly MailUser[]): Promise<void> {
  const table = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
  const maildir = (address: string): string => `${domain(address)}/${localPart(address)}/`;
  const aliases = users.flatMap(({ address, owns }) =>
    owns.filter((owned) => owned !== address).map((owned) => `${owned} ${address}`),
  );
  await writeFile(
    join(etc, 'mailboxes'),
    table(users.map(({ address }) => `${address} ${maildir(address)}`)),
  );
  await writeFile(join(etc, 'aliases'), table(aliases));
  await writeFile(
    join(etc, 'senders'),
    table(users.flatMap(({ address, owns }) => owns.map((owned) => `${owned} ${address}`))),
  );
}

/**
 * `in_flow_delay` is off: Postfix pauses a second at the recipient when more messages were begun than
 * delivered (postconf(5)), and a probe without a message begins one each time.
 */
const mainSettings = (wish: PostfixWish, owner: { uid: number; gid: number }): string => `
compatibility_level = 3.6
queue_directory = ${wish.folder}/spool
data_directory = ${wish.folder}/data
maillog_file = ${wish.folder}/log
maillog_file_prefixes = ${wish.folder}
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = ${wish.hostName}
mydestination =
mynetworks =
alias_maps =
local_recipient_maps =
smtp_dns_support_level = disabled
default_transport = error:5.4.4 this test server delivers nothing elsewhere
virtual_mailbox_domains = ${[...new Set(wish.users.map(({ address }) => domain(address)))].join(', ')}
virtual_mailbox_base = ${wish.mailboxes}
virtual_mailbox_maps = texthash:${wish.folder}/etc/mailboxes
virtual_alias_maps = texthash:${wish.folder}/etc/aliases
virtual_uid_maps = static:${owner.uid}
virtual_gid_maps = static:${owner.gid}
virtual_transport = virtual
message_size_limit = 102400
mailbox_size_limit = 0
virtual_mailbox_limit = 0
smtpd_recipient_limit = 5
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${wish.login}
smtpd_sasl_security_options = noanonymous
smtpd_sender_login_maps = texthash:${wish.folder}/etc/senders
smtpd_tls_chain_files = ${wish.folder}/etc/good.pem
smtpd_tls_loglevel = 1
smtpd_tls_protocols = >=TLSv1.2
smtpd_client_event_limit_exceptions =
smtpd_peername_lookup = no
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_error_sleep_time = 0
in_flow_delay = 0
`;

function services(etc: string, ports: Readonly<Record<PostfixPort, number>>): string {
  const submission = [
    'smtpd_sasl_auth_enable=yes',
    'smtpd_client_restrictions=',
    'smtpd_sender_restrictions=reject_sender_login_mismatch',
    'smtpd_recipient_restrictions=reject_unlisted_recipient,permit_sasl_authenticated,reject',
  ];
  const startTls = ['smtpd_tls_security_level=encrypt', 'smtpd_tls_auth_only=yes'];
  const implicitTls = ['smtpd_tls_wrappermode=yes', 'smtpd_tls_auth_only=yes'];
  const identity = (name: string): string => `smtpd_tls_chain_files=${etc}/${name}.pem`;
  const own: Record<PostfixPort, readonly string[]> = {
    starttls: startTls,
    tls: implicitTls,
    limited: [...startTls, 'smtpd_client_message_rate_limit=3', 'smtpd_client_auth_rate_limit=6'],
    plain: ['smtpd_tls_security_level=none'],
    expired: [...startTls, identity('expired')],
    wrongHost: [...startTls, identity('wrongHost')],
    selfSigned: [...startTls, identity('selfSigned')],
    tlsExpired: [...implicitTls, identity('expired')],
  };
  const listeners = POSTFIX_PORTS.map((name) => {
    const options = [`syslog_name=${name}`, ...submission, ...own[name]];
    return `127.0.0.1:${ports[name]} inet n - n - - smtpd ${options.map((o) => `-o ${o}`).join(' ')}`;
  });
  return `${[...listeners, ...BACKGROUND_SERVICES].join('\n')}\n`;
}

/** The rest of a Postfix, as its own default master.cf has it, without the chroot. */
const BACKGROUND_SERVICES = [
  'pickup unix n - n 60 1 pickup',
  'cleanup unix n - n - 0 cleanup',
  'qmgr unix n - n 300 1 qmgr',
  'tlsmgr unix - - n 1000? 1 tlsmgr',
  'rewrite unix - - n - - trivial-rewrite',
  'bounce unix - - n - 0 bounce',
  'defer unix - - n - 0 bounce',
  'trace unix - - n - 0 bounce',
  'verify unix - - n - 1 verify',
  'proxymap unix - - n - - proxymap',
  'smtp unix - - n - - smtp',
  'relay unix - - n - - smtp',
  'error unix - - n - - error',
  'retry unix - - n - - error',
  'discard unix - - n - - discard',
  'virtual unix - n n - - virtual',
  'anvil unix - - n - 1 anvil',
  'scache unix - - n - 1 scache',
  'postlog unix-dgram n - n - 1 postlogd',
];
