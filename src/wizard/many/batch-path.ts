import type { wizardSetup } from '../setup.ts';
import { isSaved } from './batch.ts';
import { runOf } from './batch-memory.ts';

/** Several doctors set up at once: typed, tried and saved each on its own, tried again. */
export function batchPath(wizard: ReturnType<typeof wizardSetup>) {
  return wizard.createStateConfig({
    initial: 'unlocking',
    exit: ['closeBatch', 'storeDrafts'],
    states: {
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
            { target: 'filling' },
          ],
        },
      },

      locked: { on: { RELOAD: 'unlocking', BACK: '#wizard.loading' } },

      filling: {
        invoke: {
          id: 'lookUps',
          src: 'lookUpRows',
          input: ({ context }) => ({
            rows: (context.batch?.rows ?? []).filter(
              (row) => row.lookUp === 'looking' && !isSaved(row),
            ),
          }),
        },
        on: {
          TYPE_ROW_ADDRESS: { actions: ['keepRow', 'lookUpRow'] },
          SUBMIT_ROW_ADDRESS: { actions: ['keepRow', 'lookUpRow', 'rememberBatch', 'storeDrafts'] },
          ROW_LOOKED_UP: { actions: ['keepRow', 'rememberBatch', 'storeDrafts'] },
          GIVE_ROW_PASSWORD: { actions: 'keepRow' },
          START_BATCH: [
            {
              guard: 'hasRowToRun',
              target: 'running',
              actions: ['keepRow', 'rememberBatch', 'storeDrafts'],
            },
            { actions: 'keepRow' },
          ],
          OPEN_DOCTOR: {
            guard: 'knowsDoctor',
            target: '#wizard.doctor',
            actions: { type: 'openFromBatch', params: ({ event }) => event.doctorId },
          },
          BACK: '#wizard.loading',
          HOME: '#wizard.loading',
        },
      },

      running: {
        // What runs is stopped first, then what the record asks for is opened.
        on: {
          REPAIR: { actions: ['keepRepair', 'keepRow', 'stopRun'] },
          STOP_BATCH: { actions: ['keepRow', 'stopRun'] },
          ROW_STARTED: { actions: 'keepRow' },
          ROW_ENDED: { actions: ['keepRow', 'rememberBatch', 'storeDrafts'] },
          BATCH_FINISHED: [
            { guard: 'asksForRepair', target: '#wizard.loading', actions: 'keepRow' },
            { target: 'ended', actions: 'keepRow' },
          ],
        },
        invoke: { id: 'setUp', src: 'setUpMany', input: ({ context }) => runOf(context) },
      },

      ended: {
        on: {
          RETRY_BATCH: { guard: 'hasMissingRow', target: 'filling' },
          OPEN_DOCTOR: [
            {
              guard: 'hasFailedRow',
              target: '#wizard.doctor.failure',
              actions: { type: 'openFromBatch', params: ({ event }) => event.doctorId },
            },
            {
              guard: 'knowsDoctor',
              target: '#wizard.doctor',
              actions: { type: 'openFromBatch', params: ({ event }) => event.doctorId },
            },
          ],
          BACK: '#wizard.loading',
          HOME: '#wizard.loading',
        },
      },
    },
  });
}
