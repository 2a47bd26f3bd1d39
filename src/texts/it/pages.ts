import { handoutPages } from './pages-handouts.ts';
import { mailboxPages } from './pages-mailbox.ts';
import { practicePages } from './pages-practice.ts';
import { startPages } from './pages-start.ts';

/** One group a page. */
export const pages = { ...startPages, ...mailboxPages, ...practicePages, ...handoutPages };
