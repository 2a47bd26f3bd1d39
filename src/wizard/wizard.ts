import { type ActorRefFrom, createActor } from 'xstate';
import type { Paper } from '../handouts/paper.ts';
import type { Language } from '../language.ts';
import { readDrafts } from './draft.ts';
import type { OutgoingMail } from './effects.ts';
import type { WizardEvent } from './events.ts';
import { wizardMachine } from './machine.ts';
import { openRealEffects } from './real-effects.ts';
import type { WizardView } from './view.ts';
import { viewOf } from './view-of.ts';

/** The wizard as the window sees it: events in, views out. */
export interface WizardHandle {
  start(): void;
  stop(): void;
  send(event: WizardEvent): void;
  view(): WizardView;
  /** Calls back with every new view; the returned function ends that. */
  subscribe(listener: (view: WizardView) => void): () => void;
}

/** What only a desktop program can do. */
export interface Shell {
  openLink(url: string): Promise<void>;
  composeMail(mail: OutgoingMail): Promise<void>;
  copy(text: string): void;
  readonly paper: Paper;
}

/** Keeps JSON between two starts of the program. Never a password. */
export interface DraftStore {
  load(): unknown;
  save(draft: unknown): void;
}

export interface WizardOptions {
  readonly profilePath: string | null;
  readonly language: Language;
  readonly shell: Shell;
  readonly drafts: DraftStore;
  readonly executableDir: string;
  readonly rememberLanguage: (language: Language) => void;
}

export type CreateWizard = (options: WizardOptions) => Promise<WizardHandle>;

/** The wizard on the real keychain, record, network and mail servers. */
export const createWizard: CreateWizard = async (options) => {
  const { shell, drafts, language, profilePath, executableDir, rememberLanguage } = options;
  const { effects, facts } = await openRealEffects(
    { profilePath, executableDir },
    {
      openLink: (url) => void shell.openLink(url),
      composeMail: (mail) => void shell.composeMail(mail),
      copy: shell.copy,
      paper: shell.paper,
      saveDrafts: drafts.save,
      rememberLanguage,
    },
  );
  const actor: ActorRefFrom<ReturnType<typeof wizardMachine>> = createActor(
    wizardMachine(effects),
    { input: { language, drafts: readDrafts(drafts.load()) } },
  );
  const view = () => viewOf(actor.getSnapshot(), facts());
  return {
    start: () => void actor.start(),
    stop: () => void actor.stop(),
    send: (event) => actor.send(event),
    view,
    subscribe: (listener) => {
      const subscription = actor.subscribe((snapshot) => listener(viewOf(snapshot, facts())));
      return () => subscription.unsubscribe();
    },
  };
};
