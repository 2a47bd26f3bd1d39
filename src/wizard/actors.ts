import { fromCallback, fromPromise } from 'xstate';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Discovery } from '../discovery/finding.ts';
import type { Credential, KeychainProblem } from '../keychain/keychain.ts';
import type { Doctor } from '../record/doctors.ts';
import type { HistoryEntry } from '../record/history.ts';
import type { PracticeProblem, SaveProblem } from '../record/practice.ts';
import type { Sender } from '../record/senders.ts';
import type { Result } from '../result.ts';
import type { Secret } from '../secret.ts';
import type { StageProgress } from './context.ts';
import type { Loaded, WizardEffects } from './effects.ts';
import { batchActors } from './many/actors.ts';
import { type RecheckProgress, recheckAll } from './recheck.ts';
import type { ProvenMailbox } from './requests.ts';

type ForAddress = { address: string };

interface Recall extends ForAddress {
  readonly credential: Credential | null;
  /** An error line that the record reported; null: none. */
  readonly reported: string | null;
}

export interface Recalled {
  readonly discovery: Discovery;
  readonly password: Result<Secret | null, KeychainProblem> | null;
  /** What the reported error means; null: none was. */
  readonly explained: Diagnosis | null;
}

export interface AskedMailPlus {
  readonly recorded: Result<void, SaveProblem>;
  readonly reloaded: Result<Loaded, PracticeProblem>;
}

/** The machine's long-running work. Leaving a state ends what it invoked, by its signal. */
export function wizardActors(effects: WizardEffects) {
  return {
    ...batchActors(effects),
    loadPractice: fromPromise(() => effects.loadPractice()),
    setSendersAside: fromPromise(() => effects.setSendersAside()),
    checkKeychain: fromPromise(() => effects.checkKeychain()),
    discover: fromPromise(({ input, signal }: { input: ForAddress; signal: AbortSignal }) =>
      effects.discover(input.address, signal),
    ),
    recall: fromPromise(
      async ({ input, signal }: { input: Recall; signal: AbortSignal }): Promise<Recalled> => {
        const [discovery, password] = await Promise.all([
          effects.discover(input.address, signal),
          input.credential && effects.recallPassword(input.credential),
        ]);
        const { reported } = input;
        const explained =
          reported === null ? null : await effects.explain(reported, discovery.provider);
        return { discovery, password, explained };
      },
    ),
    probe: fromCallback<StageProgress, ProvenMailbox>(({ input, sendBack }) => {
      const controller = new AbortController();
      const { request, provider } = input;
      const prove = async (): Promise<void> => {
        const result = await effects.probe(request, {
          signal: controller.signal,
          onStageStart: (stage) => sendBack({ type: 'STAGE_STARTED', stage }),
          onStageEnd: ({ stage, ok }) => sendBack({ type: 'STAGE_ENDED', stage, ok }),
        });
        const { failure } = result;
        const diagnosis = failure && (await effects.diagnose(failure, provider, request.password));
        sendBack({ type: 'PROBE_FINISHED', result, diagnosis });
      };
      prove().catch((error: unknown) => {
        if (!controller.signal.aborted) throw error;
      });
      return () => controller.abort(new Error('the test was cancelled'));
    }),
    recheck: fromCallback<RecheckProgress, { doctorIds: readonly string[] }>(
      ({ input, sendBack }) => {
        const controller = new AbortController();
        const { signal } = controller;
        recheckAll(input.doctorIds, effects.recheck, sendBack, signal).catch((error: unknown) => {
          if (!signal.aborted) throw error;
        });
        return () => controller.abort(new Error('the check was cancelled'));
      },
    ),
    lookForPasswords: fromPromise(({ input }: { input: { senders: readonly Sender[] } }) =>
      effects.missingPasswords(input.senders),
    ),
    readHistory: fromPromise(
      ({ input }: { input: { doctorId: string } }): Promise<readonly HistoryEntry[]> =>
        effects.history(input.doctorId),
    ),
    saveSender: fromPromise(({ input }: { input: { sender: Sender; password: Secret } }) =>
      effects.saveSender(input.sender, input.password),
    ),
    askMailPlus: fromPromise(
      async ({ input }: { input: { doctor: Doctor } }): Promise<AskedMailPlus> => {
        const recorded = await effects.recordMailPlusRequest(input.doctor, effects.now());
        return { recorded, reloaded: await effects.loadPractice() };
      },
    ),
  };
}
