import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type DemoMailServer, startDemoMailServer } from '../../scripts/example/mail-server.ts';
import { it } from '../../src/texts/it/index.ts';
import { ALICE } from '../servers/users.ts';
import { makeAcmePractice } from '../support/acme.ts';
import { filesContaining, type RunningApp } from '../support/app.ts';
import { asDoctor } from '../support/doctor.ts';
import { expect, test } from '../support/fixtures.ts';
import { heapStrings, wordsOfProcesses } from '../support/memory.ts';
import type { PracticeFolder } from '../support/record.ts';

const { pages, common, diagnosis } = it;

/** Which no server accepts; the second is kept by JavaScript as two bytes a character. */
const CANARIES = ['Kanarienvogel-4711', 'Kanarienvögel–4711€'];

let mail: DemoMailServer;
let practice: PracticeFolder;

// A server that needs no rights: these tests run as an ordinary user too.
test.beforeAll(async () => {
  mail = await startDemoMailServer(tmpdir(), () => {});
  const { tlsPort: tls, starttlsPort: starttls, authority } = mail;
  practice = await makeAcmePractice({ ports: { tls, starttls }, authority: { pem: authority } });
});

test.afterAll(async () => {
  await mail.close();
  await practice.remove();
});

/** By the keyboard, as a person: the text never comes to the page in one piece. */
async function type(page: Page, password: string): Promise<void> {
  await page.locator('input[type=password]').focus();
  await page.keyboard.type(password);
}

async function reachPassword({ page }: RunningApp): Promise<void> {
  await asDoctor(page).choosePersonal();
  await asDoctor(page).giveAddress(ALICE.address);
  await asDoctor(page).title(pages.password.title.account).waitFor();
}

test.describe('a password that was sent', { tag: '@packaged' }, () => {
  for (const canary of CANARIES) {
    test(`is not in the page’s memory any more: ${canary}`, async ({ launch }) => {
      const mittente = await launch({ profile: practice.profile });
      const { page } = mittente;
      await reachPassword(mittente);
      await type(page, canary);
      await page.getByRole('button', { name: pages.password.show }).click();
      await expect(page.getByLabel(pages.password.label.account, { exact: true })).toHaveValue(
        canary,
      );
      await page.getByRole('button', { name: pages.password.hide }).click();
      await asDoctor(page).press(pages.password.primary);
      const refused = asDoctor(page).title(diagnosis.causes['wrong-credentials'].title);
      await expect(refused).toBeFocused();

      const strings = await heapStrings(page);
      // What the page does hold is found, so the search sees what it is for.
      expect(strings.some((text) => text.includes(ALICE.address))).toBe(true);
      expect(strings.filter((text) => text.includes(canary))).toEqual([]);
    });
  }

  test('does not come back: neither by undoing, nor by reloading, nor by going back', async ({
    launch,
  }) => {
    const [canary = ''] = CANARIES;
    const mittente = await launch({ profile: practice.profile });
    const { page } = mittente;
    const doctor = asDoctor(page);
    await reachPassword(mittente);
    await type(page, canary);
    await doctor.press(pages.password.primary);
    await doctor.title(diagnosis.causes['wrong-credentials'].title).waitFor();
    await doctor.press(common.failureAction['retype-password']);
    const field = page.locator('input[type=password]');
    await field.focus();
    for (const key of ['Control+z', 'Control+z', 'Control+Shift+z']) {
      await page.keyboard.press(key);
      await expect(field).toHaveValue('');
    }
    await page.reload();
    await expect(field).toHaveValue('');
    const stored = await page.evaluate(() => localStorage.length + sessionStorage.length);
    expect(stored).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('is in no file, console, command line or environment', async ({ launch }) => {
    const [canary = ''] = CANARIES;
    const home = await mkdtemp(join(tmpdir(), 'mittente-home-'));
    const mittente = await launch({
      profile: practice.profile,
      env: { HOME: home, TMPDIR: home },
    });
    const { page } = mittente;
    await reachPassword(mittente);
    await type(page, canary);
    await asDoctor(page).press(pages.password.primary);
    await asDoctor(page).title(diagnosis.causes['wrong-credentials'].title).waitFor();
    const words = await wordsOfProcesses(mittente.app.process().pid ?? 0);
    expect(words).toContain('--type=renderer');
    expect(words).not.toContain(canary);
    await mittente.close();
    expect(mittente.logs()).not.toContain(canary);
    for (const folder of [practice.folder, mittente.userData, home]) {
      expect(await filesContaining(folder, canary)).toEqual([]);
    }
    await rm(home, { recursive: true });
  });
});
