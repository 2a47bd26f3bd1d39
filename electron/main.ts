import type { CreateWizard } from '../src/wizard/wizard.ts';
import { runApp } from './app.ts';
import { runCommand } from './commands.ts';
import type { LookForUpdate } from './updates.ts';

/** Loaded only here: a window opens faster without it, and commands make their own. */
const createWizard: CreateWizard = async (options) => {
  const wizard = await import('../src/wizard/wizard.ts');
  return wizard.createWizard(options);
};

/** Loaded when the window stands. */
const lookForUpdate: LookForUpdate = async (log) => {
  const updates = await import('./updates.ts');
  return updates.lookForUpdate(log);
};

runApp({ folder: import.meta.dirname, createWizard, runCommand, lookForUpdate });
