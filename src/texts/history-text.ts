import type { HistoryRow } from '../wizard/practice-view.ts';
import type { Translate } from './index.ts';

/** One change of a sender, in a few words. */
export function historyText({ change, from, to, passed, why }: HistoryRow, t: Translate): string {
  switch (change) {
    case 'saved':
      return from === null || from === to
        ? t('pages.history.saved', { to })
        : t('pages.history.replaced', { from, to });
    case 'mail-plus-asked':
      return t('pages.history.asked');
    case 'removed':
      return t('pages.history.removed', { from });
    case 'checked':
      if (passed) return t('pages.history.passed');
      return why === null ? t('pages.history.failed') : t('pages.history.why', { why });
  }
}
