import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { it } from '../../src/texts/it/index.ts';
import { type MailServer, startMailServer } from '../servers/mail.ts';
import { ALICE, BOB } from '../servers/users.ts';
import { makeAcmePractice, storedSender } from '../support/acme.ts';
import { filesContaining } from '../support/app.ts';
import { asDoctor } from '../support/doctor.ts';
import { expect, test } from '../support/fixtures.ts';
import { heapStrings } from '../support/memory.ts';
import type { PracticeFolder, PracticeOptions } from '../support/record.ts';

const { pages, common } = it;
const run = promisify(execFile);

let mail: MailServer;
const practices: PracticeFolder[] = [];

test.beforeAll(async () => {
  mail = await startMailServer();
});

test.afterAll(async () => {
  await mail.stop();
  for (const practice of practices) await practice.remove();
});

/** A practice whose doctors have mailboxes on the test server. */
async function acmePractice(options: PracticeOptions = {}): Promise<PracticeFolder> {
  const practice = await makeAcmePractice(mail, options);
  practices.push(practice);
  return practice;
}

test('a doctor goes from the notice to a proven sender @packaged', async ({ launch }) => {
  const practice = await acmePractice();
  const before = (await mail.messages(ALICE.address)).length;
  const mittente = await launch({ profile: practice.profile });
  const { page } = mittente;
  const doctor = asDoctor(page);

  await expect(doctor.title(pages.why.legacy.title)).toBeFocused();
  await doctor.choosePersonal();
  await page.getByLabel(pages.address.label).fill(ALICE.address);
  await expect(page.getByText('Serve la password della casella.')).toBeVisible();
  await doctor.press(pages.address.primary);
  await doctor.givePassword(ALICE.password);
  await expect(doctor.title(pages.review.title)).toBeVisible();
  await doctor.save();
  await expect(page.getByText(ALICE.address, { exact: true })).toBeVisible();

  const [message = ''] = (await mail.waitForMessages(ALICE.address, before + 1)).slice(-1);
  expect(message).toMatch(/^From: "?Dott\. Mario Rossi"? <alice@acme\.test>/m);

  const { stdout } = await run('secret-tool', [
    ...['lookup', 'service', 'Mittente:localhost'],
    ...['account', ALICE.address],
  ]);
  expect(stdout).toBe(ALICE.password);
  expect(await practice.senders()).toMatchObject({
    version: 1,
    senders: [
      {
        doctorId: 'rossi',
        choice: 'personal',
        address: ALICE.address,
        provider: 'acme',
        smtp: { host: 'localhost', port: mail.ports.tls, security: 'tls', auth: 'password' },
        credential: { service: 'Mittente:localhost', account: ALICE.address },
        limits: { perDay: 500 },
        status: 'verified',
      },
    ],
  });

  expect((await heapStrings(page)).join('\n')).not.toContain(ALICE.password);
  await mittente.close();
  expect(await filesContaining(practice.folder, ALICE.password)).toEqual([]);
  expect(await filesContaining(mittente.userData, ALICE.password)).toEqual([]);
  expect(mittente.logs()).not.toContain(ALICE.password);
});

test('a wrong password is told in words, and everything typed is still there', async ({
  launch,
}) => {
  const practice = await acmePractice();
  const { page } = await launch({ profile: practice.profile });
  const doctor = asDoctor(page);
  await doctor.choosePersonal();
  await doctor.giveAddress(BOB.address);
  await doctor.givePassword('not-the-password');

  await expect(doctor.title(it.diagnosis.causes['wrong-credentials'].title)).toBeFocused();
  await expect(page.getByText('535')).toBeHidden();
  expect(await practice.senders()).toBeNull();

  await doctor.press(common.failureAction['retype-password']);
  await expect(page.getByText(pages.password.problem['not-accepted'])).toBeVisible();
  await doctor.givePassword(BOB.password);
  await doctor.save();
  expect(await practice.senders()).toMatchObject({ senders: [{ address: BOB.address }] });
});

test('a PEC address ends before any password is asked for', async ({ launch }) => {
  const practice = await acmePractice();
  const { page } = await launch({ profile: practice.profile });
  const doctor = asDoctor(page);
  await doctor.choosePersonal();
  await doctor.giveAddress('mario.rossi@pec.it');
  await expect(doctor.title(pages.blocked.pec.title)).toBeVisible();
  await expect(page.locator('input[type=password]')).toHaveCount(0);
  await doctor.press(pages.blocked.other);
  await expect(page.getByLabel(pages.address.label)).toHaveValue('mario.rossi@pec.it');
});

test('a slip of the fingers is offered for correction', async ({ launch }) => {
  const practice = await acmePractice();
  const { page } = await launch({ profile: practice.profile });
  const doctor = asDoctor(page);
  await doctor.choosePersonal();
  await page.getByLabel(pages.address.label).fill('mario.rossi@gmail,com');
  await page.getByRole('button', { name: 'mario.rossi@gmail.com' }).click();
  await expect(page.getByLabel(pages.address.label)).toHaveValue('mario.rossi@gmail.com');
});

test('Gmail’s password for apps is explained before any password is asked for', async ({
  launch,
}) => {
  const practice = await acmePractice();
  const { page } = await launch({ profile: practice.profile });
  const doctor = asDoctor(page);
  await doctor.choosePersonal();
  await doctor.giveAddress('mario.rossi@gmail.com');
  await expect(doctor.title(pages.preparation['app-password'].title)).toBeVisible();
  expect(await page.getByRole('main').getByRole('listitem').count()).toBeGreaterThan(2);
  await doctor.press(pages.preparation['app-password'].have);
  await expect(doctor.title(pages.password.title['app-password'])).toBeVisible();
});

test('Mail Plus is asked for, awaited, and a personal mailbox serves meanwhile', async ({
  launch,
}) => {
  const practice = await acmePractice();
  const { page } = await launch({ profile: practice.profile });
  const doctor = asDoctor(page);
  await doctor.press(pages.why.primary);
  await doctor.press(pages.choice.chooseMailPlus);
  await expect(page.getByText('Dott. Mario Rossi').first()).toBeVisible();
  await doctor.press(pages['mail-plus'].asked);
  await expect(doctor.title(pages['mail-plus'].waiting.title)).toBeVisible();
  expect(await practice.senders()).toMatchObject({
    senders: [{ doctorId: 'rossi', choice: 'mail-plus', status: 'awaiting-mail-plus', smtp: null }],
  });
  await doctor.press(pages['mail-plus'].meanwhile);
  await doctor.giveAddress(ALICE.address);
  await doctor.givePassword(ALICE.password);
  await doctor.save();
  expect(await practice.senders()).toMatchObject({
    senders: [
      { address: ALICE.address, status: 'awaiting-mail-plus', smtp: { host: 'localhost' } },
    ],
  });
});

test('a doctor on a Premium contract has nothing to do', async ({ launch }) => {
  const sender = { address: 'mario.rossi@cartellaclinicaparmenide.it' };
  const practice = await acmePractice({
    doctors: [{ id: 'rossi', name: 'Dott. Mario Rossi', contract: 'premium', sender }],
  });
  const { page } = await launch({ profile: practice.profile });
  await expect(asDoctor(page).title(pages['nothing-to-do'].title)).toBeVisible();
});

test('closed halfway, it resumes at the password, which it does not remember', async ({
  launch,
}) => {
  const practice = await acmePractice();
  const first = await launch({ profile: practice.profile });
  await asDoctor(first.page).choosePersonal();
  await asDoctor(first.page).giveAddress(ALICE.address);
  await expect(asDoctor(first.page).title(pages.password.title.account)).toBeVisible();
  await first.close();
  const second = await launch({ profile: practice.profile, userData: first.userData });
  await expect(asDoctor(second.page).title(pages.password.title.account)).toBeVisible();
  await expect(second.page.getByText(ALICE.address)).toBeVisible();
  await expect(second.page.locator('input[type=password]')).toHaveValue('');
});

test('without a keychain it says so before it asks for a password', async ({ launch }) => {
  const practice = await acmePractice();
  const { page } = await launch({
    profile: practice.profile,
    env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' },
  });
  const doctor = asDoctor(page);
  await doctor.choosePersonal();
  await doctor.giveAddress(ALICE.address);
  await expect(doctor.title(it.problems['keychain-missing'].title)).toBeVisible();
  await expect(page.locator('input[type=password]')).toHaveCount(0);
});

test('an unreadable senders file is kept aside, never overwritten', async ({ launch }) => {
  const practice = await acmePractice();
  await writeFile(practice.sendersFile, '{ "version": 1, "senders": [');
  const { page } = await launch({ profile: practice.profile });
  const doctor = asDoctor(page);
  await expect(doctor.title(it.problems['file-malformed'].title)).toBeVisible();
  await doctor.press(pages.problem.setAside);
  await expect(doctor.title(pages.why.legacy.title)).toBeVisible();
  const kept = await filesContaining(practice.folder, '{ "version": 1, "senders": [');
  expect(kept).toHaveLength(1);
  expect(kept[0]).toContain('senders.malformed-');
});

test('a doctors’ file with a repeated id names the line and the way out', async ({ launch }) => {
  const twice = {
    id: 'rossi',
    name: 'Dott. Mario Rossi',
    contract: 'standard' as const,
    sender: null,
  };
  const practice = await acmePractice({ doctors: [twice, twice] });
  const { page } = await launch({ profile: practice.profile });
  await expect(asDoctor(page).title(it.problems['duplicate-id'].title)).toBeVisible();
  await expect(page.getByRole('button', { name: pages.problem.reload })).toBeVisible();
});

test('the record’s own error opens the window on its diagnosis', async ({ launch }) => {
  const practice = await acmePractice({
    senders: {
      version: 1,
      updatedAt: '2026-11-20T09:00:00.000Z',
      senders: [storedSender(mail, 'rossi', 'Dott. Mario Rossi', ALICE)],
    },
  });
  const { page } = await launch({
    profile: practice.profile,
    args: ['repair', '--doctor', 'rossi', '--error', '552 5.2.2 Mailbox full, over quota'],
  });
  const doctor = asDoctor(page);
  await expect(doctor.title(it.diagnosis.causes['mailbox-full'].title)).toBeVisible();
  await expect(page.getByText('552')).toBeHidden();
});
