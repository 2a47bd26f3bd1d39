import { createWizard } from '../src/wizard/wizard.ts';
import { runApp } from './app.ts';
import { runCommand } from './commands.ts';

runApp({ folder: import.meta.dirname, createWizard, runCommand });
