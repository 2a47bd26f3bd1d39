import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type UpdatableWizard, withUpdates } from '../../../electron/updates.ts';
import type { PageView, WizardView } from '../../../src/wizard/view.ts';
import { viewOf } from '../../support/substitute/views.ts';
import { createSubstituteWizard, type SubstituteWizard } from '../../support/substitute/wizard.ts';

vi.mock('electron', () => ({ app: {} }));

const idle: PageView = { name: 'nothing-to-do', reason: 'premium', senderAddress: null };
const testing: PageView = {
  name: 'test',
  address: 'mario.rossi@example.com',
  providerName: null,
  serverHost: 'mail.example.com',
  stages: [],
};
const home = (running: boolean): PageView => ({
  name: 'home',
  doctors: [],
  canAddDoctor: false,
  setAside: null,
  unfinished: null,
  recheck: { running, total: 1, done: 0, ok: 0 },
});
const review = (saving: boolean) => ({ name: 'review', saving }) as PageView;

let wizard: SubstituteWizard;
let updatable: UpdatableWizard;
let views: WizardView[];
const install = vi.fn();
const update = { version: '0.2.0', install };

beforeEach(() => {
  install.mockReset();
  wizard = createSubstituteWizard();
  wizard.show(viewOf(idle));
  updatable = withUpdates(wizard);
  views = [];
  updatable.subscribe((view) => views.push(view));
});

describe('a newer version', () => {
  it('is told at once, and with every view from then on', () => {
    expect(updatable.view().update).toBeNull();
    updatable.offer(update);
    wizard.show(viewOf(home(false)));
    expect(views.map((view) => view.update)).toEqual([{ version: '0.2.0' }, { version: '0.2.0' }]);
    expect(updatable.view().update).toEqual({ version: '0.2.0' });
  });

  it.each<[string, PageView]>([
    ['a start', { name: 'loading' }],
    ['a test', testing],
    ['a save', review(true)],
    ['a check of many', home(true)],
    ['many who are set up', { name: 'batch', phase: 'running' } as PageView],
  ])('does not break off %s, whatever the window asks', (_case, page) => {
    updatable.offer(update);
    wizard.show(viewOf(page));
    expect(updatable.view().update).toBeNull();
    updatable.send({ type: 'INSTALL_UPDATE' });
    expect(install).not.toHaveBeenCalled();
    wizard.show(viewOf(review(false)));
    updatable.send({ type: 'INSTALL_UPDATE' });
    expect(install).toHaveBeenCalledOnce();
  });

  it('is not installed before it is there', () => {
    updatable.send({ type: 'INSTALL_UPDATE' });
    expect(wizard.received()).toEqual([]);
    updatable.send({ type: 'HOME' });
    expect(wizard.received()).toEqual([{ type: 'HOME' }]);
  });
});
