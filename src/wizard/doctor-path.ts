import { assign } from 'xstate';
import { currentEntry } from './context.ts';
import { buildSender, testRequest } from './requests.ts';
import type { wizardSetup } from './setup.ts';

/**
 * One doctor's way from the notice to a proven sender. The order of the states is the order of
 * the pages; `routing` is the one place that decides what follows an address.
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
          incomplete: {},
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
            { guard: 'isLookedUp', target: 'routing', actions: 'keepAddress' },
            { guard: 'isAddress', target: '.submitting', actions: 'keepAddress' },
            { target: '.malformed', actions: 'keepAddress' },
          ],
          EDIT_SERVER: { guard: 'isAddress', target: 'server' },
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
          BACK: 'address',
        },
      },

      server: {
        on: {
          SUBMIT_SERVER: { target: 'unlocking', actions: 'keepServer' },
          GO_TO_STEP: { guard: { type: 'goesTo', params: 'choice' }, target: 'choice' },
          BACK: 'address',
        },
      },

      /** No password is asked for before there is a place to keep it. */
      unlocking: {
        invoke: {
          src: 'checkKeychain',
          onDone: [
            {
              guard: ({ event }) => !event.output.ok,
              target: 'locked',
              actions: {
                type: 'keepProblem',
                params: ({ event }) => (event.output.ok ? null : event.output.problem),
              },
            },
            { guard: 'hasNoServer', target: 'address' },
            { target: 'password' },
          ],
        },
      },

      locked: { on: { RELOAD: 'unlocking', BACK: 'address' } },

      password: {
        entry: [{ type: 'keepPlace', params: 'password' }, 'storeDrafts'],
        exit: assign({ passwordProblem: null }),
        on: {
          SUBMIT_PASSWORD: [
            { guard: 'isUsablePassword', target: 'test', actions: 'keepPassword' },
            { actions: 'refusePassword' },
          ],
          SHOW_PREPARATION: { guard: 'hasPreparation', target: 'preparation' },
          CHANGE_ADDRESS: 'address',
          EDIT_SERVER: 'server',
          GO_TO_STEP: [
            { guard: { type: 'goesTo', params: 'choice' }, target: 'choice' },
            { guard: { type: 'goesTo', params: 'mailbox' }, target: 'address' },
          ],
          BACK: [
            { guard: 'typedServer', target: 'server' },
            { guard: 'needsPreparation', target: 'preparation' },
            { target: 'address' },
          ],
        },
      },

      test: {
        entry: 'startStages',
        exit: 'stopWatching',
        invoke: {
          id: 'probe',
          src: 'probe',
          input: ({ context }) => testRequest(context, now()),
        },
        on: {
          STAGE_STARTED: { actions: ['showStage', 'stopWatching', 'watchPace'] },
          STAGE_SLOW: { actions: 'showStage' },
          STAGE_ENDED: { actions: ['showStage', 'stopWatching'] },
          PROBE_FINISHED: [
            { guard: 'passed', target: 'review', actions: 'keepProof' },
            { target: 'failure', actions: 'keepDiagnosis' },
          ],
          CANCEL_TEST: { target: 'password', actions: 'forgetPassword' },
          BACK: { target: 'password', actions: 'forgetPassword' },
        },
      },

      failure: {
        on: {
          RETRY: [{ guard: 'hasPassword', target: 'test' }, { target: 'password' }],
          TRY_OTHER_SERVER: {
            guard: 'hasOtherServer',
            target: 'test',
            actions: 'tryNextServer',
          },
          RETYPE_PASSWORD: { target: 'password', actions: ['tellNotAccepted'] },
          CHANGE_ADDRESS: 'address',
          EDIT_SERVER: 'server',
          CHOOSE: { guard: 'choosesMailPlus', target: 'mailPlus', actions: 'keepChoice' },
          GO_TO_STEP: [
            { guard: { type: 'goesTo', params: 'choice' }, target: 'choice' },
            { guard: { type: 'goesTo', params: 'mailbox' }, target: 'address' },
          ],
          BACK: 'password',
        },
      },

      review: {
        initial: 'editing',
        states: {
          editing: {
            on: {
              SAVE: { target: 'saving', actions: 'keepDisplayName' },
              GO_TO_STEP: [
                {
                  guard: { type: 'goesTo', params: 'choice' },
                  target: '#wizard.doctor.choice',
                },
                {
                  guard: { type: 'goesTo', params: 'mailbox' },
                  target: '#wizard.doctor.address',
                },
              ],
              BACK: '#wizard.doctor.password',
            },
          },
          saving: {
            // A save is not left before its end: nobody would hear whether it went well.
            on: { REPAIR: {}, HOME: {} },
            invoke: {
              src: 'saveSender',
              input: ({ context }) => {
                if (!context.password) throw new Error('a sender is saved with its password');
                return { sender: buildSender(context), password: context.password };
              },
              onDone: [
                {
                  guard: ({ event }) => event.output.ok,
                  target: '#wizard.doctor.done',
                  actions: ['keepSaved', 'forgetPlace', 'storeDrafts'],
                },
                {
                  target: 'editing',
                  actions: {
                    type: 'keepSaveProblem',
                    params: ({ event }) => (event.output.ok ? null : event.output.problem),
                  },
                },
              ],
            },
          },
        },
      },

      /** A saved sender is proven again with the password that the keychain keeps for it. */
      recalling: {
        entry: 'takeUpStoredSender',
        invoke: {
          src: 'recall',
          input: ({ context }) => {
            const sender = currentEntry(context)?.sender;
            return { address: sender?.address ?? '', credential: sender?.credential ?? null };
          },
          onDone: {
            target: 'recalled',
            actions: { type: 'keepRecalled', params: ({ event }) => event.output },
          },
        },
      },
      recalled: {
        always: [
          { guard: 'hasReportedError', target: 'failure', actions: 'explainError' },
          { guard: 'hasPassword', target: 'test' },
          { target: 'unlocking' },
        ],
      },

      done: {
        invoke: [
          {
            src: 'readHistory',
            input: ({ context }) => ({ doctorId: context.doctorId ?? '' }),
            onDone: { actions: { type: 'keepHistory', params: ({ event }) => event.output } },
          },
          {
            src: 'lookForPasswords',
            input: ({ context }) => {
              const sender = context.saved ?? currentEntry(context)?.sender;
              return { senders: sender ? [sender] : [] };
            },
            onDone: {
              actions: { type: 'keepMissingPasswords', params: ({ event }) => event.output },
            },
          },
        ],
        on: {
          RETRY: { guard: 'hasStoredPassword', target: 'recalling' },
          CHANGE_ADDRESS: 'choice',
          GO_TO_STEP: [
            { guard: { type: 'goesTo', params: 'choice' }, target: 'choice' },
            { guard: { type: 'goesTo', params: 'test' }, target: 'recalling' },
          ],
          OPEN_DOCTOR: {
            guard: 'knowsDoctor',
            target: '#wizard.loading',
            actions: { type: 'openNext', params: ({ event }) => event.doctorId },
          },
        },
      },
    },
  });
}
