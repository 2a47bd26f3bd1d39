import { resolve } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { Language } from '../src/language.ts';
import type { CreateWizard } from '../src/wizard/wizard.ts';
import { type AppArguments, ownWords, readArguments } from './arguments.ts';
import { endWithCommand, type RunCommand } from './commands.ts';
import { ensureDataFolder } from './data-folder.ts';
import {
  endWithFault,
  logFault,
  survivePageCrash,
  tellDrawingCrash,
  tellFailedLoad,
} from './faults.ts';
import type { Handover } from './handover.ts';
import { hardenProcess } from './hardening.ts';
import { serveIpc } from './ipc-main.ts';
import { takeLessOfChromium } from './lean.ts';
import { setMenu } from './menu.ts';
import { onFirstUse } from './on-first-use.ts';
import { isOwnPage } from './page.ts';
import { registerPageScheme } from './protocol.ts';
import type { LookForUpdate } from './updates.ts';
import { bringForward, openWindow, whenShown } from './window.ts';

export interface AppParts {
  /** Absolute folder of the built program: `preload.cjs` and `renderer/`. */
  readonly folder: string;
  readonly createWizard: CreateWizard;
  readonly runCommand: RunCommand;
  readonly lookForUpdate: LookForUpdate;
}

/**
 * The program from its first line to its last. What stands here and in the modules it names is all
 * that is loaded before the window: the rest begins in `openWizard`.
 */
export function runApp(parts: AppParts): void {
  app.setName('Mittente');
  const words = readArguments(ownWords(process.argv, app.isPackaged));
  hardenProcess();
  takeLessOfChromium();
  if (words.kind === 'command') {
    endWithCommand(parts.runCommand, words.words).catch((error: unknown) => {
      logFault(error);
      app.exit(1);
    });
    return;
  }
  setMenu(process.platform);
  registerPageScheme();
  ensureDataFolder(logFault);
  const handover: Handover = { repair: words.repair };
  if (!app.requestSingleInstanceLock(handover)) {
    app.quit();
    return;
  }
  let language: Language = words.language ?? 'it';
  const end = (error: unknown) => endWithFault(error, language);
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  app
    .whenReady()
    .then(() =>
      openWizard(parts, words, {
        end,
        onLanguage: (chosen) => {
          language = chosen;
        },
      }),
    )
    .catch(end);
}

interface Surroundings {
  readonly end: (error: unknown) => void;
  readonly onLanguage: (language: Language) => void;
}

async function openWizard(
  { folder, createWizard, lookForUpdate }: AppParts,
  { profile, language, repair }: Extract<AppArguments, { kind: 'window' }>,
  { end, onLanguage }: Surroundings,
): Promise<void> {
  let window: BrowserWindow | null = null;
  const contents = () => window?.webContents ?? null;
  const host = onFirstUse(async () => {
    const { startWizard } = await import('./wizard-host.ts');
    const started = await startWizard({
      createWizard,
      contents,
      profilePath: profile === null ? null : resolve(profile),
      language,
      onLanguage,
    });
    await started.start(repair);
    return started;
  });
  // The wizard is loaded while the page reads its program: sooner, the page's process would have to wait.
  const opened = openWindow(folder, () => host().catch(() => undefined));
  window = opened;
  opened.once('closed', () => {
    window = null;
  });
  tellFailedLoad(opened, end);
  survivePageCrash(opened, end);
  tellDrawingCrash(end);
  serveIpc(async () => (await host()).handlers, { contents, isOwnPage }, logFault);
  app.on('second-instance', async (_event, _argv, _folder, handover) => {
    if (window) bringForward(window);
    (await host()).takeOver(handover);
  });
  app.on('open-url', async (_event, link) => (await host()).openLink(link));
  if (!(await whenShown(opened))) return;
  const { offer } = await host();
  // A doctor can do nothing about a search that failed, and misses nothing.
  const update = await lookForUpdate(logFault).catch(logFault);
  if (update) offer(update);
}
