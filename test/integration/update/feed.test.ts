import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findUpdate, type UpdaterOptions } from '../../../electron/updater.ts';
import { type Authority, createAuthority, issueCertificate } from '../../servers/certificates.ts';
import { type HttpsServer, type Page, startHttps } from '../../servers/https.ts';

const INSTALLER = Buffer.alloc(300_000, 'a newer Mittente ');
const NAME = 'Mittente-Setup-0.2.0.exe';
/** The library asks for the file of the system that it runs on, `latest.yml` on Windows. */
const CHANNEL = 'latest-linux.yml';

let authority: Authority;
let folder: string;
let faults: string[];
const servers: HttpsServer[] = [];

beforeAll(async () => {
  authority = await createAuthority();
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mittente-update-'));
  faults = [];
});

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  await rm(folder, { recursive: true });
});

const sha512 = (bytes: Uint8Array) => createHash('sha512').update(bytes).digest('base64');

/** The channel's file as electron-builder writes it, as JSON, which YAML contains. */
const release = (version: string, changes: object = {}) =>
  JSON.stringify({
    version,
    files: [{ url: NAME, sha512: sha512(INSTALLER), size: INSTALLER.length, ...changes }],
  });

/** An https server under the feed's name, with these files; the query is not looked at. */
async function serve(files: Record<string, Page>): Promise<HttpsServer> {
  const identity = await issueCertificate(authority, {
    commonName: 'localhost',
    names: ['localhost'],
  });
  const pages = new Proxy<Record<string, Page>>(files, {
    get: (target, key) => target[String(key).replace(/^localhost\/|\?.*$/g, '')],
  });
  const server = await startHttps({ localhost: identity }, pages);
  servers.push(server);
  return server;
}

const publisher = { publisherName: ['Mittente'] };

/** The installed program of version 0.1.0, whose feed is this address. */
async function installed(
  url: string,
  { config = publisher, ...changes }: { config?: object } & Partial<UpdaterOptions> = {},
): Promise<UpdaterOptions> {
  const feed = join(folder, 'app-update.yml');
  await writeFile(feed, JSON.stringify({ provider: 'generic', url, ...config }));
  return {
    app: {
      version: '0.1.0',
      name: 'Mittente',
      isPackaged: true,
      appUpdateConfigPath: feed,
      userDataPath: join(folder, 'data'),
      baseCachePath: folder,
      whenReady: async () => {},
      relaunch() {},
      quit() {},
      onQuit() {},
    },
    log: (error) => void faults.push(String(error)),
    ca: authority.pem,
    verify: async () => null,
    ...changes,
  };
}

const at = ({ port }: HttpsServer) => `https://localhost:${port}`;

/** Installers that lie in the folder in which the library keeps what was checked. */
async function kept(): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.exe'));
}

describe('a newer version', () => {
  it('is downloaded, checked and offered, and nothing is installed', async () => {
    const server = await serve({
      [CHANNEL]: { body: release('0.2.0') },
      [NAME]: { body: INSTALLER },
    });
    const judged: string[][] = [];
    const options = await installed(at(server), {
      verify: async (names, file) => {
        judged.push([...names, await readFile(file).then(sha512)]);
        return null;
      },
    });
    expect(await findUpdate(options)).toMatchObject({ version: '0.2.0' });
    expect(judged).toEqual([['Mittente', sha512(INSTALLER)]]);
    expect(await kept()).toHaveLength(1);
    expect(server.requests.map((line) => line.replace(/\?.*/, ''))).toEqual([
      `GET https://localhost/${CHANNEL}`,
      `GET https://localhost/${NAME}`,
    ]);
  });

  it.each(['0.1.0', '0.0.9', '0.1.0-beta.1'])('is not %s', async (version) => {
    const server = await serve({ [CHANNEL]: { body: release(version) } });
    expect(await findUpdate(await installed(at(server)))).toBeNull();
    expect(server.requests).toHaveLength(1);
  });
});

describe('a feed', () => {
  it.each<[string, string | null]>([
    ['without the file', null],
    ['that is no YAML', '{ "version": '],
    ['that is something else', '<html>Sign in to the network</html>'],
    ['without a version', JSON.stringify({ files: [] })],
    ['whose version is none', release('newest')],
    ['without files', JSON.stringify({ version: '0.2.0' })],
    ['without a digest', release('0.2.0', { sha512: undefined })],
  ])('%s gives nothing, and says why in the log', async (_case, body) => {
    const server = await serve(body === null ? {} : { [CHANNEL]: { body } });
    await expect(findUpdate(await installed(at(server)))).rejects.toThrow();
    expect(faults).not.toEqual([]);
    expect(await kept()).toEqual([]);
  });

  it('that is not https, or names no publisher, is not even asked', async () => {
    const server = await serve({ [CHANNEL]: { body: release('0.2.0') } });
    const plain = await installed(`http://localhost:${server.port}`);
    await expect(findUpdate(plain)).rejects.toThrow('url');
    for (const config of [{}, { publisherName: null }, { publisherName: [] }]) {
      const unsigned = await installed(at(server), { config });
      await expect(findUpdate(unsigned)).rejects.toThrow('publisherName');
    }
    expect(server.requests).toEqual([]);
  });

  it('whose certificate nobody vouches for is not believed', async () => {
    const server = await serve({ [CHANNEL]: { body: release('0.2.0') } });
    const { ca: _ours, ...options } = await installed(at(server));
    await expect(findUpdate(options)).rejects.toThrow('certificate');
    expect(server.requests).toEqual([]);
  });

  it('is told nothing of the computer that asks', async () => {
    const server = await serve({ [CHANNEL]: { body: release('0.1.0') } });
    await findUpdate(await installed(at(server)));
    expect(server.headers.flatMap((headers) => Object.keys(headers)).toSorted()).toEqual([
      'accept',
      'cache-control',
      'connection',
      'host',
      'user-agent',
    ]);
  });
});

describe('a download', () => {
  it('with another content is thrown away', async () => {
    const server = await serve({
      [CHANNEL]: { body: release('0.2.0') },
      [NAME]: { body: Buffer.from(INSTALLER).fill('x', 0, 1) },
    });
    await expect(findUpdate(await installed(at(server)))).rejects.toThrow('sha512');
    expect(await kept()).toEqual([]);
  });

  it('of another publisher is thrown away', async () => {
    const server = await serve({
      [CHANNEL]: { body: release('0.2.0') },
      [NAME]: { body: INSTALLER },
    });
    const options = await installed(at(server), { verify: async () => 'CN=Somebody Else' });
    await expect(findUpdate(options)).rejects.toThrow('not signed by the application owner');
    expect(await kept()).toEqual([]);
  });

  it('from elsewhere is not begun: neither named by the feed nor by a redirect', async () => {
    const elsewhere = await serve({ [NAME]: { body: INSTALLER }, [CHANNEL]: {} });
    const there = { status: 302, headers: { location: `${at(elsewhere)}/${NAME}` } };
    const feeds: Record<string, Page>[] = [
      { [CHANNEL]: { body: release('0.2.0', { url: `${at(elsewhere)}/${NAME}` }) } },
      { [CHANNEL]: { body: release('0.2.0', { url: `http://localhost:1/${NAME}` }) } },
      { [CHANNEL]: { body: release('0.2.0') }, [NAME]: there },
      { [CHANNEL]: there },
    ];
    for (const files of feeds) {
      const server = await serve(files);
      await expect(findUpdate(await installed(at(server)))).rejects.toThrow(
        /elsewhere|another address/,
      );
    }
    expect(elsewhere.requests).toEqual([]);
    expect(await kept()).toEqual([]);
  });
});
