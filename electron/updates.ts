import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { PageView, WizardView } from '../src/wizard/view.ts';
import type { WizardHandle } from '../src/wizard/wizard.ts';
import type { ReadyUpdate } from './updater.ts';

/** Finds a newer version, or null; rejects where the search failed. */
export type LookForUpdate = (log: (error: unknown) => void) => Promise<ReadyUpdate | null>;

/**
 * Looks for a newer version where an installed program names a feed; null where it names none, and
 * then nothing is loaded and nobody is asked. Windows only: elsewhere the system's own packages
 * bring what is newer, and no signature of ours could be checked.
 */
export const lookForUpdate: LookForUpdate = async (log) => {
  const feed = join(process.resourcesPath, 'app-update.yml');
  if (process.platform !== 'win32' || !existsSync(feed)) return null;
  const { findUpdate } = await import('./updater.ts');
  return findUpdate({
    app: {
      version: app.getVersion(),
      name: app.getName(),
      isPackaged: app.isPackaged,
      appUpdateConfigPath: feed,
      userDataPath: app.getPath('userData'),
      baseCachePath: process.env.LOCALAPPDATA ?? app.getPath('temp'),
      whenReady: () => app.whenReady(),
      relaunch: () => app.relaunch(),
      quit: () => app.quit(),
      onQuit: (handler) => void app.once('quit', (_event, status) => handler(status)),
    },
    log,
  });
};

/** Whether closing now would break off what the person waits for. */
function isBusy(page: PageView): boolean {
  switch (page.name) {
    case 'loading':
    case 'test':
      return true;
    case 'review':
      return page.saving;
    case 'batch':
      return page.phase === 'running' || page.phase === 'stopping';
    case 'home':
      return page.recheck?.running ?? false;
    default:
      return false;
  }
}

/** A wizard whose views tell of a newer version, and what brings it there. */
export interface UpdatableWizard extends WizardHandle {
  offer(update: ReadyUpdate): void;
}

/** The wizard knows nothing of versions: what the window shows and asks about them is added here. */
export function withUpdates(wizard: WizardHandle): UpdatableWizard {
  const listeners = new Set<(view: WizardView) => void>();
  let ready: ReadyUpdate | null = null;
  const dressed = (view: WizardView): WizardView =>
    ready === null || isBusy(view.page) ? view : { ...view, update: { version: ready.version } };
  const tell = (view: WizardView) => {
    for (const listener of listeners) listener(dressed(view));
  };
  wizard.subscribe(tell);
  return {
    start: () => wizard.start(),
    stop: () => wizard.stop(),
    view: () => dressed(wizard.view()),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send(event) {
      if (event.type !== 'INSTALL_UPDATE') wizard.send(event);
      else if (ready !== null && !isBusy(wizard.view().page)) ready.install();
    },
    offer(update) {
      ready = update;
      tell(wizard.view());
    },
  };
}
