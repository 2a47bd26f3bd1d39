import type { WizardEvent } from '../../src/wizard/events.ts';
import type { FailureAction } from '../../src/wizard/view.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';

const EVENTS: Readonly<Record<FailureAction, WizardEvent>> = {
  retry: { type: 'RETRY' },
  'wait-and-retry': { type: 'RETRY' },
  'retype-password': { type: 'RETYPE_PASSWORD' },
  'try-other-server': { type: 'TRY_OTHER_SERVER' },
  'open-provider-page': { type: 'OPEN_LINK', link: 'provider-page' },
  'change-address': { type: 'CHANGE_ADDRESS' },
  'choose-mail-plus': { type: 'CHOOSE', choice: 'mail-plus' },
  'edit-server': { type: 'EDIT_SERVER' },
};

/** A way out of a failure: the words of its button, and what it does. */
export function useFailureActions(providerName: string | null) {
  const t = useTexts();
  return (action: FailureAction) => ({
    label:
      action === 'open-provider-page' && providerName === null
        ? t('common.failureAction.openItsPage')
        : t(`common.failureAction.${action}`, { provider: providerName }),
    act: () => send(EVENTS[action]),
  });
}
