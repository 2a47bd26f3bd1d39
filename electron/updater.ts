import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import {
  configureRequestOptions,
  configureRequestUrl,
  type DownloadOptions,
  HttpExecutor,
} from 'builder-util-runtime';
import { NsisUpdater } from 'electron-updater';
import { someText, z } from '../src/zod.ts';

/** A newer version of the program: downloaded, checked, and not installed. */
export interface ReadyUpdate {
  readonly version: string;
  /** Ends the program, installs, and opens it again. */
  install(): void;
}

/** What the library needs of the program that it updates. */
type UpdatedApp = NonNullable<ConstructorParameters<typeof NsisUpdater>[1]>;

export interface UpdaterOptions {
  readonly app: UpdatedApp;
  readonly log: (error: unknown) => void;
  /** PEM of the only authority to trust; the public ones when left out. */
  readonly ca?: string;
  /** Judges a file's signature instead of Windows, for tests elsewhere: null, or what is wrong. */
  readonly verify?: NsisUpdater['verifyUpdateCodeSignature'];
}

/**
 * The feed that was named when the program was packaged. electron-builder writes the publisher's
 * name into a signed program only, and the library checks no signature without one: none, no update.
 */
const feedSchema = z.object({
  provider: z.literal('generic'),
  url: z.url({ protocol: /^https$/ }),
  publisherName: z.union([someText(), z.array(someText()).check(z.minLength(1))]),
});

/** Fields that the library uses and leaves out of its types. */
interface Inner {
  readonly configOnDisk: { readonly value: Promise<unknown> };
  httpExecutor: HttpExecutor<ClientRequest>;
}

/**
 * Asks the feed for a newer version, downloads it and has its SHA-512 and signature checked; null
 * when there is none. Rejects for whatever went wrong. An older version is never taken.
 */
export async function findUpdate(options: UpdaterOptions): Promise<ReadyUpdate | null> {
  const updater = new NsisUpdater(null, options.app);
  const inner = updater as unknown as Inner;
  const feed = feedSchema.parse(await inner.configOnDisk.value);
  inner.httpExecutor = new FeedExecutor(new URL(feed.url).origin, options.ca);
  updater.logger = { info() {}, warn: options.log, error: options.log };
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  // Parts of an older download would be put together before anything of it is checked.
  updater.disableDifferentialDownload = true;
  if (options.verify) updater.verifyUpdateCodeSignature = options.verify;
  const found = await updater.checkForUpdates();
  if (!found?.isUpdateAvailable) return null;
  await found.downloadPromise;
  // In silence, and open again: the person has just said so.
  const install = () => updater.quitAndInstall(true, true);
  return { version: found.updateInfo.version, install };
}

/**
 * The library's requests over Node: Chromium has no network in this program. They go to the feed's
 * own origin only, over https, whatever an answer points to, and say nothing of this computer.
 */
class FeedExecutor extends HttpExecutor<ClientRequest> {
  readonly #origin: string;
  readonly #ca: string | undefined;

  constructor(origin: string, ca: string | undefined) {
    super();
    this.#origin = origin;
    this.#ca = ca;
  }

  override createRequest(
    { protocol, hostname, port, path, method }: RequestOptions,
    onResponse: (response: IncomingMessage) => void,
  ): ClientRequest {
    const url = new URL(`${protocol ?? 'https:'}//${hostname}${port ? `:${port}` : ''}`);
    if (url.origin !== this.#origin) throw new Error(`an update elsewhere than at ${this.#origin}`);
    // Without the library's own headers: one is a number that would tell computers apart.
    const headers = { accept: '*/*', 'cache-control': 'no-cache', 'user-agent': 'Mittente' };
    const options = { hostname, port, path, method, headers, ...(this.#ca && { ca: this.#ca }) };
    const request = httpsRequest(options, (response) => {
      const { statusCode = 0 } = response;
      if (statusCode >= 300 && statusCode < 400) {
        request.destroy(new Error('the feed answered with another address'));
      } else onResponse(response);
    });
    return request;
  }

  /** Called by the library; writes to the file while the digest is taken, and rejects a wrong one. */
  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise<string>((resolve, reject, onCancel) => {
      const request: RequestOptions = {};
      configureRequestUrl(url, request);
      configureRequestOptions(request);
      const callback = (error: Error | null) => (error ? reject(error) : resolve(destination));
      this.doDownload(
        request,
        { destination, options, onCancel, callback, responseHandler: null },
        0,
      );
    });
  }
}
