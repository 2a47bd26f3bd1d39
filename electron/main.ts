import { createWizard } from '../src/wizard/wizard.ts';
import { runApp } from './app.ts';

runApp({ folder: import.meta.dirname, createWizard });
