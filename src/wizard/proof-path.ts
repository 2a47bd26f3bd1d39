import { assign } from 'xstate';
import { currentEntry } from './context.ts';
import { failed, succeeded } from './guards.ts';
import { buildSender, testRequest } from './requests.ts';
import type { wizardSetup } from './setup.ts';

/** From the password, through the test, to a saved sender; and a saved one proven again. */
export function proofPath(wizard: ReturnType<typeof wizardSetup>, now: () => Date) {
  return wizard.createStateConfig({
    states: {
      /** No password is asked for before there is a place to keep it. */
      unlocking: {
        invoke: {
          src: 'checkKeychain',
          onDone: [
            {
              guard: failed,
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
          EDIT_SERVER: { guard: 'mayTypeServer', target: 'server' },
          GO_TO_STEP: [
            { guard: { type: 'goesTo', params: 'choice' }, target: 'choice' },
            { guard: { type: 'goesTo', params: 'mailbox' }, target: 'address' },
          ],
          BACK: [
            { guard: 'keepsStoredServer', target: 'done' },
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
          EDIT_SERVER: { guard: 'mayTypeServer', target: 'server' },
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
                  guard: succeeded,
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
            return {
              address: sender?.address ?? '',
              credential: sender?.credential ?? null,
              reported: context.repair?.error ?? null,
            };
          },
          onDone: {
            target: 'recalled',
            actions: { type: 'keepRecalled', params: ({ event }) => event.output },
          },
        },
      },
      recalled: {
        always: [
          { guard: 'hasReportedError', target: 'failure' },
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
  }).states;
}
