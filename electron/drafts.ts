import { readDrafts } from '../src/wizard/draft.ts';
import type { DraftStore } from '../src/wizard/wizard.ts';
import type { Store } from './store.ts';

/** What the doctors left halfway, kept for the next start. */
export function createDraftStore(store: Store): DraftStore {
  return {
    load: () => readDrafts(store.get('drafts')),
    save: (drafts) => store.set('drafts', drafts),
  };
}
