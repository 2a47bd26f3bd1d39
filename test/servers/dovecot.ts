import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asRoot, endByPidFile } from './privileged.ts';
import type { MailUser } from './users.ts';

/** Dovecot as Postfix's password checker; it listens on no port. */
export interface Dovecot {
  /** The socket for `smtpd_sasl_path`. */
  readonly socket: string;
  readonly log: string;
  stop(): Promise<void>;
}

/**
 * Starts Dovecot's authentication service alone.
 * @param folder must be short, for it holds sockets (at most 107 bytes with their names)
 */
export async function startDovecot(folder: string, users: readonly MailUser[]): Promise<Dovecot> {
  const run = join(folder, 'run');
  const log = join(folder, 'log');
  const passwords = join(folder, 'users');
  const configuration = join(folder, 'dovecot.conf');
  await mkdir(run, { recursive: true });
  await writeFile(
    passwords,
    users.map(({ address, password }) => `${address}:{PLAIN}${password}\n`).join(''),
  );
  await writeFile(configuration, settings({ run, log, passwords }));
  await asRoot('dovecot', ['-c', configuration]);
  return {
    socket: join(run, 'auth-postfix'),
    log,
    stop: () => endByPidFile(join(run, 'master.pid')),
  };
}

/** Repeated failures are delayed by default, twice (penalty and failure delay): both are off. */
const settings = (paths: { run: string; log: string; passwords: string }): string => `
base_dir = ${paths.run}
state_dir = ${paths.run}
log_path = ${paths.log}
protocols =
listen = 127.0.0.1
ssl = no
auth_mechanisms = plain login
disable_plaintext_auth = no
auth_verbose = yes
auth_failure_delay = 0
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${paths.passwords}
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=/nonexistent
}
service auth {
  unix_listener auth-postfix {
    mode = 0666
  }
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`;
