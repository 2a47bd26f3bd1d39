import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { it } from '../../src/texts/it/index.ts';
import { type Gate, startGate } from '../servers/gate.ts';
import { type MailServer, startMailServer } from '../servers/mail.ts';
import type { MailUser } from '../servers/users.ts';
import { makeAcmePractice } from '../support/acme.ts';
import { filesContaining, type RunningApp } from '../support/app.ts';
import { asDoctor } from '../support/doctor.ts';
import { expect as hasty, test } from '../support/fixtures.ts';
import type { PracticeFolder } from '../support/record.ts';

/** A run takes as long as its slowest server. */
const expect = hasty.configure({ timeout: 60_000 });

const { pages, common, diagnosis } = it;
const words = pages.batch;

const NAMES = [
  ...['Anna Bianchi', 'Carlo Conti', 'Dario Donati', 'Elena Esposito', 'Franco Ferri'],
  ...['Giulia Gallo', 'Ivo Innocenti', 'Lucia Leone', 'Mario Rossi', 'Nina Neri'],
].map((name) => `Dott. ${name}`);

const CANARY = 'canary-Pa55';
const users: readonly MailUser[] = NAMES.map((_, index) => {
  const address = `doctor${index}@acme.test`;
  return { address, password: `${CANARY}-${index}`, owns: [address] };
});
const userAt = (index: number) => users[index] as MailUser;
const nameAt = (index: number) => NAMES[index] as string;

let mail: MailServer;
const opened: { remove(): Promise<void> }[] = [];

test.describe.configure({ timeout: 240_000 });

test.beforeAll(async () => {
  mail = await startMailServer({ users });
});

test.afterAll(async () => {
  await mail.stop();
});

test.afterEach(async () => {
  for (const { remove } of opened.splice(0)) await remove();
});

/** So many doctors without a sender, and a server that lets in one after the other. */
async function practiceOf(count: number): Promise<{ practice: PracticeFolder; gate: Gate }> {
  const gate = await startGate(mail.ports.tls);
  const behindGate = { ...mail, ports: { ...mail.ports, tls: gate.port } };
  const practice = await makeAcmePractice(behindGate, {
    doctors: NAMES.slice(0, count).map((name, index) => ({
      id: `doctor${index}`,
      name,
      contract: 'standard',
      sender: null,
    })),
  });
  opened.push(practice, { remove: gate.close });
  return { practice, gate };
}

async function savedIn(practice: PracticeFolder): Promise<string[]> {
  const file = (await practice.senders()) as { senders: { doctorId: string }[] } | null;
  return (file?.senders ?? []).map(({ doctorId }) => doctorId).sort();
}

/** What a technician does on the page of several doctors, in the words that stand there. */
function asTechnician(page: Page) {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const field = (words: string, name: string) =>
    page.getByLabel(words.replace('{{name}}', name), { exact: true });
  return {
    press,
    row: (name: string) => page.getByRole('row', { name }),
    address: (name: string) => field(words.addressOf, name),
    password: (name: string) => field(words.passwordOf, name),
    async selectAll() {
      await page.getByRole('checkbox', { name: pages.practice.select.all }).check();
      await press(pages.practice.together);
      await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    },
    /** Pastes a list, as it was copied from a table, into the first address. */
    async paste(lines: readonly (readonly [string, string?])[]) {
      const text = lines.map((line) => line.join('\t')).join('\r\n');
      await field(words.addressOf, nameAt(0)).evaluate((input, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        const paste = { clipboardData, bubbles: true, cancelable: true };
        input.dispatchEvent(new ClipboardEvent('paste', paste));
      }, text);
    },
    async start() {
      const button = page.getByRole('button', { name: words.start, exact: true });
      await expect(button).toBeEnabled();
      await button.click();
    },
  };
}

const listOf = (count: number) =>
  users.slice(0, count).map(({ address, password }) => [address, password] as const);

const summary = (saved: number, total: number) =>
  words.summary.replace('{{saved}}', String(saved)).replace('{{total}}', String(total));

const unfinished = (missing: number, total: number) =>
  words.unfinished.replace('{{missing}}', String(missing)).replace('{{total}}', String(total));

test('ten doctors at once: each is saved or told why not, and no password is written', async ({
  launch,
}) => {
  const { practice, gate } = await practiceOf(10);
  gate.letIn(100);
  const running = await launch({ profile: practice.profile });
  const { page } = running;
  const technician = asTechnician(page);
  await technician.selectAll();
  const list = [...listOf(7), ['doctor7@acme.test', `${CANARY}-wrong`], ['studio@pec.it', CANARY]];
  await technician.paste(list as [string, string][]);
  const [refused, pec, empty] = [nameAt(7), nameAt(8), nameAt(9)] as const;
  await expect(technician.row(pec).getByText(pages.address.blocked.pec)).toBeVisible();
  await expect(technician.password(pec)).toHaveCount(0);
  await expect(technician.password(refused)).toBeEditable();
  await expect(technician.password(empty)).not.toBeEditable();
  await technician.start();

  await expect(page.getByRole('status')).toHaveText(summary(7, 10));
  await expect(technician.row(nameAt(0)).getByText(words.state.saved)).toBeVisible();
  const title = diagnosis.causes['wrong-credentials'].title;
  await expect(technician.row(refused).getByText(title)).toBeVisible();
  await expect(technician.row(pec).getByText(pages.address.blocked.pec)).toBeVisible();
  await expect(technician.row(empty).getByText(words.state.untried)).toBeVisible();
  expect(await savedIn(practice)).toEqual(users.slice(0, 7).map((_, index) => `doctor${index}`));
  expect(await mail.waitForMessages(userAt(6).address, 1)).toHaveLength(1);

  await page.getByRole('button', { name: `${words.open}, ${refused}` }).click();
  await asDoctor(page).title(title).waitFor();
  await expect(page.getByText('doctor7@acme.test').first()).toBeVisible();
  await page.getByRole('button', { name: common.home }).first().click();
  await expect(page.getByText(unfinished(3, 10))).toBeVisible();
  await technician.press(words.forget);
  await expect(page.getByText(unfinished(3, 10))).toHaveCount(0);

  expect(await filesContaining(running.userData, CANARY)).toEqual([]);
  expect(await filesContaining(practice.folder, CANARY)).toEqual([]);
  expect(running.logs()).not.toContain(CANARY);
});

test('stopped in the middle: what is saved stays, the rest goes on without a password typed again', async ({
  launch,
}) => {
  const { practice, gate } = await practiceOf(6);
  gate.letIn(2);
  const { page } = await launch({ profile: practice.profile });
  const technician = asTechnician(page);
  await technician.selectAll();
  await technician.paste(listOf(6));
  await technician.start();
  await expect.poll(() => savedIn(practice)).toEqual(['doctor0', 'doctor1']);
  await page.getByRole('button', { name: words.stop, exact: true }).press('Enter');
  await expect(page.getByRole('status')).toHaveText(summary(2, 6));
  await expect(technician.row(nameAt(5)).getByText(words.state.stopped)).toBeVisible();
  expect(await savedIn(practice)).toEqual(['doctor0', 'doctor1']);

  gate.letIn(100);
  const retry = page.getByRole('button', { name: words.retry, exact: true });
  await expect(retry).toBeFocused();
  await retry.press('Enter');
  await expect(technician.row(nameAt(3)).getByText(words.kept)).toBeVisible();
  await technician.start();
  await expect(page.getByRole('status')).toHaveText(summary(6, 6));
  expect(await savedIn(practice)).toHaveLength(6);
  await page.getByRole('button', { name: common.home, exact: true }).click();
  await expect(page.getByText(words.resume)).toHaveCount(0);
});

/** The computer is switched off. */
async function kill({ app }: RunningApp): Promise<void> {
  const child = app.process();
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

test('killed in the middle: the next start continues with the ones that are missing', async ({
  launch,
}) => {
  const { practice, gate } = await practiceOf(5);
  gate.letIn(2);
  const first = await launch({ profile: practice.profile });
  const before = asTechnician(first.page);
  await before.selectAll();
  await before.paste(listOf(5));
  await before.start();
  await expect.poll(() => savedIn(practice)).toEqual(['doctor0', 'doctor1']);
  await kill(first);
  expect(await filesContaining(first.userData, CANARY)).toEqual([]);

  gate.letIn(100);
  const second = await launch({ profile: practice.profile, userData: first.userData });
  const { page } = second;
  const technician = asTechnician(page);
  await expect(page.getByText(unfinished(3, 5))).toBeVisible();
  await technician.press(words.resume);
  await expect(technician.row(nameAt(0))).toHaveCount(0);
  for (const index of [2, 3, 4]) {
    await expect(technician.address(nameAt(index))).toHaveValue(userAt(index).address);
    await expect(technician.password(nameAt(index))).toHaveValue('');
    await technician.password(nameAt(index)).fill(userAt(index).password);
  }
  await technician.start();
  await expect(page.getByRole('status')).toHaveText(summary(5, 5));
  expect(await savedIn(practice)).toHaveLength(5);
  expect(await filesContaining(second.userData, CANARY)).toEqual([]);
  expect(await filesContaining(practice.folder, CANARY)).toEqual([]);
});
