import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '../support/app.ts';
import { expect, test } from '../support/fixtures.ts';

test.describe('the packaged program', { tag: '@packaged' }, () => {
  test.skip(({ packaged }) => packaged === null, 'the development runtime may be inspected');

  test('has no developer tools', async ({ mittente }) => {
    await mittente.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.openDevTools(),
    );
    // Nothing tells of a refusal: where they may open, they do within this time.
    await mittente.page.waitForTimeout(2000);
    const opened = await mittente.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.isDevToolsOpened(),
    );
    expect(opened).toBe(false);
  });

  test('opens no debugging port, whatever its command line asks for', async ({ packaged }) => {
    const userData = await mkdtemp(join(tmpdir(), 'mittente-e2e-'));
    const executable = packaged ?? '';
    const words = commandLine({ packaged: executable }, userData);
    const first = spawn(executable, ['--remote-debugging-port=0', ...words]);
    let errors = '';
    first.stderr.on('data', (text) => {
      errors += text;
    });
    // A second start ends as soon as the first has come past the point where ports are opened.
    await expect
      .poll(async () => {
        const files = await readdir(userData);
        return files.includes('SingletonLock');
      })
      .toBe(true);
    const [status] = await once(spawn(executable, words), 'exit');
    expect(status).toBe(0);
    expect(errors).not.toContain('DevTools listening');
    expect(await readdir(userData)).not.toContain('DevToolsActivePort');
    first.kill();
    await once(first, 'exit');
    await rm(userData, { recursive: true, maxRetries: 5 });
  });
});
