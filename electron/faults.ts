import { app, type BrowserWindow, dialog } from 'electron';
import type { Language } from '../src/language.ts';
import { isOwnPage } from './page.ts';

/** Crashes of the window's processes that are survived before something is taken for broken. */
const MAX_CRASHES = 3;

/** Writes a fault to standard error for whoever started the program from a terminal. */
export function logFault(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`mittente: ${text}\n`);
}

let ending = false;

/** A fault that the program does not survive: one dialog with the way out, then the end. */
export function endWithFault(error: unknown, language: Language): void {
  logFault(error);
  // While the dialog waits, what broke may bring down more: one is enough.
  if (ending) return;
  ending = true;
  void showFault(error, language).finally(() => app.exit(1));
}

async function showFault(error: unknown, language: Language): Promise<void> {
  // Only here: the texts of three languages would hold up every start.
  const { translator } = await import('../src/texts/index.ts');
  const t = translator(language);
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  dialog.showErrorBox(t('common.fault.title'), t('common.fault.text', { detail }));
}

/**
 * Chromium ends the whole program without a word when the process that draws dies again and again:
 * before it does, that is told.
 */
export function tellDrawingCrash(onTooMany: (error: Error) => void): void {
  let crashes = 0;
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (type !== 'GPU' || reason === 'clean-exit') return;
    crashes += 1;
    if (crashes === MAX_CRASHES) {
      onTooMany(new Error(`the process that draws the window ended: ${reason}`));
    }
  });
}

/** Brings the page back after its process died; the wizard lives elsewhere and lost nothing. */
export function survivePageCrash(window: BrowserWindow, onTooMany: (error: Error) => void): void {
  let crashes = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    crashes += 1;
    if (crashes > MAX_CRASHES) onTooMany(new Error(`the window's process ended: ${reason}`));
    else window.webContents.reload();
  });
}

/** Chromium's net error for a load that another one, or the window's end, took the place of. */
const ABORTED = -3;

/** A page that cannot be loaded leaves an empty window: that is no program any more. */
export function tellFailedLoad(window: BrowserWindow, onFailed: (error: Error) => void): void {
  window.webContents.on('did-fail-load', (_event, code, reason, url, isMainFrame) => {
    if (!isMainFrame || !isOwnPage(url) || code === ABORTED) return;
    onFailed(new Error(`${url} was not loaded: ${reason}`));
  });
}
