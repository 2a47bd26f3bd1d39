import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from '../../src/texts/it/index.ts';
import { type MailServer, startMailServer } from '../servers/mail.ts';
import { ALICE, BOB } from '../servers/users.ts';
import { makeAcmePractice, storedSender } from '../support/acme.ts';
import { asDoctor } from '../support/doctor.ts';
import { expect, test } from '../support/fixtures.ts';
import type { PracticeFolder } from '../support/record.ts';
import { canMount, openSmallDisk, type SmallDisk } from '../support/small-disk.ts';

const { pages, common, problems } = it;

let mail: MailServer;
let disk: SmallDisk;
let practice: PracticeFolder;

test.beforeAll(async () => {
  test.skip(!(await canMount()), 'only root can mount a small disk');
  mail = await startMailServer();
  disk = await openSmallDisk();
});

test.afterAll(async () => {
  await mail?.stop();
  await disk?.remove();
  await practice?.remove();
});

test('a full disk is told where it is met, and the senders that were there stay', async ({
  launch,
}) => {
  const sendersFile = join(disk.folder, 'senders.json');
  practice = await makeAcmePractice(mail, {
    doctors: [
      { id: 'rossi', name: 'Dott. Mario Rossi', contract: 'standard', sender: null },
      { id: 'neri', name: 'Dott.ssa Giulia Neri', contract: 'standard', sender: null },
    ],
    profile: { senders: { path: sendersFile } },
  });
  const neri = storedSender(mail, 'neri', 'Dott.ssa Giulia Neri', BOB);
  const before = { version: 1, updatedAt: '2026-11-20T09:00:00.000Z', senders: [neri] };
  await writeFile(sendersFile, JSON.stringify(before));
  await disk.fill(0);

  const { page } = await launch({ profile: practice.profile });
  const doctor = asDoctor(page);
  await doctor.press(`${common.action['set-up']}, Dott. Mario Rossi`);
  await doctor.choosePersonal();
  await doctor.giveAddress(ALICE.address);
  await doctor.givePassword(ALICE.password);
  await doctor.press(pages.review.primary);

  const alert = page.getByRole('alert');
  await expect(alert).toContainText(problems['disk-full'].title);
  await expect(alert).toContainText(common.save.restored);
  expect(JSON.parse(await readFile(sendersFile, 'utf8'))).toEqual(before);

  await disk.makeRoom();
  await doctor.press(pages.review.again);
  await expect(page.getByRole('heading', { level: 1, name: pages.done.title })).toBeVisible();
  expect(JSON.parse(await readFile(sendersFile, 'utf8'))).toMatchObject({
    senders: [neri, { doctorId: 'rossi', address: ALICE.address, status: 'verified' }],
  });
});
