import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { createAuthority, issueCertificate } from '../../test/servers/certificates.ts';
import { DEMO_MAILBOXES, type DemoMailbox } from './mailboxes.ts';

/** The demonstration mail server: where it listens, who vouches for it, how to end it. */
export interface DemoMailServer {
  readonly host: string;
  readonly tlsPort: number;
  readonly starttlsPort: number;
  /** PEM of the authority that this run alone trusts. */
  readonly authority: string;
  close(): Promise<void>;
}

/**
 * A small mail server on loopback that behaves as a provider's does: TLS only, a login, mail only
 * from one's own address. What it accepts lies as `.eml` files in the folder.
 */
export async function startDemoMailServer(
  folder: string,
  report: (line: string) => void,
): Promise<DemoMailServer> {
  const authority = await createAuthority('Mittente example practice');
  const identity = await issueCertificate(authority, {
    commonName: 'localhost',
    names: ['localhost', '127.0.0.1'],
  });
  const options: SMTPServerOptions = {
    key: identity.key,
    cert: identity.certificate,
    minVersion: 'TLSv1.2',
    banner: 'demonstration server',
    authMethods: ['PLAIN', 'LOGIN'],
    onAuth: ({ username, password }, _session, done) => {
      const mailbox = DEMO_MAILBOXES.find(({ address }) => address === username);
      if (mailbox && mailbox.password === password) return done(null, { user: mailbox.address });
      done(refusal(535, '5.7.8 Authentication credentials invalid'));
    },
    onMailFrom: ({ address }, session, done) => {
      if (address === session.user) return done();
      done(refusal(553, `5.7.1 <${address}>: Sender address rejected: not owned by user`));
    },
    onRcptTo: ({ address }, _session, done) => {
      if (isDemoMailbox(address)) return done();
      done(refusal(550, `5.1.1 <${address}>: Recipient address rejected: no such mailbox`));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const name = `${Date.now()}-${session.id}.eml`;
        writeFile(join(folder, name), Buffer.concat(chunks)).then(() => {
          report(`The demonstration server accepted a message from ${session.user}: ${name}`);
          done();
        }, done);
      });
    },
  };
  const tls = await listen(new SMTPServer({ ...options, secure: true }));
  const starttls = await listen(new SMTPServer(options));
  return {
    host: 'localhost',
    tlsPort: tls.port,
    starttlsPort: starttls.port,
    authority: authority.pem,
    close: async () => {
      await Promise.all([tls.close(), starttls.close()]);
    },
  };
}

const isDemoMailbox = (address: string): address is DemoMailbox['address'] =>
  DEMO_MAILBOXES.some((mailbox) => mailbox.address === address);

const refusal = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

async function listen(server: SMTPServer): Promise<{ port: number; close: () => Promise<void> }> {
  // A client that breaks off is the client's matter.
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
