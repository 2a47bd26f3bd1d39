import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { it } from '../../src/texts/it/index.ts';
import { type MailServer, startMailServer } from '../servers/mail.ts';
import { ALICE, BOB, type MailUser } from '../servers/users.ts';
import { makeAcmePractice, storedSender } from '../support/acme.ts';
import { asDoctor } from '../support/doctor.ts';
import { expect, test } from '../support/fixtures.ts';
import type { PracticeFolder, PracticeOptions } from '../support/record.ts';

const { pages, common } = it;
const { practice: words } = pages;
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

const ROSSI = 'Dott. Mario Rossi';
const NERI = 'Dott.ssa Giulia Neri';
const BIANCHI = 'Dott.ssa Anna Bianchi';

async function practiceWith(options: PracticeOptions): Promise<PracticeFolder> {
  const practice = await makeAcmePractice(mail, options);
  practices.push(practice);
  return practice;
}

/** Rossi has a stored sender on Alice's mailbox, Neri on Bob's; Bianchi has none. */
async function practiceOfThree(): Promise<PracticeFolder> {
  return await practiceWith({
    doctors: [
      { id: 'rossi', name: ROSSI, contract: 'standard', sender: null },
      { id: 'neri', name: NERI, contract: 'standard', sender: null },
      { id: 'bianchi', name: BIANCHI, contract: 'standard', sender: null },
    ],
    senders: {
      version: 1,
      updatedAt: '2026-11-20T09:00:00.000Z',
      senders: [storedSender(mail, 'rossi', ROSSI, ALICE), storedSender(mail, 'neri', NERI, BOB)],
    },
  });
}

const inKeychain = ({ address }: MailUser) => [
  ...['service', 'Mittente:localhost'],
  ...['account', address],
];

/** Puts a password into the keychain with another program. */
async function keep(user: MailUser, password: string): Promise<void> {
  const storing = run('secret-tool', ['store', '--label=Mittente', ...inKeychain(user)]);
  storing.child.stdin?.end(password);
  await storing;
}

const forget = (user: MailUser) => run('secret-tool', ['clear', ...inKeychain(user)]);

const statuses = async (practice: PracticeFolder) => {
  const { senders } = (await practice.senders()) as {
    senders: { doctorId: string; status: string; failing?: { cause: string } | null }[];
  };
  return Object.fromEntries(senders.map((sender) => [sender.doctorId, sender]));
};

test('a technician checks a whole practice again: one passes, one is told why not', async ({
  launch,
}) => {
  await keep(ALICE, ALICE.password);
  await keep(BOB, 'no-longer-the-password');
  const practice = await practiceOfThree();
  const before = (await mail.messages(ALICE.address)).length;
  const { page } = await launch({ profile: practice.profile });
  const row = (name: string) => page.getByRole('row', { name });

  await page.getByRole('checkbox', { name: words.select.all }).check();
  await expect(page.getByText('Selezionati: 3')).toBeVisible();
  await page.getByRole('button', { name: words.recheck.start, exact: true }).press('Enter');

  await expect(row(ROSSI).getByText(words.recheck.ok)).toBeVisible();
  await expect(row(NERI).getByText(common.status.failing)).toBeVisible();
  await expect(row(NERI).getByText(it.diagnosis.causes['wrong-credentials'].title)).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Prove riuscite: 1 di 2');
  await expect(page.getByRole('button', { name: words.recheck.start, exact: true })).toBeFocused();

  const senders = await statuses(practice);
  expect(senders.rossi).toMatchObject({ status: 'verified', failing: null });
  expect(senders.rossi).not.toMatchObject({ verified: { at: '2026-11-20T09:00:00.000Z' } });
  expect(senders.neri).toMatchObject({
    status: 'failing',
    failing: { cause: 'wrong-credentials' },
    verified: { at: '2026-11-20T09:00:00.000Z' },
  });
  expect(await mail.messages(ALICE.address)).toHaveLength(before);

  const history = await readFile(join(practice.folder, 'mittente-history.jsonl'), 'utf8');
  const entries = history
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { username } = userInfo();
  expect(entries).toHaveLength(2);
  expect(entries).toContainEqual(
    expect.objectContaining({ doctorId: 'rossi', change: 'checked', cause: null, user: username }),
  );
  expect(entries).toContainEqual(
    expect.objectContaining({ doctorId: 'neri', cause: 'wrong-credentials', status: 'failing' }),
  );
  expect(history).not.toContain('no-longer-the-password');

  await row(ROSSI).getByRole('button').click();
  await page.getByRole('button', { name: pages.history.title }).click();
  await expect(page.getByRole('listitem').getByText(pages.history.passed)).toBeVisible();
});

test('the filter finds a doctor by name and by what is to do', async ({ launch }) => {
  const practice = await practiceOfThree();
  const { page } = await launch({ profile: practice.profile });
  const names = page.getByRole('rowheader');
  await expect(names).toHaveText([ROSSI, NERI, BIANCHI]);
  await page.getByLabel(words.filter.search).fill('neri');
  await expect(names).toHaveText([NERI]);
  await page.getByLabel(words.filter.search).fill('nobody at all');
  await expect(page.getByText(words.filter.nobody)).toBeVisible();
  await page.getByLabel(words.filter.search).fill('');
  await page.getByLabel(words.filter.show).selectOption(words.filter.status['to-do']);
  await expect(names.last()).toHaveText(BIANCHI);
});

test('an account without the password is told so, and asked for nothing else', async ({
  launch,
}) => {
  await keep(ALICE, ALICE.password);
  await forget(BOB);
  const practice = await practiceOfThree();
  const { page } = await launch({ profile: practice.profile });
  const doctor = asDoctor(page);
  const row = page.getByRole('row', { name: NERI });
  await expect(row.getByText(words.recheck.passwordMissing)).toBeVisible();
  await expect(
    page.getByRole('row', { name: ROSSI }).getByText(words.recheck.passwordMissing),
  ).toHaveCount(0);

  await page.getByRole('button', { name: `${words.recheck.enterPassword}, ${NERI}` }).click();
  await doctor.givePassword(BOB.password);
  await doctor.save();
  const { stdout } = await run('secret-tool', ['lookup', ...inKeychain(BOB)]);
  expect(stdout).toBe(BOB.password);
  expect((await statuses(practice)).neri).toMatchObject({ status: 'verified' });

  await page.getByRole('button', { name: common.home }).first().click();
  await expect(row.getByText(words.recheck.passwordMissing)).toHaveCount(0);
});

test('the only doctor of a practice is told of the missing password, too', async ({ launch }) => {
  await forget(ALICE);
  const practice = await practiceWith({
    doctors: [{ id: 'rossi', name: ROSSI, contract: 'standard', sender: null }],
    senders: {
      version: 1,
      updatedAt: '2026-11-20T09:00:00.000Z',
      senders: [storedSender(mail, 'rossi', ROSSI, ALICE)],
    },
  });
  const { page } = await launch({ profile: practice.profile });
  const doctor = asDoctor(page);
  await expect(doctor.title(pages.account.title)).toBeFocused();
  await doctor.press(words.recheck.enterPassword);
  await doctor.givePassword(ALICE.password);
  await doctor.save();
  await expect(doctor.title(pages.account.title)).toHaveCount(0);
});
