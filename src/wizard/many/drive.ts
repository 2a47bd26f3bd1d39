import { createActor, type SnapshotFrom } from 'xstate';
import type { Language } from '../../language.ts';
import type { Answer } from '../../record/answers.ts';
import type { FileProblem } from '../../record/practice.ts';
import type { Sender } from '../../record/senders.ts';
import type { Result } from '../../result.ts';
import type { Secret } from '../../secret.ts';
import type { Stage } from '../../smtp/evidence.ts';
import { hasOtherFinding } from '../context.ts';
import { EMPTY_DRAFT } from '../draft.ts';
import type { WizardEffects } from '../effects.ts';
import type { WizardEvent } from '../events.ts';
import { wizardMachine } from '../machine.ts';
import { buildSender, displayName as knownName } from '../requests.ts';
import type { DriveEnd } from './run.ts';

type Snapshot = SnapshotFrom<ReturnType<typeof wizardMachine>>;

export interface Drive {
  readonly answer: Answer;
  readonly language: Language;
  readonly effects: WizardEffects;
  /** Goes the whole way but for the save. */
  readonly dryRun: boolean;
  askPassword(): Promise<Secret | null>;
  /** Whether this sender could be saved, before anything is sent to prove it. */
  rehearseSave?(sender: Sender): Promise<Result<void, FileProblem>>;
  /** Stops the path, unless it is saving: a save is not left before its end. */
  readonly signal?: AbortSignal;
}

/** No password has been sent yet at these stages, so another server may be tried. */
const BEFORE_LOGIN: ReadonlySet<Stage> = new Set(['dns', 'tcp', 'greeting', 'ehlo', 'tls']);

/** Takes one doctor through the wizard's own machine, as a person with these answers would go. */
export function drive(task: Drive): Promise<DriveEnd> {
  const { answer, language, effects, signal } = task;
  // As if the path had been left at the choice: whatever the doctor's status, it begins there.
  const draft = { ...EMPTY_DRAFT, at: 'choice' as const, typedName: answer.name };
  const drafts = { version: 1 as const, open: answer.id, doctors: { [answer.id]: draft } };
  const actor = createActor(wizardMachine(effects), { input: { language, drafts } });
  const driver = new Driver(task);

  return new Promise<DriveEnd>((resolve, reject) => {
    const finish = (end: DriveEnd) => {
      signal?.removeEventListener('abort', stop);
      actor.stop();
      resolve(end);
    };
    const stop = () => {
      if (!isWriting(actor.getSnapshot())) finish({ kind: 'stopped' });
    };
    actor.subscribe({
      next: (snapshot) => {
        driver.react(snapshot).then((reaction) => {
          if (reaction === null || actor.getSnapshot().status !== 'active') return;
          if (reaction.kind !== 'send') return finish(reaction);
          if (signal?.aborted) return finish({ kind: 'stopped' });
          actor.send(reaction.event);
        }, reject);
      },
      error: reject,
    });
    if (signal?.aborted) return resolve({ kind: 'stopped' });
    signal?.addEventListener('abort', stop);
    actor.start();
  });
}

/** What is being written is written to its end: nobody would hear whether it went well. */
function isWriting(snapshot: Snapshot): boolean {
  return (
    snapshot.matches({ doctor: { review: 'saving' } }) ||
    snapshot.matches({ doctor: { mailPlus: 'recording' } })
  );
}

type Reaction = DriveEnd | { readonly kind: 'send'; readonly event: WizardEvent } | null;

const send = (event: WizardEvent): Reaction => ({ kind: 'send', event });

/** Says for each state what the person does there; each thing is done once. */
class Driver {
  readonly #task: Drive;
  #at = '';
  #asked = false;
  #submitted = false;

  constructor(task: Drive) {
    this.#task = task;
  }

  async react(snapshot: Snapshot): Promise<Reaction> {
    const { context } = snapshot;
    // Progress inside a state asks for nothing; a state that is entered anew does.
    const at = JSON.stringify([snapshot.value, context.findingIndex, context.passwordProblem]);
    if (at === this.#at) return null;
    this.#at = at;
    if (snapshot.matches('problem') && context.problem) {
      return { kind: 'problem', problem: context.problem };
    }
    if (snapshot.matches('home')) return { kind: 'unknown-doctor' };
    if (!snapshot.matches('doctor')) return null;
    // A practice of one doctor opens that one, whoever was asked for.
    if (context.doctorId !== this.#task.answer.id) return { kind: 'unknown-doctor' };
    return this.#reactOnPath(snapshot);
  }

  async #reactOnPath(snapshot: Snapshot): Promise<Reaction> {
    const { context } = snapshot;
    const isAt = (state: string) => pathState(snapshot)[0] === state;
    if (isAt('nothingToDo') || isAt('why') || isAt('preparation'))
      return send({ type: 'CONTINUE' });
    if (isAt('choice')) return this.#choose();
    if (isAt('mailPlus')) return this.#askForMailPlus(snapshot);
    if (isAt('address')) return this.#giveAddress(snapshot);
    if (isAt('blocked') || isAt('server')) return cannotServe(snapshot);
    if (isAt('locked') && context.problem) return { kind: 'problem', problem: context.problem };
    if (isAt('password')) return this.#givePassword(snapshot);
    if (isAt('failure')) return afterFailure(snapshot);
    if (isAt('review')) return this.#save(snapshot);
    if (!isAt('done')) return null;
    if (!context.saved) throw new Error('a saved sender is remembered');
    return { kind: 'saved', sender: context.saved };
  }

  #choose(): Reaction {
    const { choice, address } = this.#task.answer;
    if (choice === 'personal' && !address) return { kind: 'address-missing' };
    return send({ type: 'CHOOSE', choice });
  }

  #askForMailPlus(snapshot: Snapshot): Reaction {
    if (this.#task.answer.address) return send({ type: 'MAIL_PLUS_ARRIVED' });
    if (this.#task.dryRun) return { kind: 'proven' };
    if (pathState(snapshot)[1] !== 'explaining') return null;
    if (!this.#asked) {
      this.#asked = true;
      return send({ type: 'MAIL_PLUS_ASKED' });
    }
    const { saveProblem } = snapshot.context;
    return saveProblem ? { kind: 'problem', problem: saveProblem } : { kind: 'requested' };
  }

  #giveAddress(snapshot: Snapshot): Reaction {
    const { context } = snapshot;
    if (!this.#submitted) {
      this.#submitted = true;
      return send({ type: 'SUBMIT_ADDRESS', address: this.#task.answer.address ?? '' });
    }
    if (context.malformed) {
      return { kind: 'malformed', address: context.draft.address, why: context.malformed };
    }
    return pathState(snapshot)[1] === 'answered' ? cannotServe(snapshot) : null;
  }

  async #givePassword({ context }: Snapshot): Promise<Reaction> {
    const { passwordProblem } = context;
    if (passwordProblem === 'empty') return { kind: 'password-empty' };
    if (passwordProblem === 'line-break') return { kind: 'password-line-break' };
    const rehearsed = await this.#task.rehearseSave?.(this.#senderOnceProven(context));
    if (rehearsed?.ok === false) return { kind: 'problem', problem: rehearsed.problem };
    const password = await this.#task.askPassword();
    if (!password) return { kind: 'password-missing' };
    return send({ type: 'SUBMIT_PASSWORD', password: password.reveal() });
  }

  #displayName(context: Snapshot['context']): string {
    return this.#task.answer.displayName ?? knownName(context);
  }

  #senderOnceProven(context: Snapshot['context']): Sender {
    const proof = { at: this.#task.effects.now().toISOString(), messageId: null };
    return buildSender({ ...context, proof, displayName: this.#displayName(context) });
  }

  #save(snapshot: Snapshot): Reaction {
    const { context } = snapshot;
    if (this.#task.dryRun) return { kind: 'proven' };
    if (pathState(snapshot)[1] !== 'editing') return null;
    if (context.saveProblem) return { kind: 'problem', problem: context.saveProblem };
    return send({ type: 'SAVE', displayName: this.#displayName(context) });
  }
}

function afterFailure({ context }: Snapshot): Reaction {
  const { draft, discovery, findingIndex, stages, probeResult, failedAt, diagnosis } = context;
  if (!diagnosis) throw new Error('a failed test leaves a diagnosis');
  if (BEFORE_LOGIN.has(diagnosis.stage) && hasOtherFinding(context)) {
    return send({ type: 'TRY_OTHER_SERVER' });
  }
  const attempt = { draft, discovery, findingIndex, stages, probeResult, failedAt, diagnosis };
  return { kind: 'failed', diagnosis, provider: discovery?.provider ?? null, attempt };
}

function cannotServe({ context }: Snapshot): Reaction {
  const { discovery } = context;
  if (!discovery || discovery.verdict === 'ok') throw new Error('this mailbox can serve');
  return { kind: 'refused', discovery };
}

/** The state inside the doctor's path, and the one inside that. */
function pathState({ value }: Snapshot): readonly string[] {
  const path = typeof value === 'object' && 'doctor' in value ? value.doctor : '';
  if (typeof path !== 'object') return [path ?? ''];
  const [[state, inner] = ['', '']] = Object.entries(path);
  return [state, typeof inner === 'string' ? inner : ''];
}
