import { assertEvent, assign, cancel, raise, sendTo, setup } from 'xstate';
import type { Discovery } from '../discovery/finding.ts';
import type { Language } from '../language.ts';
import { idFromName } from '../record/doctor-id.ts';
import type { HistoryEntry } from '../record/history.ts';
import type { PracticeProblem, SaveProblem } from '../record/practice.ts';
import { Secret } from '../secret.ts';
import { type AskedMailPlus, type Recalled, wizardActors } from './actors.ts';
import { clipboardText } from './clipboard.ts';
import { chosenFinding, type MachineEvent, type WizardContext } from './context.ts';
import { type Draft, type Drafts, EMPTY_DRAFT } from './draft.ts';
import type { Loaded, WizardEffects } from './effects.ts';
import { wizardGuards } from './guards.ts';
import { endedHandout, orderOf } from './handouts.ts';
import { linkUrl } from './links.ts';
import * as batch from './many/batch-memory.ts';
import * as memory from './memory.ts';
import { cleanPassword, passwordProblem } from './password.ts';
import { buildSender, mailPlusRequest } from './requests.ts';

/** Quiet time after the last key before the address is looked up, in milliseconds. */
const TYPING_PAUSE = 250;
/** A stage that runs longer than this says so, in milliseconds. */
const SLOW_STAGE = 4000;

/** The machine's vocabulary: what it can do, ask and remember. The chart is in machine.ts. */
export function wizardSetup(effects: WizardEffects) {
  return setup({
    types: {} as {
      context: WizardContext;
      events: MachineEvent;
      input: { readonly language: Language; readonly drafts: Drafts };
    },
    delays: { TYPING_PAUSE, SLOW_STAGE },
    actors: wizardActors(effects),
    guards: wizardGuards(effects),
    actions: {
      keepLanguage: assign(({ context, event }) => {
        if (event.type !== 'SET_LANGUAGE') return { language: context.language };
        effects.rememberLanguage(event.language);
        return { language: event.language };
      }),
      keepLoaded: assign(({ context }, loaded: Loaded | null) => ({
        loaded: loaded && memory.withTypedDoctors(loaded, context.drafts),
        problem: null,
        missingPasswords: [],
      })),
      keepProblem: assign((_, problem: PracticeProblem | null) => ({ problem })),
      queueRechecks: assign(({ context, event }) => {
        assertEvent(event, 'START_RECHECK');
        const ids = memory.recheckable(context, event.doctorIds);
        return { rechecks: new Map(ids.map((id) => [id, { state: 'waiting' as const }])) };
      }),
      showRecheck: assign(({ context, event }) => {
        assertEvent(event, ['RECHECK_STARTED', 'RECHECK_ENDED']);
        const { doctorId } = event;
        if (event.type === 'RECHECK_STARTED') {
          return { rechecks: memory.withRecheck(context.rechecks, doctorId, { state: 'running' }) };
        }
        return {
          rechecks: memory.withRecheck(context.rechecks, doctorId, event.outcome),
          loaded: context.loaded && memory.afterRecheck(context.loaded, event.outcome),
        };
      }),
      dropUnfinishedRechecks: assign(({ context }) => ({
        rechecks: memory.endedRechecks(context.rechecks),
      })),
      openBatch: assign(({ context, event }) => {
        assertEvent(event, 'OPEN_BATCH');
        return { batch: batch.openedBatch(context, event.doctorIds, effects.now()) };
      }),
      resumeBatch: assign(({ context }) => ({ batch: batch.resumedBatch(context) })),
      forgetBatch: assign(({ context }) => ({
        batch: null,
        drafts: { ...context.drafts, batch: undefined },
      })),
      keepRow: assign(({ context, event }) => batch.changedByEvent(context, event, effects)),
      lookUpRow: sendTo('lookUps', ({ context, event }) => {
        assertEvent(event, ['TYPE_ROW_ADDRESS', 'SUBMIT_ROW_ADDRESS']);
        return batch.lookUpOf(context, event);
      }),
      stopRun: sendTo('setUp', { type: 'STOP_RUN' }),
      rememberBatch: assign(({ context }) => batch.remembered(context)),
      closeBatch: assign(({ context }) => batch.closedBatch(context)),
      openFromBatch: assign(({ context }, doctorId: string) =>
        batch.openedFromBatch(context, doctorId),
      ),
      keepMissingPasswords: assign((_, missingPasswords: readonly string[]) => ({
        missingPasswords,
      })),
      keepHistory: assign((_, history: readonly HistoryEntry[]) => ({ history })),
      addDoctor: assign(({ context, event }) => {
        assertEvent(event, 'ADD_DOCTOR');
        if (!context.loaded) return {};
        const { doctors } = context.loaded.practice;
        const id = idFromName(event.name, new Set(doctors.map(({ doctor }) => doctor.id)));
        return {
          ...memory.FRESH_PATH,
          loaded: memory.withDoctors(context.loaded, [
            ...doctors,
            memory.newDoctor(id, event.name),
          ]),
          doctorId: id,
          draft: { ...EMPTY_DRAFT, typedName: event.name },
        };
      }),
      openDoctor: assign(({ context }, doctorId: string) => ({
        ...memory.FRESH_PATH,
        doctorId,
        draft: memory.draftFor(context, doctorId),
        rechecks: new Map([...context.rechecks].filter(([id]) => id !== doctorId)),
      })),
      closeDoctor: assign(({ context }) => ({
        ...memory.FRESH_PATH,
        doctorId: null,
        repair: null,
        drafts: { ...context.drafts, open: null },
      })),
      keepRepair: assign(({ event }) => {
        assertEvent(event, 'REPAIR');
        return { repair: { doctorId: event.doctorId, error: event.error || null } };
      }),
      openNext: assign(({ context }, doctorId: string) => ({
        drafts: { ...context.drafts, open: doctorId },
      })),
      keepPlace: assign(({ context }, at: Draft['at']) => {
        const draft = { ...context.draft, at };
        return { draft, drafts: memory.withDraft(context.drafts, context.doctorId ?? '', draft) };
      }),
      forgetPlace: assign(({ context }) => ({
        drafts: memory.withoutDraft(context.drafts, context.doctorId ?? ''),
      })),
      storeDrafts: ({ context }) => effects.saveDrafts(context.drafts),
      keepChoice: assign(({ context, event }) => {
        const choice = event.type === 'CHOOSE' ? event.choice : 'mail-plus';
        const draft = memory.draftChoosing(context, choice);
        return draft.address === context.draft.address ? { draft } : { draft, discovery: null };
      }),
      keepAddress: assign(({ context, event }) => {
        assertEvent(event, ['TYPE_ADDRESS', 'SUBMIT_ADDRESS']);
        const same = event.address.trim() === context.draft.address.trim();
        const draft = { ...context.draft, address: event.address };
        return same
          ? { draft, malformed: null }
          : {
              draft: { ...draft, manual: null },
              malformed: null,
              discovery: null,
              findingIndex: 0,
            };
      }),
      judgeAddress: assign(({ context }) => {
        const parsed = effects.parseAddress(context.draft.address);
        return { malformed: parsed.ok ? null : parsed.problem };
      }),
      keepDiscovery: assign((_, discovery: Discovery) => ({ discovery, findingIndex: 0 })),
      adoptAddress: assign(({ context }) => ({
        draft: memory.draftAdopting(context.draft, context.discovery),
      })),
      keepServer: assign(({ context, event }) => {
        assertEvent(event, 'SUBMIT_SERVER');
        const { server, username } = event;
        return { draft: { ...context.draft, manual: { server, username } } };
      }),
      keepPassword: assign(({ context, event }) => {
        assertEvent(event, 'SUBMIT_PASSWORD');
        const password = cleanPassword(event.password, context.discovery?.provider);
        return { password: new Secret(password), passwordProblem: null };
      }),
      refusePassword: assign(({ context, event }) => {
        assertEvent(event, 'SUBMIT_PASSWORD');
        const password = cleanPassword(event.password, context.discovery?.provider);
        return { passwordProblem: passwordProblem(password) };
      }),
      forgetPassword: assign({ password: null, passwordProblem: null }),
      tellNotAccepted: assign(({ context }) => ({
        passwordProblem:
          context.diagnosis?.cause === 'wrong-credentials' ? ('not-accepted' as const) : null,
      })),
      startStages: assign(({ context }) => ({
        stages: memory.waitingStages(chosenFinding(context)?.security ?? 'tls'),
        probeResult: null,
        diagnosis: null,
        proof: null,
      })),
      showStage: assign(({ context, event }) => ({
        stages: memory.advancedStages(context.stages, event),
      })),
      watchPace: raise(
        ({ event }) => {
          assertEvent(event, 'STAGE_STARTED');
          return { type: 'STAGE_SLOW' as const, stage: event.stage };
        },
        { delay: 'SLOW_STAGE', id: 'slow' },
      ),
      stopWatching: cancel('slow'),
      keepProof: assign(({ event }) => {
        assertEvent(event, 'PROBE_FINISHED');
        const proof = { at: effects.now().toISOString(), messageId: event.result.messageId };
        return { probeResult: event.result, proof };
      }),
      keepDiagnosis: assign(({ event }) => {
        assertEvent(event, 'PROBE_FINISHED');
        const { result, diagnosis } = event;
        return { probeResult: result, failedAt: effects.now().toISOString(), diagnosis };
      }),
      tryNextServer: assign(({ context }) => ({ findingIndex: context.findingIndex + 1 })),
      keepDisplayName: assign(({ event }) => {
        assertEvent(event, 'SAVE');
        return { displayName: event.displayName, saveProblem: null };
      }),
      keepSaveProblem: assign((_, saveProblem: SaveProblem | null) => ({ saveProblem })),
      keepSaved: assign(({ context }) => {
        const saved = buildSender(context);
        const loaded = context.loaded && memory.withSender(context.loaded, saved);
        return { saved, loaded, password: null, saveProblem: null };
      }),
      keepRequest: assign(({ context }, { recorded, reloaded }: AskedMailPlus) => ({
        saveProblem: recorded.ok ? null : recorded.problem,
        loaded: reloaded.ok ? reloaded.value : context.loaded,
      })),
      keepRecalled: assign((_, { discovery, password, explained }: Recalled) => ({
        discovery,
        findingIndex: 0,
        password: password?.ok ? password.value : null,
        ...(explained && { diagnosis: explained, failedAt: effects.now().toISOString() }),
      })),
      takeUpStoredSender: assign(({ context }) => ({ draft: memory.draftFromSender(context) })),
      openLink: ({ context, event }) => {
        assertEvent(event, 'OPEN_LINK');
        const url = linkUrl(event.link, context.discovery?.provider ?? null);
        if (url) effects.openLink(url);
      },
      composeRequest: ({ context }) =>
        effects.composeMail(mailPlusRequest(context, effects.callCentre.email)),
      orderHandout: assign(({ context, event }) => {
        const order = orderOf(context, event);
        return { handout: order && { order, progress: { state: 'working' as const } } };
      }),
      makeHandout: ({ context, self }) => {
        const order = context.handout?.order;
        if (!order) return;
        void effects
          .handOut(order)
          .then((outcome) => self.send({ type: 'HANDOUT_MADE', order, outcome }));
      },
      keepHandout: assign(({ context, event }) => {
        assertEvent(event, 'HANDOUT_MADE');
        return { handout: endedHandout(context.handout, event) };
      }),
      copy: assign(({ context, event }) => {
        assertEvent(event, 'COPY');
        effects.copy(clipboardText(event.what, context, effects));
        return { copied: { what: event.what, count: (context.copied?.count ?? 0) + 1 } };
      }),
    },
  });
}
