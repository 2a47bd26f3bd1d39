import { app, dialog } from 'electron';
import { runApp } from '../../../electron/app.ts';
import { createSubstituteWizard } from './wizard.ts';

globalThis.substitute = createSubstituteWizard();

// A real dialog waits for a person: what it would say is printed instead.
dialog.showErrorBox = (title, content) => {
  process.stdout.write(`${JSON.stringify([title, content])}\n`);
};

// What would come back as a program that no test started.
app.relaunch = (options) => {
  process.stdout.write(`${JSON.stringify(options?.args)}\n`);
};

// The product's own program, with the one part replaced that a test wants to steer.
runApp({
  folder: import.meta.dirname,
  createWizard: async () => {
    if (process.argv.includes('--fail-at-start')) throw new Error('the practice fell over');
    return globalThis.substitute;
  },
  runCommand: async (words) => {
    process.stdout.write(`${JSON.stringify(words)}\n`);
    return 3;
  },
  lookForUpdate: () => globalThis.substitute.update,
});
