import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { trustedContext } from '../smtp/trust.ts';
import { lookupThrough } from './dns.ts';
import type { CheckSubmission, Dns } from './network.ts';
import { ReplyReader } from './reply-reader.ts';

/** RFC 5321, section 4.1.3: an address literal, so that no name of this computer is told. */
const GREETING = 'EHLO [127.0.0.1]';

const PASSWORD_LOGINS = ['PLAIN', 'LOGIN', 'CRAM-MD5'];
const TOKEN_LOGINS = ['XOAUTH2', 'OAUTHBEARER'];

export interface SubmissionOptions {
  readonly dns: Dns;
  /** Further authorities to trust (PEM), besides the built-in ones. */
  readonly authorities: readonly string[];
}

/**
 * Greets a submission server over TLS, verified for its name, and reads which logins it offers.
 * With STARTTLS nothing but the greeting passes before TLS (RFC 3207). No login is tried.
 */
export function createSubmissionCheck({ dns, authorities }: SubmissionOptions): CheckSubmission {
  return async ({ host, port, security }, signal) => {
    if (signal.aborted) return 'unusable';
    const opened: Socket[] = [];
    const close = () => {
      for (const socket of opened) socket.destroy();
    };
    signal.addEventListener('abort', close, { once: true });
    const keep = <Kind extends Socket>(socket: Kind): Kind => {
      opened.push(socket);
      return socket;
    };
    const tls = { servername: host, secureContext: trustedContext(authorities) };
    const lookup = lookupThrough(dns, signal);
    try {
      if (security === 'tls') {
        const socket = keep(connectTls({ host, port, lookup, ...tls }));
        return await readLogins(new ReplyReader(socket), true);
      }
      const plain = keep(connectPlain({ host, port, lookup }));
      const before = new ReplyReader(plain);
      if (!(await offersStartTls(before))) return 'unusable';
      const socket = keep(connectTls({ socket: plain, ...tls }));
      return await readLogins(new ReplyReader(socket), false);
    } catch {
      return 'unusable';
    } finally {
      signal.removeEventListener('abort', close);
      close();
    }
  };
}

async function offersStartTls(reader: ReplyReader): Promise<boolean> {
  if ((await reader.read()).code !== 220) return false;
  const hello = await reader.ask(GREETING);
  if (hello.code !== 250 || !hello.lines.slice(1).some((line) => /^STARTTLS\b/i.test(line))) {
    return false;
  }
  const ready = await reader.ask('STARTTLS');
  // Bytes that came along in clear would be read as if TLS had protected them.
  return ready.code === 220 && reader.release() === 0;
}

async function readLogins(
  reader: ReplyReader,
  greets: boolean,
): Promise<'password' | 'oauth-only' | 'unusable'> {
  if (greets && (await reader.read()).code !== 220) return 'unusable';
  const hello = await reader.ask(GREETING);
  if (hello.code !== 250) return 'unusable';
  const logins = hello.lines
    .slice(1)
    .filter((line) => /^AUTH[ =]/i.test(line))
    .flatMap((line) => line.slice(5).toUpperCase().split(/\s+/));
  if (logins.some((login) => PASSWORD_LOGINS.includes(login))) return 'password';
  return logins.some((login) => TOKEN_LOGINS.includes(login)) ? 'oauth-only' : 'unusable';
}
