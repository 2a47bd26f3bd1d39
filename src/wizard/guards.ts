import type { AddressProblem, MalformedAddress } from '../providers/address.ts';
import type { SenderStatus } from '../record/senders.ts';
import type { WizardContext } from './context.ts';
import { chosenFinding, currentEntry, hasOtherFinding, type MachineEvent } from './context.ts';
import type { Draft } from './draft.ts';
import type { WizardEffects } from './effects.ts';
import type { Step } from './events.ts';
import { orderOf } from './handouts.ts';
import { canRun, isSaved, rowOf } from './many/batch.ts';
import { unfinishedBatch } from './many/batch-draft.ts';
import { recheckable } from './memory.ts';
import { cleanPassword, passwordProblem } from './password.ts';

const UNFINISHED: readonly AddressProblem[] = [
  'no-at-sign',
  'no-local-part',
  'no-domain',
  'no-dot',
];

/** Whether more typing may still make an address of it. */
export const isUnfinished = ({ problem }: MalformedAddress): boolean =>
  UNFINISHED.includes(problem);

/** Nothing is known of the mailbox yet: there was no network, or nobody knows its domain. */
const isUnresolved = ({ discovery }: WizardContext): boolean =>
  discovery?.verdict === 'unknown' && discovery.reason !== 'nothing-found';

interface Asked {
  readonly context: WizardContext;
  readonly event: MachineEvent;
}

/** The end of work that a state started, whose answer is a `Result`. */
interface Ended {
  readonly event: { readonly output: { readonly ok: boolean } };
}

export const succeeded = ({ event }: Ended): boolean => event.output.ok;

export const failed = ({ event }: Ended): boolean => !event.output.ok;

/** The questions that decide the way. */
export function wizardGuards(effects: WizardEffects) {
  const addressOf = ({ context, event }: Asked) => {
    const typed = 'address' in event ? event.address : context.draft.address;
    return effects.parseAddress(typed);
  };
  const isLookedUp = (asked: Asked) => {
    const parsed = addressOf(asked);
    return parsed.ok && asked.context.discovery?.address === parsed.value.address;
  };

  return {
    hasOnlyDoctor: ({ context }: Asked) => {
      const practice = context.loaded?.practice;
      return practice?.doctorsFromRecord === true && practice.doctors.length === 1;
    },
    hasList: ({ context }: Asked) => {
      const practice = context.loaded?.practice;
      return practice?.doctorsFromRecord === false || (practice?.doctors.length ?? 0) > 1;
    },
    leftOneOpen: ({ context }: Asked) => {
      const { open } = context.drafts;
      return context.loaded?.practice.doctors.some(({ doctor }) => doctor.id === open) ?? false;
    },
    knowsDoctor: ({ context, event }: Asked) =>
      event.type === 'OPEN_DOCTOR' &&
      (context.loaded?.practice.doctors.some(({ doctor }) => doctor.id === event.doctorId) ??
        false),
    hasStoredSender: ({ context, event }: Asked) =>
      event.type === 'ENTER_PASSWORD' && recheckable(context, [event.doctorId]).length > 0,
    canRecheck: ({ context, event }: Asked) =>
      event.type === 'START_RECHECK' && recheckable(context, event.doctorIds).length > 0,
    canOpenBatch: ({ context, event }: Asked) =>
      event.type === 'OPEN_BATCH' &&
      (context.loaded?.practice.doctors.some(({ doctor }) => event.doctorIds.includes(doctor.id)) ??
        false),
    hasUnfinishedBatch: ({ context }: Asked) =>
      unfinishedBatch(context.drafts.batch, context.loaded?.practice.doctors ?? []) !== null,
    hasRowToRun: ({ context }: Asked) => context.batch?.rows.some(canRun) ?? false,
    hasMissingRow: ({ context }: Asked) => !(context.batch?.rows.every(isSaved) ?? true),
    /** The doctor's test failed: the own path can show why, and go on from there. */
    hasFailedRow: ({ context, event }: Asked) => {
      const state = event.type === 'OPEN_DOCTOR' && rowOf(context.batch, event.doctorId)?.state;
      return state && state.state === 'failed' ? state.end.kind === 'failed' : false;
    },
    canAddDoctor: ({ context }: Asked) => context.loaded?.practice.doctorsFromRecord === false,
    /** The record asks for a doctor that it knows. */
    asksForRepair: ({ context }: Asked) =>
      context.loaded?.practice.doctors.some(
        ({ doctor }) => doctor.id === context.repair?.doctorId,
      ) ?? false,
    /** There is a stored sender that the record had trouble with. */
    isRepair: ({ context }: Asked) =>
      context.repair !== null && currentEntry(context)?.sender?.credential != null,
    hasReportedError: ({ context }: Asked) => context.repair?.error != null,
    hasStatus: ({ context }: Asked, status: SenderStatus) =>
      currentEntry(context)?.status === status,
    hasStoredPassword: ({ context }: Asked) => currentEntry(context)?.sender?.credential != null,
    leftAt: ({ context }: Asked, at: Draft['at']) =>
      context.draft.at === at && context.drafts.doctors[context.doctorId ?? ''] !== undefined,
    wantsMailPlus: ({ context }: Asked) => context.draft.choice === 'mail-plus',
    choosesMailPlus: ({ event }: Asked) => event.type === 'CHOOSE' && event.choice === 'mail-plus',
    goesTo: ({ event }: Asked, step: Step) => event.type === 'GO_TO_STEP' && event.step === step,
    sendersAreMalformed: ({ context }: Asked) =>
      (context.problem?.code === 'file-malformed' || context.problem?.code === 'duplicate-id') &&
      context.problem.which === 'senders',
    isAddress: (asked: Asked) => addressOf(asked).ok,
    /** What more typing will not mend, as against what is only not finished yet. */
    hasSlip: (asked: Asked) => {
      const parsed = addressOf(asked);
      return !parsed.ok && !isUnfinished(parsed.problem);
    },
    isLookedUp,
    /** The look-up decided where to go on; otherwise, it is worth another one. */
    isSettled: (asked: Asked) =>
      isLookedUp(asked) && (asked.context.draft.manual !== null || !isUnresolved(asked.context)),
    cannotServe: ({ context }: Asked) =>
      context.discovery?.verdict === 'blocked' || context.discovery?.verdict === 'needs-oauth',
    hasPreparation: ({ context }: Asked) => context.discovery?.provider?.preparation != null,
    /** A server typed by hand changes nothing for a mailbox that must not or cannot be a sender. */
    mayTypeServer: ({ context }: Asked) =>
      context.discovery?.verdict === 'ok' || context.discovery?.verdict === 'unknown',
    /** The stored settings as they are, as against a server that was typed now. */
    keepsStoredServer: ({ context }: Asked) => {
      const stored = currentEntry(context)?.sender?.smtp;
      const { manual } = context.draft;
      return (
        manual !== null &&
        stored?.host === manual.server.host &&
        stored.port === manual.server.port &&
        stored.username === manual.username
      );
    },
    needsPreparation: ({ context }: Asked) =>
      context.discovery?.provider?.state === 'needs-preparation' &&
      context.discovery.provider.preparation !== null,
    hasNoServer: ({ context }: Asked) => chosenFinding(context) === null,
    foundNothing: ({ context }: Asked) =>
      context.discovery?.verdict === 'unknown' && context.discovery.reason === 'nothing-found',
    typedServer: ({ context }: Asked) => context.draft.manual !== null,
    hasOtherServer: ({ context }: Asked) => hasOtherFinding(context),
    hasPassword: ({ context }: Asked) => context.password !== null,
    isUsablePassword: ({ context, event }: Asked) =>
      event.type === 'SUBMIT_PASSWORD' &&
      passwordProblem(cleanPassword(event.password, context.discovery?.provider)) === null,
    canHandOut: ({ context, event }: Asked) => orderOf(context, event) !== null,
    passed: ({ event }: Asked) => event.type === 'PROBE_FINISHED' && event.result.ok,
  };
}
