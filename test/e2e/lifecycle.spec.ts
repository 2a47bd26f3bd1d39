import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine, type RunningApp, runtime } from '../support/app.ts';
import { expect, test } from '../support/fixtures.ts';
import { windowSession } from '../support/inside.ts';
import { buildSubstitute } from '../support/substitute/build.ts';
import { viewOf } from '../support/substitute/views.ts';
import type {} from '../support/substitute/wizard.ts';

// The same main process around a wizard that the test steers.
let main: string;

test.beforeAll(async () => {
  main = await buildSubstitute();
});

/** Starts the program as a person would, beside Playwright, and waits for its end. */
async function start(userData: string, args: readonly string[]) {
  const child = spawn(
    (await runtime()).executable,
    commandLine({ main, args, language: null }, userData),
  );
  let output = '';
  let errors = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    errors += text;
  });
  const [status] = await once(child, 'close');
  return { status, output, errors };
}

const received = ({ app }: RunningApp) => app.evaluate(() => globalThis.substitute.received());

const isVisible = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible()));

test('the page has its letters before it is laid out, and asks for them once', async ({
  mittente,
}) => {
  const { page } = mittente;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await expect(page.locator('h1')).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  const letters = asked.filter((path) => path.includes('-latin-wght'));
  expect(letters).toHaveLength(1);
  expect(asked.indexOf(letters[0] ?? '')).toBeLessThan(
    asked.findIndex((path) => path.endsWith('.css')),
  );
});

test.describe('a second start', () => {
  test('brings the first window forward, hands over its doctor and ends', async ({ launch }) => {
    const first = await launch({ main });
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    expect(await isVisible(first)).toEqual([false]);

    const second = await start(first.userData, ['repair', '--doctor', 'rossi']);
    expect(second.status).toBe(0);
    await expect.poll(() => isVisible(first)).toEqual([true]);
    await expect
      .poll(() => received(first))
      .toEqual([{ type: 'REPAIR', doctorId: 'rossi', error: null }]);
  });

  test('understands a link, and nothing in it but a doctor', async ({ launch }) => {
    const first = await launch({ main });
    for (const link of ['mittente://elsewhere?doctor=rossi', 'mittente://repair?doctor=']) {
      await start(first.userData, [link]);
    }
    await start(first.userData, ['mittente://repair?doctor=bianchi&password=x']);
    await expect
      .poll(() => received(first))
      .toEqual([{ type: 'REPAIR', doctorId: 'bianchi', error: null }]);
  });
});

test.describe('a first start', () => {
  test('opens on the doctor that it was given', async ({ launch }) => {
    const running = await launch({ main, args: ['repair', '--doctor=verdi', '--error', '535'] });
    await expect
      .poll(() => received(running))
      .toEqual([{ type: 'REPAIR', doctorId: 'verdi', error: '535' }]);
  });

  test('runs a command without a window and ends with its status', async () => {
    const userData = await mkdtemp(join(tmpdir(), 'mittente-e2e-'));
    const words = ['--profile', 'p.json', 'status', '--json', '--lang', 'de'];
    const ended = await start(userData, words);
    expect(ended).toMatchObject({ status: 3, output: `${JSON.stringify(words)}\n` });
    await rm(userData, { recursive: true });
  });

  test('survives a file of earlier starts that is broken', async ({ launch }) => {
    const userData = await mkdtemp(join(tmpdir(), 'mittente-e2e-'));
    await writeFile(join(userData, 'state.json'), '{ "drafts": ');
    const running = await launch({ main, userData });
    await expect(running.page.locator('pre')).toHaveText('{"name":"loading"}');
  });

  test('tells in one dialog what went wrong, without a stack, and ends', async () => {
    const userData = await mkdtemp(join(tmpdir(), 'mittente-e2e-'));
    const ended = await start(userData, ['--fail-at-start', '--lang', 'it']);
    expect(ended.status).toBe(1);
    const dialogs = ended.output.trim().split('\n');
    expect(dialogs).toHaveLength(1);
    expect(dialogs[0]).toContain('the practice fell over');
    expect(dialogs[0]).not.toMatch(/\bat .*\.js:\d/);
    await rm(userData, { recursive: true });
  });
});

test.describe('a page whose process dies', () => {
  test('comes back where it was', async ({ launch }) => {
    const running = await launch({ main });
    const view = viewOf({ name: 'nothing-to-do', reason: 'premium', senderAddress: null });
    await running.app.evaluate((_electron, view) => globalThis.substitute.show(view), view);
    const content = ({ app }: RunningApp) =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          'document.querySelector("pre")?.textContent',
        ),
      );
    await expect.poll(() => content(running)).toBe(JSON.stringify(view.page));
    await running.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const back = new Promise<void>((resolve) =>
        contents?.once('did-finish-load', () => resolve()),
      );
      contents?.forcefullyCrashRenderer();
      await back;
    });
    await expect.poll(() => content(running)).toBe(JSON.stringify(view.page));
  });
});

test.describe('a page that cannot be loaded', () => {
  test('is told in a dialog, which is the end', async ({ launch }) => {
    const running = await launch({ main });
    const ended = once(running.app.process(), 'exit');
    await running.app.evaluate(({ session, BrowserWindow }, partition) => {
      const { protocol } = session.fromPartition(partition);
      protocol.unregisterProtocol('app');
      protocol.handle('app', () => Response.error());
      BrowserWindow.getAllWindows()[0]?.webContents.reload();
    }, windowSession);
    expect(await ended).toEqual([1, null]);
    expect(running.logs()).toContain('app://mittente/index.html was not loaded');
  });
});

test.describe('a window that is closed while it opens', () => {
  test('ends quietly, whatever was still being loaded', async ({ launch, practice }) => {
    for (let round = 0; round < 6; round += 1) {
      const running = await launch({ profile: practice.profile });
      const ended = once(running.app.process(), 'exit');
      await running.close();
      expect(await ended).toEqual([0, null]);
      expect(running.logs()).not.toContain('mittente:');
    }
  });
});

test.describe('a process that draws and dies', () => {
  test('again and again is told in a dialog', async ({ launch }) => {
    const running = await launch({ main });
    const ended = once(running.app.process(), 'exit');
    // Chromium starts the next one by itself; that has no event.
    const deaths = setInterval(() => {
      const kill = ({ app }: typeof Electron.CrossProcessExports) => {
        for (const { type, pid } of app.getAppMetrics()) if (type === 'GPU') process.kill(pid, 9);
      };
      running.app.evaluate(kill).catch(() => {});
    }, 300);
    const [status] = await ended;
    clearInterval(deaths);
    expect(status).toBe(1);
    expect(running.logs()).toContain('the process that draws the window ended');
  });
});

test.describe('a data folder that nobody may write to', () => {
  test.skip(process.getuid?.() === 0, 'root may write everywhere');

  test('still opens the window', async ({ launch }) => {
    const userData = await mkdtemp(join(tmpdir(), 'mittente-e2e-'));
    await chmod(userData, 0o500);
    const running = await launch({ main, userData });
    await expect(running.page.locator('pre')).toHaveText('{"name":"loading"}');
    await running.close();
    await chmod(userData, 0o700);
  });
});

test.describe('the window', () => {
  test('is drawn without the graphics card, and has no process for the network', async ({
    launch,
  }) => {
    const running = await launch({ main });
    const { kinds, drawing } = await running.app.evaluate(({ app }) => ({
      kinds: app.getAppMetrics().map(({ type, serviceName }) => serviceName ?? type),
      drawing: app.getGPUFeatureStatus().gpu_compositing,
    }));
    expect(kinds).toContain('GPU');
    expect(kinds).not.toContain('network.mojom.NetworkService');
    expect(drawing).toMatch(/^disabled/);
    await running.close();
  });

  test('grows and shrinks its text by keyboard, within limits', async ({ launch }) => {
    const running = await launch({ main });
    const press = (keyCode: string, times: number) =>
      running.app.evaluate(
        async ({ BrowserWindow }, { keyCode, times }) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          for (let index = 0; index < times; index += 1) {
            const heard = new Promise((resolve) => contents?.once('before-input-event', resolve));
            contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers: ['control'] });
            await heard;
          }
          return contents?.getZoomFactor();
        },
        { keyCode, times },
      );
    // Chromium keeps the logarithm of the factor.
    expect(await press('+', 4)).toBeCloseTo(2);
    expect(await press('+', 10)).toBeCloseTo(3);
    expect(await press('-', 4)).toBeCloseTo(2);
    expect(await press('-', 10)).toBeCloseTo(1);
    expect(await press('+', 1)).toBeCloseTo(1.25);
    expect(await press('0', 1)).toBe(1);
  });

  test('shows its copy and paste in its language', async ({ launch }) => {
    const running = await launch({ main, language: 'de' });
    await running.app.evaluate(({ Menu }) => {
      const shared = globalThis as unknown as { offered: string[] };
      shared.offered = [];
      Menu.prototype.popup = function (this: Electron.Menu) {
        shared.offered = this.items.filter((item) => item.visible).map((item) => item.label);
      };
    });
    await running.app.evaluate(
      (_electron, view) => globalThis.substitute.show(view),
      viewOf({ name: 'loading' }, { language: 'de' }),
    );
    await running.page.evaluate(() => {
      const field = document.createElement('input');
      document.body.append(field);
    });
    await running.page.locator('input').click({ button: 'right' });
    await expect
      .poll(() =>
        running.app.evaluate(() => (globalThis as unknown as { offered: string[] }).offered),
      )
      .toEqual(['Ausschneiden', 'Kopieren', 'Einfügen']);
  });
});
