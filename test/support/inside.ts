import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';

/** The partition of the window's session, as `electron/window.ts` names it. */
export const windowSession = 'window';

export interface Fetched {
  /** null when the request was not answered at all. */
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Asks for an address as the window's session would, without the page and its policy. */
export function fetchInSession(app: ElectronApplication, url: string): Promise<Fetched> {
  return app.evaluate(
    async ({ session }, { partition, url }) => {
      try {
        const response = await session.fromPartition(partition).fetch(url);
        const headers = Object.fromEntries(response.headers);
        return { status: response.status, headers, body: await response.text() };
      } catch {
        return { status: null, headers: {}, body: '' };
      }
    },
    { partition: windowSession, url },
  );
}

/**
 * Runs a function in the page by a timer of its own. What the debugger itself evaluates is exempt
 * from the page's ban on evaluated text; a timer's function is not.
 */
export async function lateResult<Value>(page: Page, action: () => Value): Promise<Value> {
  await page.evaluate(
    `globalThis.late = new Promise((resolve) => setTimeout(() => resolve((${action})())));`,
  );
  return page.evaluate(() => (globalThis as unknown as { late: Promise<Value> }).late);
}

/** What the raw channel answers, or the text of the error that it threw. */
export type Forged = (channel: string, ...values: unknown[]) => Promise<unknown>;

/**
 * A preload that hands its page Electron's raw `invoke`: what an intruder in the page's process
 * would have, short of the main process itself.
 */
async function writeForger(): Promise<{ filePath: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'mittente-forge-'));
  const filePath = join(folder, 'forge.cjs');
  await writeFile(
    filePath,
    `const { contextBridge, ipcRenderer } = require('electron');
    contextBridge.exposeInMainWorld('forge', (channel, values) =>
      ipcRenderer.invoke(channel, ...values).catch((error) => String(error)));`,
  );
  return { filePath, remove: () => rm(folder, { recursive: true }) };
}

/** Loads the window again with the forging preload beside its own, and speaks from there. */
export async function forgeFromPage(app: ElectronApplication, page: Page): Promise<Forged> {
  const { filePath, remove } = await writeForger();
  await app.evaluate(
    ({ session }, { partition, filePath }) => {
      const own = session.fromPartition(partition) as unknown as {
        registerPreloadScript?(script: { type: 'frame'; filePath: string }): void;
        setPreloads(paths: string[]): void;
      };
      // Electron 35 replaced the one by the other.
      if (own.registerPreloadScript) own.registerPreloadScript({ type: 'frame', filePath });
      else own.setPreloads([filePath]);
    },
    { partition: windowSession, filePath },
  );
  await page.reload();
  await remove();
  return (channel, ...values) => page.evaluate(callForger(channel, values));
}

/** Opens a second window of the same session with the forging preload, and speaks from there. */
export async function forgeFromSecondWindow(app: ElectronApplication): Promise<Forged> {
  const { filePath, remove } = await writeForger();
  const id = await app.evaluate(
    async ({ BrowserWindow }, { partition, preload }) => {
      const second = new BrowserWindow({ show: false, webPreferences: { partition, preload } });
      await second.loadURL('app://mittente/index.html');
      return second.id;
    },
    { partition: windowSession, preload: filePath },
  );
  await remove();
  return (channel, ...values) =>
    app.evaluate(
      ({ BrowserWindow }, { id, script }) =>
        BrowserWindow.fromId(id)?.webContents.executeJavaScript(script),
      { id, script: callForger(channel, values) },
    );
}

const callForger = (channel: string, values: unknown[]) =>
  `forge(${JSON.stringify(channel)}, ${JSON.stringify(values)})`;
