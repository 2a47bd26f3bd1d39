import { assign } from 'xstate';
import { doctorPath } from './doctor-path.ts';
import type { WizardEffects } from './effects.ts';
import { failed, succeeded } from './guards.ts';
import { batchPath } from './many/batch-path.ts';
import { initialContext } from './memory.ts';
import { wizardSetup } from './setup.ts';

/** The flow of the product: from the list of doctors, through one doctor's path, to a sender. */
export function wizardMachine(effects: WizardEffects) {
  const wizard = wizardSetup(effects);
  return wizard.createMachine({
    id: 'wizard',
    context: ({ input }) => initialContext(input),
    initial: 'loading',
    on: {
      SET_LANGUAGE: { actions: 'keepLanguage' },
      COPY: { actions: 'copy' },
      HANDOUT: { guard: 'canHandOut', actions: ['orderHandout', 'makeHandout'] },
      WORK_REPORT: { guard: 'canHandOut', actions: ['orderHandout', 'makeHandout'] },
      HANDOUT_MADE: { actions: 'keepHandout' },
      REPAIR: { target: '.loading', actions: 'keepRepair' },
    },
    states: {
      loading: {
        invoke: {
          src: 'loadPractice',
          onDone: [
            {
              guard: failed,
              target: 'problem',
              actions: {
                type: 'keepProblem',
                params: ({ event }) => (event.output.ok ? null : event.output.problem),
              },
            },
            {
              target: 'choosingDoctor',
              actions: {
                type: 'keepLoaded',
                params: ({ event }) => (event.output.ok ? event.output.value : null),
              },
            },
          ],
        },
      },

      problem: {
        on: {
          RELOAD: 'loading',
          SET_SENDERS_ASIDE: { guard: 'sendersAreMalformed', target: 'settingAside' },
        },
      },

      settingAside: {
        invoke: {
          src: 'setSendersAside',
          onDone: [
            {
              guard: succeeded,
              target: 'loading',
              actions: assign(({ event }) => ({
                setAside: event.output.ok ? event.output.value : null,
              })),
            },
            {
              target: 'problem',
              actions: {
                type: 'keepProblem',
                params: ({ event }) => (event.output.ok ? null : event.output.problem),
              },
            },
          ],
        },
      },

      /** A path left halfway is taken up again; a single doctor needs no list. */
      choosingDoctor: {
        always: [
          {
            guard: 'asksForRepair',
            target: 'doctor',
            actions: {
              type: 'openDoctor',
              params: ({ context }) => context.repair?.doctorId ?? '',
            },
          },
          {
            guard: 'leftOneOpen',
            target: 'doctor',
            actions: {
              type: 'openDoctor',
              params: ({ context }) => context.drafts.open ?? '',
            },
          },
          {
            guard: 'hasOnlyDoctor',
            target: 'doctor',
            actions: {
              type: 'openDoctor',
              params: ({ context }) => context.loaded?.practice.doctors[0]?.doctor.id ?? '',
            },
          },
          { target: 'home' },
        ],
      },

      home: {
        invoke: {
          src: 'lookForPasswords',
          input: ({ context }) => ({
            senders: (context.loaded?.practice.doctors ?? []).flatMap(({ sender }) => sender ?? []),
          }),
          onDone: {
            actions: { type: 'keepMissingPasswords', params: ({ event }) => event.output },
          },
        },
        on: {
          RELOAD: 'loading',
          START_RECHECK: { guard: 'canRecheck', target: 'rechecking', actions: 'queueRechecks' },
          ENTER_PASSWORD: {
            guard: 'hasStoredSender',
            target: '#wizard.doctor.recalling',
            actions: { type: 'openDoctor', params: ({ event }) => event.doctorId },
          },
          OPEN_DOCTOR: {
            guard: 'knowsDoctor',
            target: 'doctor',
            actions: { type: 'openDoctor', params: ({ event }) => event.doctorId },
          },
          OPEN_BATCH: { guard: 'canOpenBatch', target: 'batch', actions: 'openBatch' },
          RESUME_BATCH: { guard: 'hasUnfinishedBatch', target: 'batch', actions: 'resumeBatch' },
          FORGET_BATCH: { actions: ['forgetBatch', 'storeDrafts'] },
          ADD_DOCTOR: { guard: 'canAddDoctor', target: 'doctor', actions: 'addDoctor' },
        },
      },

      /** Many stored senders are checked at once; each one's answer is saved as it comes. */
      rechecking: {
        invoke: {
          src: 'recheck',
          input: ({ context }) => ({ doctorIds: [...context.rechecks.keys()] }),
        },
        exit: 'dropUnfinishedRechecks',
        on: {
          RECHECK_STARTED: { actions: 'showRecheck' },
          RECHECK_ENDED: { actions: 'showRecheck' },
          RECHECK_FINISHED: 'home',
          CANCEL_RECHECK: 'home',
        },
      },

      batch: batchPath(wizard),

      doctor: doctorPath(wizard, effects.now),
    },
  });
}
