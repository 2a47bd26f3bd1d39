import type { CreateWizard } from '../src/wizard/wizard.ts';
import { runApp } from './app.ts';
import { runCommand } from './commands.ts';

/** Loaded only here: a window opens faster without it, and commands make their own. */
const createWizard: CreateWizard = async (options) => {
  const wizard = await import('../src/wizard/wizard.ts');
  return wizard.createWizard(options);
};

runApp({ folder: import.meta.dirname, createWizard, runCommand });
