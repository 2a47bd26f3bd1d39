import { dirname } from 'node:path';
import { app, BrowserWindow, type WebContents } from 'electron';
import { assetPath } from '../src/assets.ts';
import { HANDOUT_ASSETS } from '../src/handouts/handout-assets.ts';
import type { Language } from '../src/language.ts';
import { wizardEventSchema } from '../src/wizard/events.ts';
import type { CreateWizard, WizardHandle } from '../src/wizard/wizard.ts';
import { doctorOfLink, type Repair } from './arguments.ts';
import { createDraftStore } from './drafts.ts';
import { offerEditing } from './editing.ts';
import { logFault } from './faults.ts';
import { handoverSchema } from './handover.ts';
import { type IpcHandlers, pushToWindow } from './ipc-main.ts';
import { rememberLanguage, storedLanguage, systemLanguage } from './language.ts';
import { createPaper } from './paper.ts';
import { createShell } from './shell.ts';
import { openStore } from './store.ts';
import type { ReadyUpdate } from './updater.ts';
import { withUpdates } from './updates.ts';

export interface HostWish {
  readonly createWizard: CreateWizard;
  /** The window's contents, or null when it is closed. */
  readonly contents: () => WebContents | null;
  readonly profilePath: string | null;
  /** As the command line says; null: what was chosen in the window, else the system's. */
  readonly language: Language | null;
  /** Hears which language it came to. */
  readonly onLanguage: (language: Language) => void;
}

/** The wizard behind the window: what the window and other starts of the program talk to. */
export interface WizardHost {
  readonly handlers: IpcHandlers;
  /** Resolves when there is a page to show. */
  start(repair: Repair | null): Promise<void>;
  /** What a second start handed over, of whatever shape. */
  takeOver(handover: unknown): void;
  openLink(link: string): void;
  /** Tells the person of a newer version. */
  offer(update: ReadyUpdate): void;
}

/** Reads what was remembered and the practice. Loaded while the window's page starts. */
export async function startWizard(wish: HostWish): Promise<WizardHost> {
  const { contents } = wish;
  const store = openStore(logFault);
  const language = wish.language ?? storedLanguage(store) ?? systemLanguage(app.getLocale());
  wish.onLanguage(language);
  const paper = createPaper(assetPath(HANDOUT_ASSETS), () => {
    const own = contents();
    return own && BrowserWindow.fromWebContents(own);
  });
  const bare = await wish.createWizard({
    profilePath: wish.profilePath,
    language,
    shell: createShell(logFault, paper),
    drafts: createDraftStore(store),
    executableDir: dirname(app.getPath('exe')),
    rememberLanguage: (chosen) => rememberLanguage(store, chosen),
  });
  const wizard = withUpdates(bare);
  const own = contents();
  if (own) offerEditing(own, () => wizard.view().language);
  const repair = (wanted: Repair | null) => {
    if (wanted === null) return;
    // The same gate as for the window's events: what comes from outside is no better.
    const event = wizardEventSchema.safeParse({ type: 'REPAIR', ...wanted });
    if (event.success) wizard.send(event.data);
  };
  return {
    handlers: {
      send: { schema: wizardEventSchema, handle: (event) => wizard.send(event) },
      current: async () => wizard.view(),
    },
    async start(wanted) {
      app.once('will-quit', () => wizard.stop());
      wizard.start();
      repair(wanted);
      await practiceRead(wizard);
      wizard.subscribe((view) => pushToWindow('onView', view, contents()));
    },
    takeOver(handover) {
      const parsed = handoverSchema.safeParse(handover);
      repair(parsed.success ? parsed.data.repair : null);
    },
    openLink(link) {
      const doctorId = doctorOfLink(link);
      repair(doctorId === null ? null : { doctorId, error: null });
    },
    offer: wizard.offer,
  };
}

/** How long the window stays empty before it says that the practice is being read, in milliseconds. */
const A_MOMENT_MS = 400;

/** Resolves when the practice has been read, or takes so long that the window should say so. */
function practiceRead(wizard: Pick<WizardHandle, 'view' | 'subscribe'>): Promise<void> {
  const isRead = () => wizard.view().page.name !== 'loading';
  if (isRead()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(end, A_MOMENT_MS);
    const stop = wizard.subscribe(() => isRead() && end());
  });
}
