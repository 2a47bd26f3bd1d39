import type { PageName, PageView } from '../src/wizard/view.ts';

/** What a page is given: its own part of the view. */
export interface PageOf<Name extends PageName> {
  readonly page: Extract<PageView, { readonly name: Name }>;
}
