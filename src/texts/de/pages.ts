import { mailboxPages } from './pages-mailbox.ts';
import { startPages } from './pages-start.ts';

/** One group a page. */
export const pages = { ...startPages, ...mailboxPages };
