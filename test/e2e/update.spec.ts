import { join } from 'node:path';
import { projectFolder } from '../../scripts/process.ts';
import { it } from '../../src/texts/it/index.ts';
import type { PageView } from '../../src/wizard/view.ts';
import type { RunningApp } from '../support/app.ts';
import { expect, test } from '../support/fixtures.ts';
import { buildSubstitute } from '../support/substitute/build.ts';
import { viewOf } from '../support/substitute/views.ts';
import type {} from '../support/substitute/wizard.ts';

const { update } = it.common;

const idle: PageView = { name: 'nothing-to-do', reason: 'premium', senderAddress: null };
const testing: PageView = {
  name: 'test',
  address: 'mario.rossi@example.com',
  providerName: null,
  serverHost: 'mail.example.com',
  stages: [],
};

// The product's page around a wizard and a feed that the test steers.
let main: string;

test.beforeAll(async () => {
  main = await buildSubstitute(join(projectFolder, 'dist', 'renderer'));
});

const show = ({ app }: RunningApp, page: PageView) =>
  app.evaluate((_electron, view) => globalThis.substitute.show(view), viewOf(page));

const find = ({ app }: RunningApp, version: string | null) =>
  app.evaluate((_electron, found) => globalThis.substitute.find(found), version);

test('a newer version is a quiet line, and installed only when the person says so', async ({
  launch,
}) => {
  const running = await launch({ main });
  const { app, page } = running;
  await show(running, idle);
  const line = page.getByText(update.ready.replace('{{version}}', '0.2.0'));
  const button = page.getByRole('button', { name: update.install });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(button).toHaveCount(0);

  await find(running, '0.2.0');
  await expect(line).toBeVisible();
  await show(running, testing);
  await expect(page.getByText(testing.address)).toBeVisible();
  await expect(line).toHaveCount(0);
  await page.evaluate(() => window.mittente.send({ type: 'INSTALL_UPDATE' }));
  const installed = () => app.evaluate(() => globalThis.substitute.installed());
  await show(running, idle);
  await expect(line).toBeVisible();
  expect(await installed()).toBe(0);

  await button.click();
  await expect.poll(installed).toBe(1);
});

test('no newer version, no line', async ({ launch }) => {
  const running = await launch({ main });
  await find(running, null);
  await show(running, idle);
  await expect(running.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(running.page.getByRole('button', { name: update.install })).toHaveCount(0);
});
