import { afterEach, beforeAll } from 'vitest';
import type { ProbeObserver, ProbeOptions, ProbeResult } from '../../../src/smtp/probe.ts';
import { createProbe } from '../../../src/smtp/probe.ts';
import {
  type Authority,
  createAuthority,
  type Identity,
  issueCertificate,
} from '../../servers/certificates.ts';
import { type Script, type ScriptedServer, startScripted } from '../../servers/scripted.ts';
import { type RequestWish, requestFor, SHORT_LIMITS } from './requests.ts';

export interface Scripted {
  /** Runs a server until the end of the test. */
  start(script: Script): Promise<ScriptedServer>;
  /** A certificate for `localhost` that `probeOf` trusts. */
  identity(): Identity;
  probeOf(
    server: ScriptedServer,
    wish?: Partial<RequestWish>,
    options?: ProbeOptions & ProbeObserver,
  ): Promise<ProbeResult>;
}

/** Scripted servers for one test file, with an authority of its own; all are ended after a test. */
export function prepareScripted(): Scripted {
  const servers: ScriptedServer[] = [];
  let authority: Authority;
  let identity: Identity;

  beforeAll(async () => {
    authority = await createAuthority();
    identity = await issueCertificate(authority, { commonName: 'localhost', names: ['localhost'] });
  });

  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  return {
    identity: () => identity,
    start: async (script) => {
      const server = await startScripted(script);
      servers.push(server);
      return server;
    },
    probeOf: (server, wish = {}, options = {}) => {
      const request = requestFor({ port: server.port, authorities: [authority.pem], ...wish });
      return createProbe({ limits: SHORT_LIMITS, ...options })(request, options);
    },
  };
}
