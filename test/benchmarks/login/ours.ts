import { Secret } from '../../../src/secret.ts';
import { createProbe } from '../../../src/smtp/probe.ts';
import type { SmtpServer } from '../../../src/smtp/server.ts';

export interface LoginWish extends SmtpServer {
  readonly username: string;
  readonly password: string;
  /** PEM of the authority that signed the server's certificate. */
  readonly authority: string;
}

/** The product's own probe, without a message. */
export async function login(wish: LoginWish): Promise<void> {
  const { host, port, security, username, password, authority } = wish;
  const { ok, stages } = await createProbe()({
    server: { host, port, security },
    username,
    password: new Secret(password),
    from: { address: username, name: '' },
    to: username,
    message: null,
    authorities: [authority],
  });
  if (!ok) throw new Error(JSON.stringify(stages.at(-1)));
}
