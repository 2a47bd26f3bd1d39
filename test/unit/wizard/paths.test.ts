import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { fail, succeed } from '../../../src/result.ts';
import { readDrafts } from '../../../src/wizard/draft.ts';
import { wizardMachine } from '../../../src/wizard/machine.ts';
import { viewOf } from '../../../src/wizard/view-of.ts';
import * as world from './world.ts';

const DOCTORS = world.practice(
  world.entry('rossi'),
  world.entry('premium', { status: 'not-concerned' }),
  world.entry('verde', { status: 'verified', sender: world.storedSender('verde') }),
  world.entry('failing', {
    status: 'failing',
    sender: world.storedSender('failing', { status: 'failing' }),
  }),
);
const KEYCHAIN_LOCKED = fail({ code: 'keychain-locked', detail: 'locked' });
const MALFORMED = fail({
  code: 'file-malformed',
  which: 'senders',
  file: 'senders.json',
  line: 1,
  key: null,
  detail: 'not JSON',
});

/** What the world may answer, by the state that asks; the graph walks every one of them. */
const ANSWERS: Record<string, { effect: string; outputs: unknown[] }> = {
  '0.wizard.loading': { effect: 'loadPractice', outputs: [succeed(DOCTORS), MALFORMED] },
  '0.wizard.settingAside': {
    effect: 'setSendersAside',
    outputs: [succeed('aside.json'), MALFORMED],
  },
  '0.wizard.doctor.address.looking': {
    effect: 'discover',
    outputs: [world.found('mario@example.com')],
  },
  '0.wizard.doctor.address.submitting': {
    effect: 'discover',
    outputs: [
      world.found('mario@example.com'),
      world.found('mario@example.com', world.preparedProvider()),
      world.blocked('mario@example.com'),
      world.nothingFound('mario@example.com'),
      world.offline('mario@example.com'),
    ],
  },
  '0.wizard.doctor.unlocking': {
    effect: 'checkKeychain',
    outputs: [succeed(undefined), KEYCHAIN_LOCKED],
  },
  '0.wizard.doctor.review.saving': {
    effect: 'saveSender',
    outputs: [succeed(undefined), fail({ code: 'disk-full', restored: true })],
  },
};

const EVENTS = [
  { type: 'RELOAD' },
  { type: 'SET_SENDERS_ASIDE' },
  { type: 'OPEN_DOCTOR', doctorId: 'rossi' },
  { type: 'OPEN_DOCTOR', doctorId: 'premium' },
  { type: 'OPEN_DOCTOR', doctorId: 'verde' },
  { type: 'OPEN_DOCTOR', doctorId: 'failing' },
  { type: 'START_RECHECK', doctorIds: ['verde', 'failing'] },
  { type: 'CANCEL_RECHECK' },
  { type: 'ENTER_PASSWORD', doctorId: 'verde' },
  { type: 'HOME' },
  { type: 'BACK' },
  { type: 'CONTINUE' },
  { type: 'CHOOSE', choice: 'personal' },
  { type: 'CHOOSE', choice: 'mail-plus' },
  { type: 'MAIL_PLUS_ARRIVED' },
  { type: 'TYPE_ADDRESS', address: 'mario@example.com' },
  { type: 'SUBMIT_ADDRESS', address: 'mario@example.com' },
  { type: 'SUBMIT_ADDRESS', address: 'mario' },
  { type: 'EDIT_SERVER' },
  {
    type: 'SUBMIT_SERVER',
    server: { host: 'mail.example.com', port: 587, security: 'starttls' },
    username: 'mario',
  },
  { type: 'SUBMIT_PASSWORD', password: world.PASSWORD },
  { type: 'SUBMIT_PASSWORD', password: '   ' },
  { type: 'CANCEL_TEST' },
  { type: 'PROBE_FINISHED', result: world.PASSED },
  { type: 'PROBE_FINISHED', result: world.REFUSED },
  { type: 'RETRY' },
  { type: 'TRY_OTHER_SERVER' },
  { type: 'RETYPE_PASSWORD' },
  { type: 'CHANGE_ADDRESS' },
  { type: 'SAVE', displayName: 'Dott. Mario Rossi' },
] as const;

const answerEvents = Object.entries(ANSWERS).flatMap(([id, { outputs }]) =>
  outputs.map((output) => ({ type: `xstate.done.actor.${id}`, actorId: id, output })),
);

const INPUT = { language: 'it' as const, drafts: readDrafts(null) };

const paths = getShortestPaths(wizardMachine(world.createWorld().effects), {
  input: INPUT,
  events: [...EVENTS, ...answerEvents] as never,
  // What decides the way; a finer grain multiplies paths that differ in nothing that is seen.
  serializeState: ({ value, context }) =>
    JSON.stringify([
      value,
      context.doctorId,
      context.discovery?.verdict,
      context.discovery?.provider?.id,
      context.draft.manual !== null,
    ]),
  limit: 100_000,
});

type Walker = ReturnType<typeof walk>;

function walk() {
  const here = world.createWorld();
  const actor = createActor(wizardMachine(here.effects), { input: INPUT }).start();
  return { ...here, actor };
}

async function take(walker: Walker, event: { type: string; [key: string]: unknown }) {
  const { actorId, output } = event as { actorId?: string; output?: unknown };
  if (actorId) return walker.bring(ANSWERS[actorId]?.effect ?? '', output);
  if (event.type === 'PROBE_FINISHED') return walker.bring('probe', event.result);
  if (event.type !== 'xstate.init') walker.actor.send(event as never);
}

describe('every shortest path of the wizard', () => {
  it('reaches every state of the chart that a person can see', () => {
    const reached = new Set(paths.map(({ state }) => JSON.stringify(state.value)));
    for (const page of ['nothingToDo', 'why', 'choice', 'blocked', 'preparation', 'server']) {
      expect(reached).toContain(JSON.stringify({ doctor: page }));
    }
    for (const page of ['password', 'test', 'failure', 'done', 'locked', 'recalling']) {
      expect(reached).toContain(JSON.stringify({ doctor: page }));
    }
    expect(reached).toContain(JSON.stringify({ doctor: { review: 'editing' } }));
    expect(reached).toContain('"problem"');
    expect(reached).toContain('"rechecking"');
  });

  it(`leads the running machine to the same state, on each of ${paths.length} paths`, async () => {
    for (const path of paths) {
      const walker = walk();
      for (const { event } of path.steps) await take(walker, event as never);
      const label = path.steps.map(({ event }) => event.type).join(' > ');
      expect(walker.actor.getSnapshot().value, label).toEqual(path.state.value);
      walker.actor.stop();
    }
  });

  it('never shows or stores the password anywhere', async () => {
    for (const path of paths) {
      const walker = walk();
      for (const { event } of path.steps) await take(walker, event as never);
      const snapshot = walker.actor.getSnapshot();
      const shown = JSON.stringify(viewOf(snapshot, world.FACTS));
      expect(shown).not.toContain(world.PASSWORD);
      expect(JSON.stringify(snapshot.context)).not.toContain(world.PASSWORD);
      const stored = JSON.stringify(walker.deedsOf('saveDrafts'));
      expect(stored).not.toContain(world.PASSWORD);
      walker.actor.stop();
    }
  });

  it('saves nothing that was not proven just before', async () => {
    for (const path of paths) {
      const types = path.steps.map(({ event }) => event.type);
      const walker = walk();
      for (const { event } of path.steps) await take(walker, event as never);
      for (const { details } of walker.deedsOf('saveSender')) {
        expect(types.indexOf('PROBE_FINISHED')).toBeGreaterThan(-1);
        expect(details[0]).toMatchObject({
          status: 'verified',
          verified: { messageId: '<proof@example.com>' },
        });
      }
      walker.actor.stop();
    }
  });

  it('brings a person home from everywhere on a doctor’s path, but out of a save', () => {
    for (const { state } of paths) {
      if (typeof state.value !== 'object' || state.matches({ doctor: { review: 'saving' } }))
        continue;
      expect(state.can({ type: 'HOME' })).toBe(true);
    }
  });
});
