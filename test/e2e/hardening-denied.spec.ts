import { it } from '../../src/texts/it/index.ts';
import { asDoctor } from '../support/doctor.ts';
import { expect, test } from '../support/fixtures.ts';
import { windowSession } from '../support/inside.ts';

const { pages } = it;
const PAGE = 'app://mittente/index.html';

test.describe('the window', { tag: '@packaged' }, () => {
  test('goes nowhere, whoever asks', async ({ mittente }) => {
    await mittente.app.evaluate(({ BrowserWindow }) => {
      const shared = globalThis as unknown as { tried: Array<[string, boolean]> };
      shared.tried = [];
      BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) => {
        shared.tried.push([event.url, event.defaultPrevented]);
      });
    });
    const tried = () =>
      mittente.app.evaluate(() => (globalThis as unknown as { tried: unknown[] }).tried);
    const expected: unknown[] = [];
    for (const place of [
      'https://example.com/',
      'http://127.0.0.1:9/',
      'app://mittente/other.html',
      'app://elsewhere/index.html',
    ]) {
      expected.push([place, true]);
      await mittente.page.evaluate((url) => window.location.assign(url), place);
      await expect.poll(tried).toEqual(expected);
      expected.push([place, true]);
      await mittente.page.evaluate((url) => {
        const link = document.createElement('a');
        link.href = url;
        document.body.append(link);
        link.click();
      }, place);
      await expect.poll(tried).toEqual(expected);
    }
    expect(await mittente.page.evaluate(() => window.location.href)).toBe(PAGE);
  });

  test('opens no other window', async ({ mittente }) => {
    const opened = await mittente.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://example.com/';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      return ['https://example.com/', 'about:blank', '', 'app://mittente/index.html'].map(
        (url) => window.open(url) === null,
      );
    });
    expect(opened).toEqual([true, true, true, true]);
    const count = await mittente.app.evaluate(
      ({ webContents }) => webContents.getAllWebContents().length,
    );
    expect(count).toBe(1);
  });

  test('opens pages outside from its own table only', async ({ mittente }) => {
    await mittente.app.evaluate(({ shell }) => {
      const shared = globalThis as unknown as { opened: string[] };
      shared.opened = [];
      shell.openExternal = async (url) => void shared.opened.push(url);
    });
    const opened = () =>
      mittente.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
    const doctor = asDoctor(mittente.page);
    await doctor.choosePersonal();
    await doctor.giveAddress('mario.rossi@gmail.com');
    await doctor.title(pages.preparation['app-password'].title).waitFor();
    await mittente.page.evaluate(() => {
      const send = window.mittente.send as (event: unknown) => void;
      for (const link of ['https://example.com/', 'file:///etc/hostname', 'mailto:a@b.test']) {
        window.open(link);
        send({ type: 'OPEN_LINK', link });
        send({ type: 'OPEN_LINK', link: 'provider-page', url: link });
      }
      send({ type: 'OPEN_LINK', link: 'provider-page' });
    });
    await expect.poll(opened).toEqual([expect.stringMatching(/^https:\/\/[\w.]*google\.com\//)]);
  });

  test('embeds no other page', async ({ mittente }) => {
    const embedded = await mittente.page.evaluate(async () => {
      const loaded = (element: HTMLElement) =>
        new Promise((resolve) => {
          element.onload = resolve;
          element.onerror = resolve;
          document.body.append(element);
        });
      const frame = document.createElement('iframe');
      frame.src = 'app://mittente/index.html';
      await loaded(frame);
      const webview = document.createElement('webview');
      webview.setAttribute('src', 'app://mittente/index.html');
      document.body.append(webview);
      return {
        // A refused frame shows Chromium's error page, which is of no origin of ours.
        frame: frame.contentDocument?.body.childElementCount ?? 0,
        webview: 'getWebContentsId' in webview,
      };
    });
    expect(embedded).toEqual({ frame: 0, webview: false });
    const count = await mittente.app.evaluate(
      ({ webContents }) => webContents.getAllWebContents().length,
    );
    expect(count).toBe(1);
  });

  test('sends no form', async ({ mittente }) => {
    const refused = await mittente.page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) =>
            resolve(event.effectiveDirective),
          );
          const form = document.createElement('form');
          form.action = 'https://example.com/';
          form.method = 'post';
          document.body.append(form);
          form.submit();
        }),
    );
    expect(refused).toBe('form-action');
    expect(mittente.page.url()).toBe(PAGE);
  });

  test('is granted no permission', async ({ mittente }) => {
    const states = await mittente.page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'clipboard-write',
        'midi',
        'persistent-storage',
        'storage-access',
        'screen-wake-lock',
        'idle-detection',
        'local-fonts',
      ];
      return Promise.all(
        names.map(async (name) => {
          const state = await navigator.permissions
            .query({ name: name as PermissionName })
            .then((status) => status.state)
            .catch(() => 'unknown');
          return [name, state];
        }),
      );
    });
    expect(states.filter(([, state]) => state !== 'denied' && state !== 'unknown')).toEqual([]);
    expect(states.filter(([, state]) => state === 'denied').length).toBeGreaterThan(6);
  });

  test('is refused what it asks for all the same', async ({ mittente }) => {
    const outcomes = await mittente.page.evaluate(async () => {
      const outcome = (promise: Promise<unknown>) =>
        promise.then(
          (value) => `granted: ${String(value)}`,
          (error: Error) => `refused: ${error.name}`,
        );
      const place = new Promise((resolve, reject) =>
        navigator.geolocation.getCurrentPosition(resolve, ({ code }) => reject({ name: code })),
      );
      return {
        place: await outcome(place),
        notification: await Notification.requestPermission(),
        camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
        screen: await outcome(navigator.mediaDevices.getDisplayMedia()),
        clipboard: await outcome(navigator.clipboard.readText()),
      };
    });
    expect(outcomes).toEqual({
      // 1 is PERMISSION_DENIED (W3C Geolocation).
      place: 'refused: 1',
      notification: 'denied',
      camera: expect.stringMatching(/^refused: (NotAllowedError|NotFoundError)$/),
      screen: expect.stringMatching(/^refused: /),
      clipboard: 'refused: NotAllowedError',
    });
  });

  test('downloads nothing', async ({ mittente }) => {
    await mittente.app.evaluate(({ session }, partition) => {
      const shared = globalThis as unknown as { downloads: boolean[] };
      shared.downloads = [];
      session
        .fromPartition(partition)
        .on('will-download', (event) => shared.downloads.push(event.defaultPrevented));
    }, windowSession);
    await mittente.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['text']));
      link.download = 'text.txt';
      document.body.append(link);
      link.click();
    });
    await expect
      .poll(() =>
        mittente.app.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads),
      )
      .toEqual([true]);
  });

  test('shows no dialog of the page', async ({ mittente }) => {
    const outcomes: string[] = [];
    mittente.page.on('dialog', (dialog) => {
      dialog.dismiss().then(
        () => outcomes.push('shown'),
        (error: Error) => outcomes.push(error.message),
      );
    });
    const answers = await mittente.page.evaluate(() => [window.alert('x'), window.confirm('x')]);
    expect(answers).toEqual([undefined, false]);
    // The debugger hears of both, and finds none to dismiss.
    await expect
      .poll(() => outcomes)
      .toEqual(Array(2).fill(expect.stringContaining('No dialog is showing')));
  });

  test('starts no crash reporter', async ({ mittente }) => {
    const types = await mittente.app.evaluate(({ app, crashReporter }) => ({
      processes: app.getAppMetrics().map(({ type }) => type),
      parameters: crashReporter.getParameters(),
    }));
    expect(types.processes).not.toContain('Sandbox helper crashpad');
    expect(types.parameters).toEqual({});
  });
});
