import { defineConfig } from '@playwright/test';
import { packagedProgram } from './scripts/package.ts';
import type { MittenteOptions } from './test/support/fixtures.ts';

/** One suite for the built product and, where a test says `@packaged`, for the packaged one. */
export default defineConfig<MittenteOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  // One real window at a time: they share the display and its keyboard focus.
  workers: 1,
  retries: 0,
  timeout: 120_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  // No traces: they would keep the passwords that the tests type.
  use: { trace: 'off' },
  projects: [
    { name: 'built' },
    { name: 'packaged', grep: /@packaged/, use: { packaged: packagedProgram() } },
  ],
});
