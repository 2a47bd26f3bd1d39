import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Dns } from '../../../src/discovery/network.ts';
import { createSubmissionCheck } from '../../../src/discovery/submission.ts';
import { fail, succeed } from '../../../src/result.ts';
import {
  type Authority,
  createAuthority,
  type Identity,
  issueCertificate,
} from '../../servers/certificates.ts';

const HOST = 'smtp.studio.test';

const noData = async () => fail('no-data' as const);
const dns: Dns = {
  mx: noData,
  ns: noData,
  srv: noData,
  addresses: async () => succeed(['127.0.0.1']),
};

let authority: Authority;
let identity: Identity;
let server: Server | null = null;
let sockets: Socket[] = [];

beforeAll(async () => {
  authority = await createAuthority();
  identity = await issueCertificate(authority, { commonName: HOST, names: [HOST] });
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  server?.close();
  if (server) await once(server, 'close');
  server = null;
});

/** Says `greeting`, then for each line that comes the next of `replies`. Gives what it heard. */
async function listen(
  security: 'tls' | 'starttls',
  greeting: string,
  replies: readonly string[],
): Promise<{ readonly port: number; readonly heard: string[] }> {
  const heard: string[] = [];
  const serve = (socket: Socket) => {
    sockets.push(socket);
    const left = [...replies];
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      heard.push(chunk.toString('latin1').trim());
      const reply = left.shift();
      if (reply) socket.write(reply);
    });
    socket.write(greeting);
  };
  server =
    security === 'tls'
      ? createTlsServer({ cert: identity.certificate, key: identity.key }, serve)
      : createServer(serve);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, heard };
}

const check = (port: number, security: 'tls' | 'starttls', signal?: AbortSignal) =>
  createSubmissionCheck({ dns, authorities: [authority.pem] })(
    { host: HOST, port, security },
    signal ?? new AbortController().signal,
  );

describe('a submission server over implicit TLS', () => {
  it.each([
    ['250-x\r\n250-AUTH PLAIN LOGIN\r\n250 SIZE\r\n', 'password'],
    ['250-x\r\n250 AUTH=LOGIN\r\n', 'password'],
    ['250-x\r\n250 auth cram-md5\r\n', 'password'],
    ['250-x\r\n250 AUTH XOAUTH2 PLAIN\r\n', 'password'],
    ['250-x\r\n250 AUTH XOAUTH2\r\n', 'oauth-only'],
    ['250-x\r\n250 AUTH NTLM GSSAPI\r\n', 'unusable'],
    ['250-x\r\n250 SIZE 1000\r\n', 'unusable'],
    ['502 5.5.1 no\r\n', 'unusable'],
    ['HTTP/1.1 400 Bad Request\r\n\r\n'.repeat(5000), 'unusable'],
  ] as const)('that greets back with %j is %s', async (hello, verdict) => {
    const { port } = await listen('tls', '220 ready\r\n', [hello]);
    expect(await check(port, 'tls')).toBe(verdict);
  });

  it('is told no name of this computer, and no login', async () => {
    const { port, heard } = await listen('tls', '220 ready\r\n', ['250 AUTH PLAIN\r\n']);
    await check(port, 'tls');
    expect(heard).toEqual(['EHLO [127.0.0.1]']);
  });

  it('may greet in pieces and several lines', async () => {
    const { port } = await listen('tls', '220-wel', ['250-x\r\n250 AUTH PLAIN\r\n']);
    const checked = check(port, 'tls');
    await once(server as Server, 'secureConnection');
    sockets[0]?.write('come\r\n220 here\r\n');
    expect(await checked).toBe('password');
  });
});

describe('a submission server with STARTTLS', () => {
  it('is not used in clear when it offers no TLS', async () => {
    const { port, heard } = await listen('starttls', '220 ready\r\n', [
      '250-x\r\n250 AUTH PLAIN LOGIN\r\n',
    ]);
    expect(await check(port, 'starttls')).toBe('unusable');
    expect(heard).toEqual(['EHLO [127.0.0.1]']);
  });

  it('is dropped when bytes in clear follow its go-ahead', async () => {
    const { port, heard } = await listen('starttls', '220 ready\r\n', [
      '250-x\r\n250 STARTTLS\r\n',
      '220 go\r\n250-x\r\n250 AUTH PLAIN\r\n',
    ]);
    expect(await check(port, 'starttls')).toBe('unusable');
    expect(heard).toEqual(['EHLO [127.0.0.1]', 'STARTTLS']);
  });

  it('is dropped when it refuses', async () => {
    const { port } = await listen('starttls', '220 ready\r\n', [
      '250-x\r\n250 STARTTLS\r\n',
      '454 4.7.0 not now\r\n',
    ]);
    expect(await check(port, 'starttls')).toBe('unusable');
  });
});

describe('a server that does not speak', () => {
  it('is let go of when the search is over', async () => {
    const { port } = await listen('starttls', '', []);
    const search = new AbortController();
    const checked = check(port, 'starttls', search.signal);
    await once(server as Server, 'connection');
    search.abort();
    expect(await checked).toBe('unusable');
  });

  it('is not there at all', async () => {
    expect(await check(1, 'tls')).toBe('unusable');
  });
});
