import { dirname, resolve } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { Language } from '../src/language.ts';
import { wizardEventSchema } from '../src/wizard/events.ts';
import type { createWizard, WizardHandle } from '../src/wizard/wizard.ts';
import {
  type AppArguments,
  doctorOfLink,
  type Handover,
  handoverSchema,
  ownWords,
  type Repair,
  readArguments,
} from './arguments.ts';
import { endWithCommand, type RunCommand } from './commands.ts';
import { createDraftStore } from './drafts.ts';
import { endWithFault, logFault, survivePageCrash } from './faults.ts';
import { hardenProcess } from './hardening.ts';
import { pushToWindow, serveIpc } from './ipc-main.ts';
import { rememberLanguage, storedLanguage, systemLanguage } from './language.ts';
import { offerEditing, setMenu } from './menu.ts';
import { isOwnPage } from './page.ts';
import { registerPageScheme } from './protocol.ts';
import { createShell } from './shell.ts';
import { openStore, type Store } from './store.ts';
import { bringForward, openWindow } from './window.ts';

export interface AppParts {
  /** Absolute folder of the built program: `preload.cjs` and `renderer/`. */
  readonly folder: string;
  readonly createWizard: typeof createWizard;
  readonly runCommand: RunCommand;
}

/** The program from its first line to its last. */
export function runApp(parts: AppParts): void {
  app.setName('Mittente');
  const words = readArguments(ownWords(process.argv, app.isPackaged));
  hardenProcess();
  if (words.kind === 'command') {
    endWithCommand(parts.runCommand, words.words).catch((error: unknown) => {
      logFault(error);
      app.exit(1);
    });
    return;
  }
  registerPageScheme();
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
    .then(() => {
      const store = openStore(logFault);
      language = words.language ?? storedLanguage(store) ?? systemLanguage(app.getLocale());
      return openWizard(parts, words, { language, store, end });
    })
    .catch(end);
}

interface Surroundings {
  readonly language: Language;
  readonly store: Store;
  readonly end: (error: unknown) => void;
}

async function openWizard(
  parts: AppParts,
  words: Extract<AppArguments, { kind: 'window' }>,
  { language, store, end }: Surroundings,
): Promise<void> {
  setMenu(process.platform);
  const creation = parts.createWizard({
    profilePath: words.profile === null ? null : resolve(words.profile),
    language,
    shell: createShell(logFault),
    drafts: createDraftStore(store),
    executableDir: dirname(app.getPath('exe')),
    rememberLanguage: (chosen) => rememberLanguage(store, chosen),
  });
  let window: BrowserWindow | null = null;
  const contents = () => window?.webContents ?? null;
  let wizard: WizardHandle | null = null;
  serveIpc(
    {
      send: { schema: wizardEventSchema, handle: (event) => wizard?.send(event) },
      current: async () => (await creation).view(),
    },
    { contents, isOwnPage },
    logFault,
  );
  // The page loads while the practice is read.
  window = openWindow(parts.folder);
  window.once('closed', () => {
    window = null;
  });
  offerEditing(window.webContents, () => wizard?.view().language ?? language);
  survivePageCrash(window, end);
  const repair = (wanted: Repair | null) => {
    if (wanted === null) return;
    // The same gate as for the window's events: what comes from outside is no better.
    const event = wizardEventSchema.safeParse({ type: 'REPAIR', ...wanted });
    if (event.success) wizard?.send(event.data);
  };
  app.on('second-instance', (_event, _argv, _folder, handover) => {
    if (window) bringForward(window);
    const parsed = handoverSchema.safeParse(handover);
    repair(parsed.success ? parsed.data.repair : null);
  });
  app.on('open-url', (_event, link) => {
    const doctorId = doctorOfLink(link);
    repair(doctorId === null ? null : { doctorId, error: null });
  });

  wizard = await creation;
  const running = wizard;
  running.subscribe((view) => pushToWindow('onView', view, contents()));
  app.once('will-quit', () => running.stop());
  running.start();
  repair(words.repair);
}
