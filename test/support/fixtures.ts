import { test as base } from '@playwright/test';
import { type LaunchOptions, launchMittente, product, type RunningApp } from './app.ts';
import { makePractice, type PracticeFolder } from './record.ts';

export interface MittenteOptions {
  /** The program to test in the development runtime. */
  main: string;
  /** Executable of a packaged or installed Mittente to test instead, or null. */
  packaged: string | null;
}

export interface MittenteFixtures {
  /** The folder of a practice with one doctor. */
  practice: PracticeFolder;
  /** Starts Mittente; whatever was started is ended after the test. */
  launch: (options?: LaunchOptions) => Promise<RunningApp>;
  /** Mittente, running on that practice. */
  mittente: RunningApp;
}

/** The same tests run on the built product and on a packaged or installed one. */
export const test = base.extend<MittenteFixtures & MittenteOptions>({
  main: [product, { option: true }],
  packaged: [null, { option: true }],
  // Playwright reads a fixture's needs from the names in its first parameter.
  // biome-ignore lint/correctness/noEmptyPattern: this one needs none.
  practice: async ({}, use) => {
    const practice = await makePractice();
    await use(practice);
    await practice.remove();
  },
  launch: async ({ main, packaged }, use) => {
    const started: RunningApp[] = [];
    await use(async (options = {}) => {
      const running = await launchMittente({ ...(packaged ? { packaged } : { main }), ...options });
      started.push(running);
      return running;
    });
    for (const running of started.reverse()) await running.remove();
  },
  mittente: async ({ launch, practice }, use) => {
    const running = await launch({ profile: practice.profile });
    // The debugger breaks in between any two steps. While Node links the wizard's modules, an address
    // that a test has parsed there (`app:`) is taken for a module's, and the program ends in a dialog.
    await running.page.locator('h1').waitFor();
    await use(running);
  },
});

export { expect } from '@playwright/test';
