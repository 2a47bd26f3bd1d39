import { it } from '../../src/texts/it/index.ts';
import { type MailServer, startMailServer } from '../servers/mail.ts';
import { ALICE, BOB } from '../servers/users.ts';
import { makeAcmePractice, storedSender } from '../support/acme.ts';
import { expect, test } from '../support/fixtures.ts';
import { withKeyboard } from '../support/keyboard.ts';
import type { PracticeFolder, PracticeOptions } from '../support/record.ts';

const { pages, common, diagnosis } = it;
const { practice: words } = pages;

let mail: MailServer;
const practices: PracticeFolder[] = [];

test.beforeAll(async () => {
  mail = await startMailServer();
});

test.afterAll(async () => {
  await mail.stop();
  for (const practice of practices) await practice.remove();
});

// Each stop is looked at twice.
test.setTimeout(180_000);

async function acmePractice(options: PracticeOptions = {}): Promise<PracticeFolder> {
  const practice = await makeAcmePractice(mail, options);
  practices.push(practice);
  return practice;
}

test('with keys only, a doctor goes from the notice to a saved sender', async ({ launch }) => {
  const practice = await acmePractice();
  const before = (await mail.messages(ALICE.address)).length;
  const { page } = await launch({ profile: practice.profile });
  const keyboard = withKeyboard(page);

  await keyboard.expectPage(pages.why.legacy.title);
  await keyboard.tabTo('button', pages.why.primary);
  await keyboard.press('Enter');

  await keyboard.expectPage(pages.choice.title);
  await keyboard.tabTo('button', pages.choice.choosePersonal);
  await keyboard.press('Space');

  await keyboard.expectPage(pages.address.personal.title);
  await keyboard.tabTo('textbox', pages.address.label);
  await keyboard.type(ALICE.address);
  await expect(page.getByText('Serve la password della casella.')).toBeVisible();
  await keyboard.press('Enter');

  await keyboard.expectPage(pages.password.title.account);
  await keyboard.tabTo('textbox', pages.password.label.account);
  await keyboard.type(ALICE.password);
  await keyboard.tabTo('button', pages.password.show);
  await keyboard.press('Space');
  await keyboard.expectFocus('button', pages.password.hide);
  await keyboard.press('Space');
  await keyboard.tabBackTo('textbox', pages.password.label.account);
  await keyboard.press('Enter');

  await keyboard.expectPage(pages.review.title);
  await keyboard.tabTo('textbox', pages.review.name);
  await keyboard.press('Control+A');
  await keyboard.type('Dott. M. Rossi');
  await keyboard.tabTo('button', pages.review.primary);
  await keyboard.press('Enter');

  await keyboard.expectPage(pages.done.title);
  await mail.waitForMessages(ALICE.address, before + 1);
  expect(await practice.senders()).toMatchObject({
    senders: [{ address: ALICE.address, displayName: 'Dott. M. Rossi', status: 'verified' }],
  });

  const stops = await keyboard.roundTrip();
  for (const language of ['IT', 'EN', 'DE']) {
    expect(stops.some((stop) => stop.includes(`"${language}, `))).toBe(true);
  }
});

test('with keys only, a wrong password is told, mended and tested again', async ({ launch }) => {
  const practice = await acmePractice();
  const { page } = await launch({ profile: practice.profile });
  const keyboard = withKeyboard(page);
  await keyboard.expectPage(pages.why.legacy.title);
  await keyboard.tabTo('button', pages.why.primary);
  await keyboard.press('Enter');
  await keyboard.expectPage(pages.choice.title);
  await keyboard.tabTo('button', pages.choice.choosePersonal);
  await keyboard.press('Enter');
  await keyboard.expectPage(pages.address.personal.title);
  await keyboard.tabTo('textbox', pages.address.label);
  await keyboard.type(BOB.address);
  await keyboard.tabTo('button', pages.address.primary);
  await keyboard.press('Space');

  // Nothing typed: told at the field, which keeps the keyboard.
  await keyboard.expectPage(pages.password.title.account);
  await keyboard.tabTo('button', pages.password.primary);
  await keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: pages.password.label.account });
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(pages.password.problem.empty);
  await keyboard.type('not-the-password');
  await keyboard.press('Enter');

  await keyboard.expectPage(diagnosis.causes['wrong-credentials'].title);
  await keyboard.tabTo('button', common.details);
  await keyboard.press('Enter');
  await keyboard.expectFocus('button', common.details);
  await expect(page.getByRole('button', { name: common.details })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await keyboard.tabTo('button', common.failureAction['retype-password']);
  await keyboard.press('Enter');

  await keyboard.expectPage(pages.password.title.account);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(pages.password.problem['not-accepted']);
  // Back to the address, which is still there, and forth again.
  await keyboard.tabTo('button', common.back);
  await keyboard.press('Enter');
  await keyboard.expectPage(pages.address.personal.title);
  await keyboard.tabTo('textbox', pages.address.label);
  await expect(page.locator(':focus')).toHaveValue(BOB.address);
  await keyboard.press('Enter');
  await keyboard.expectPage(pages.password.title.account);
  await keyboard.tabTo('textbox', pages.password.label.account);
  await keyboard.type(BOB.password);
  await keyboard.press('Enter');
  await keyboard.expectPage(pages.review.title);
  await keyboard.tabTo('button', pages.review.primary);
  await keyboard.press('Enter');
  await keyboard.expectPage(pages.done.title);
  expect(await practice.senders()).toMatchObject({ senders: [{ address: BOB.address }] });
});

test('with keys only, a technician finds, selects and checks a sender again', async ({
  launch,
}) => {
  const names = { rossi: 'Dott. Mario Rossi', neri: 'Dott.ssa Giulia Neri' };
  const practice = await acmePractice({
    doctors: [
      { id: 'rossi', name: names.rossi, contract: 'standard', sender: null },
      { id: 'neri', name: names.neri, contract: 'standard', sender: null },
    ],
    senders: {
      version: 1,
      updatedAt: '2026-11-20T09:00:00.000Z',
      senders: [
        storedSender(mail, 'rossi', names.rossi, ALICE),
        storedSender(mail, 'neri', names.neri, BOB),
      ],
    },
  });
  const { page } = await launch({ profile: practice.profile });
  const keyboard = withKeyboard(page);
  const rows = page.getByRole('rowheader');

  await keyboard.expectPage(pages.home.title);
  await keyboard.tabTo('searchbox', words.filter.search);
  await keyboard.type('neri');
  await expect(rows).toHaveText([names.neri]);
  await keyboard.press('Control+A');
  await keyboard.press('Delete');
  await keyboard.tabTo('combobox', words.filter.show);
  await keyboard.press('ArrowDown');
  await expect(page.locator(':focus')).toHaveValue('to-do');
  await keyboard.press('ArrowUp');
  await expect(rows).toHaveText([names.rossi, names.neri]);

  const one = words.select.one.replace('{{name}}', names.neri);
  await keyboard.tabTo('checkbox', one);
  await keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: one })).toBeChecked();
  await keyboard.tabTo('button', words.recheck.start);
  await keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(/di 1$/);
  await keyboard.expectFocus('button', words.recheck.start);

  await keyboard.tabBackTo('button', words.select.none);
  await keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: one })).not.toBeChecked();
  // The bar went with the selection, the keyboard went to the title.
  await keyboard.expectFocus('heading', pages.home.title);
  // In forced colours, each stop shows the keyboard too.
  await page.emulateMedia({ forcedColors: 'active' });
  await keyboard.roundTrip();
});

test('with keys only, a technician sets up two doctors together', async ({ launch }) => {
  const doctors = [
    { id: 'rossi', name: 'Dott. Mario Rossi', user: ALICE },
    { id: 'neri', name: 'Dott.ssa Giulia Neri', user: BOB },
  ] as const;
  const practice = await acmePractice({
    doctors: doctors.map(({ id, name }) => ({ id, name, contract: 'standard', sender: null })),
  });
  const { page } = await launch({ profile: practice.profile });
  const keyboard = withKeyboard(page);

  await keyboard.expectPage(pages.home.title);
  await keyboard.tabTo('checkbox', words.select.all);
  await keyboard.press('Space');
  await keyboard.tabTo('button', words.together);
  await keyboard.press('Enter');

  await keyboard.expectPage(pages.batch.title);
  for (const { name, user } of doctors) {
    const of = (field: string) => field.replace('{{name}}', name);
    await keyboard.tabTo('textbox', of(pages.batch.addressOf));
    await keyboard.type(user.address);
    const password = page.getByRole('textbox', { name: of(pages.batch.passwordOf), exact: true });
    await expect(password).toBeEditable();
    await keyboard.tabTo('textbox', of(pages.batch.passwordOf));
    await keyboard.type(user.password);
  }
  await keyboard.press('Enter');

  // The button keeps its place, so that the keyboard is not lost when it changes its name.
  const done = pages.batch.summary.replace('{{saved}}', '2').replace('{{total}}', '2');
  await expect(page.getByRole('status')).toHaveText(done);
  await keyboard.tabTo('button', common.home);
  await keyboard.roundTrip();
  await keyboard.tabTo('button', common.home);
  await keyboard.press('Enter');
  await keyboard.expectPage(pages.home.title);
  const { senders } = (await practice.senders()) as { senders: { address: string }[] };
  expect(senders.map(({ address }) => address).sort()).toEqual([ALICE.address, BOB.address]);
});
