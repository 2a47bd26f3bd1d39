import { mailboxPath } from './mailbox-path.ts';
import { proofPath } from './proof-path.ts';
import type { wizardSetup } from './setup.ts';

/**
 * One doctor's way from the notice to a proven sender. The order of the states is the order of
 * the pages.
 */
export function doctorPath(wizard: ReturnType<typeof wizardSetup>, now: () => Date) {
  return wizard.createStateConfig({
    initial: 'opening',
    exit: ['closeDoctor', 'storeDrafts'],
    on: {
      HOME: '#wizard.loading',
      OPEN_LINK: { actions: 'openLink' },
    },
    states: {
      opening: {
        always: [
          { guard: 'isRepair', target: 'recalling' },
          { guard: { type: 'hasStatus', params: 'not-concerned' }, target: 'nothingToDo' },
          { guard: { type: 'leftAt', params: 'password' }, target: 'returning' },
          { guard: { type: 'leftAt', params: 'address' }, target: 'address' },
          { guard: { type: 'leftAt', params: 'mailPlus' }, target: 'mailPlus' },
          { guard: { type: 'leftAt', params: 'choice' }, target: 'choice' },
          { guard: { type: 'hasStatus', params: 'verified' }, target: 'done' },
          { guard: { type: 'hasStatus', params: 'failing' }, target: 'recalling' },
          { guard: { type: 'hasStatus', params: 'awaiting-mail-plus' }, target: 'mailPlus' },
          { target: 'why' },
        ],
      },

      ...mailboxPath(wizard),
      ...proofPath(wizard, now),
    },
  });
}
