import { expect } from 'vitest';
import { createActor } from 'xstate';
import type { DoctorEntry } from '../../../src/record/practice.ts';
import { succeed } from '../../../src/result.ts';
import { type Drafts, readDrafts } from '../../../src/wizard/draft.ts';
import type { Loaded } from '../../../src/wizard/effects.ts';
import type { WizardEvent } from '../../../src/wizard/events.ts';
import { wizardMachine } from '../../../src/wizard/machine.ts';
import type { PageName, PageView } from '../../../src/wizard/view.ts';
import { viewOf } from '../../../src/wizard/view-of.ts';
import * as world from './world.ts';

export const ADDRESS = 'mario@example.com';
export const rossi = world.entry('rossi');
export const bianchi = world.entry('bianchi');

export async function open(loaded: Loaded, drafts: Drafts = readDrafts(null)) {
  const here = world.createWorld();
  const input = { language: 'it' as const, drafts };
  const actor = createActor(wizardMachine(here.effects), { input }).start();
  await here.bring('loadPractice', succeed(loaded));
  const view = () => viewOf(actor.getSnapshot(), world.FACTS);
  return {
    ...here,
    actor,
    view,
    send: (event: WizardEvent) => actor.send(event),
    can: (event: WizardEvent) => actor.getSnapshot().can(event),
    page<Name extends PageName>(name: Name) {
      const { page } = view();
      expect(page.name).toBe(name);
      return page as Extract<PageView, { name: Name }>;
    },
    lastDrafts: () => here.deedsOf('saveDrafts').at(-1)?.details[0] as Drafts,
  };
}

export type Session = Awaited<ReturnType<typeof open>>;

export async function toPassword(session: Session, address = ADDRESS, by = world.provider()) {
  session.send({ type: 'OPEN_DOCTOR', doctorId: 'rossi' });
  session.send({ type: 'CONTINUE' });
  session.send({ type: 'CHOOSE', choice: 'personal' });
  session.send({ type: 'SUBMIT_ADDRESS', address });
  await session.bring('discover', world.found(address, by));
  await session.bring('checkKeychain', succeed(undefined));
}

export async function toTest(session: Session) {
  await toPassword(session);
  session.send({ type: 'SUBMIT_PASSWORD', password: world.PASSWORD });
}

export const practiceOf = (...doctors: DoctorEntry[]) => world.practice(...doctors);
