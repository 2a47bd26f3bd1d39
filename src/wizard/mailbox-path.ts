import { currentEntry } from './context.ts';
import type { wizardSetup } from './setup.ts';

/** From the notice to a mailbox that can serve. What follows an address is decided in `routing`. */
export function mailboxPath(wizard: ReturnType<typeof wizardSetup>) {
  return wizard.createStateConfig({
    states: {
      nothingToDo: { on: { CONTINUE: 'choice' } },

      why: {
        entry: [{ type: 'keepPlace', params: 'why' }, 'storeDrafts'],
        on: { CONTINUE: 'choice', BACK: { guard: 'hasList', target: '#wizard.loading' } },
      },

      choice: {
        entry: [{ type: 'keepPlace', params: 'choice' }, 'storeDrafts'],
        on: {
          CHOOSE: [
            { guard: 'choosesMailPlus', target: 'mailPlus', actions: 'keepChoice' },
            { target: 'address', actions: 'keepChoice' },
          ],
          BACK: [
            { guard: { type: 'hasStatus', params: 'verified' }, target: 'done' },
            { target: 'why' },
          ],
        },
      },

      mailPlus: {
        entry: [{ type: 'keepPlace', params: 'mailPlus' }, 'storeDrafts'],
        initial: 'explaining',
        states: {
          explaining: { on: { MAIL_PLUS_ASKED: 'recording' } },
          recording: {
            invoke: {
              src: 'askMailPlus',
              input: ({ context }) => {
                const doctor = currentEntry(context)?.doctor;
                if (!doctor) throw new Error('Mail Plus is asked for by a doctor');
                return { doctor };
              },
              onDone: {
                target: 'explaining',
                actions: { type: 'keepRequest', params: ({ event }) => event.output },
              },
            },
          },
        },
        on: {
          MAIL_PLUS_ARRIVED: { target: 'address', actions: 'keepChoice' },
          CHOOSE: { target: 'address', actions: 'keepChoice' },
          COMPOSE_MAIL_PLUS_REQUEST: { actions: 'composeRequest' },
          BACK: 'choice',
        },
      },

      address: {
        entry: [{ type: 'keepPlace', params: 'address' }, 'storeDrafts', 'forgetPassword'],
        initial: 'considering',
        states: {
          considering: {
            always: [
              { guard: 'isLookedUp', target: 'answered' },
              { guard: 'isAddress', target: 'pausing' },
              { guard: 'hasSlip', target: 'malformed' },
              { target: 'incomplete' },
            ],
          },
          incomplete: { entry: 'judgeAddress' },
          pausing: { after: { TYPING_PAUSE: 'looking' } },
          looking: {
            invoke: {
              src: 'discover',
              input: ({ context }) => ({ address: context.draft.address }),
              onDone: {
                target: 'answered',
                actions: { type: 'keepDiscovery', params: ({ event }) => event.output },
              },
            },
          },
          answered: {},
          malformed: { entry: 'judgeAddress' },
          submitting: {
            invoke: {
              src: 'discover',
              input: ({ context }) => ({ address: context.draft.address }),
              onDone: {
                target: '#wizard.doctor.routing',
                actions: { type: 'keepDiscovery', params: ({ event }) => event.output },
              },
            },
          },
        },
        on: {
          TYPE_ADDRESS: { target: '.considering', actions: 'keepAddress' },
          SUBMIT_ADDRESS: [
            { guard: 'isSettled', target: 'routing', actions: 'keepAddress' },
            { guard: 'isAddress', target: '.submitting', actions: 'keepAddress' },
            { target: '.malformed', actions: 'keepAddress' },
          ],
          EDIT_SERVER: { guard: 'mayTypeServer', target: 'server' },
          GO_TO_STEP: { guard: { type: 'goesTo', params: 'choice' }, target: 'choice' },
          BACK: [{ guard: 'wantsMailPlus', target: 'mailPlus' }, { target: 'choice' }],
        },
      },

      routing: {
        entry: 'adoptAddress',
        always: [
          { guard: 'cannotServe', target: 'blocked' },
          { guard: 'typedServer', target: 'server' },
          { guard: 'foundNothing', target: 'server' },
          { guard: 'hasNoServer', target: 'address.answered' },
          { guard: 'needsPreparation', target: 'preparation' },
          { target: 'unlocking' },
        ],
      },

      /** Reopened halfway: the address is looked up again, only the password is asked for. */
      returning: {
        invoke: {
          src: 'discover',
          input: ({ context }) => ({ address: context.draft.address }),
          onDone: {
            target: 'unlocking',
            actions: { type: 'keepDiscovery', params: ({ event }) => event.output },
          },
        },
      },

      blocked: {
        on: {
          CHANGE_ADDRESS: 'address',
          CHOOSE: { guard: 'choosesMailPlus', target: 'mailPlus', actions: 'keepChoice' },
          GO_TO_STEP: { guard: { type: 'goesTo', params: 'choice' }, target: 'choice' },
          BACK: 'address',
        },
      },

      preparation: {
        on: {
          CONTINUE: 'unlocking',
          GO_TO_STEP: { guard: { type: 'goesTo', params: 'choice' }, target: 'choice' },
          // Steps that not everybody needs are only read from the password's page.
          BACK: [{ guard: 'needsPreparation', target: 'address' }, { target: 'password' }],
        },
      },

      server: {
        on: {
          SUBMIT_SERVER: { target: 'unlocking', actions: 'keepServer' },
          GO_TO_STEP: { guard: { type: 'goesTo', params: 'choice' }, target: 'choice' },
          BACK: 'address',
        },
      },
    },
  }).states;
}
