import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ElectronApplication, Page } from '@playwright/test';
import { ensureSystem } from '../../scripts/system.ts';
import { it } from '../../src/texts/it/index.ts';
import { type MailServer, startMailServer } from '../servers/mail.ts';
import { ALICE } from '../servers/users.ts';
import { makeAcmePractice, storedSender } from '../support/acme.ts';
import { filesContaining } from '../support/app.ts';
import { asDoctor } from '../support/doctor.ts';
import { expect, test } from '../support/fixtures.ts';
import type { PracticeFolder } from '../support/record.ts';

const { pages } = it;
const { handouts: words } = pages;
const run = promisify(execFile);

const ROSSI = 'Dott. Mario Rossi';
const NAMES = words.names;

let mail: MailServer;
let folder: string;
const practices: PracticeFolder[] = [];

test.beforeAll(async () => {
  ensureSystem('paper');
  mail = await startMailServer();
  folder = await mkdtemp(join(tmpdir(), 'mittente-handouts-'));
});

test.afterAll(async () => {
  await mail.stop();
  await rm(folder, { recursive: true, force: true });
  for (const practice of practices) await practice.remove();
});

async function practiceOf(...names: string[]): Promise<PracticeFolder> {
  const doctors = names.map((name, at) => ({
    id: at === 0 ? 'rossi' : `doctor-${at}`,
    name,
    contract: 'standard' as const,
    sender: null,
  }));
  const practice = await makeAcmePractice(mail, {
    doctors,
    senders: {
      version: 1,
      updatedAt: '2026-11-20T09:00:00.000Z',
      senders: [storedSender(mail, 'rossi', names[0] ?? '', ALICE)],
    },
  });
  practices.push(practice);
  return practice;
}

/** Puts the password into the keychain, so that the last page is that of a proven sender. */
async function keepPassword(): Promise<void> {
  const storing = run('secret-tool', [
    ...['store', '--label=Mittente', 'service', 'Mittente:localhost'],
    ...['account', ALICE.address],
  ]);
  storing.child.stdin?.end(ALICE.password);
  await storing;
}

/** Answers the system's dialog, which no test can see, and notes what it proposed. */
async function answerWith(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    const shared = globalThis as unknown as { proposed: string[] };
    shared.proposed = [];
    const show = async (...words: unknown[]) => {
      const { defaultPath } = words.at(-1) as { defaultPath: string };
      shared.proposed.push(defaultPath);
      return { canceled: filePath === null, filePath: filePath ?? '' };
    };
    dialog.showSaveDialog = show;
  }, file);
}

const button = (page: Page, action: string, name: string) =>
  page.getByRole('button', { name: `${action}: ${name}`, exact: true });

const windows = (app: ElectronApplication) =>
  app.evaluate(({ webContents }) => webContents.getAllWebContents().length);

async function pdf(file: string) {
  const [text, info, fonts] = await Promise.all([
    run('pdftotext', ['-layout', file, '-']),
    run('pdfinfo', [file]),
    run('pdffonts', [file]),
  ]);
  const facts = Object.fromEntries(
    info.stdout.split('\n').map((line) => line.split(/:\s+/, 2) as [string, string]),
  );
  const embedded = fonts.stdout.trim().split('\n').slice(2);
  const pages = text.stdout.split('\f').slice(0, -1);
  return { text: text.stdout.replace(/\s+/g, ' '), pages, facts, embedded };
}

test('a doctor saves the summary and the notices as tagged PDF @packaged', async ({ launch }) => {
  await keepPassword();
  const practice = await practiceOf(ROSSI);
  const { app, page, userData } = await launch({ profile: practice.profile });
  await expect(asDoctor(page).title(pages.done.title)).toBeVisible();
  const sheets = [
    ['summary', 'A4', [it.handouts.summary.title, '09741926702', pages.pace.careful]],
    ['notice-a4', 'A4', [it.handouts.notice.heading, it.handouts.notice.spam.title]],
    ['notice-a5', 'A5', [it.handouts.notice.heading, it.handouts.notice.stop.title]],
  ] as const;
  for (const [name, paper, said] of sheets) {
    const file = join(folder, `${name}.pdf`);
    await answerWith(app, file);
    await button(page, words.save, NAMES[name]).click();
    await expect(page.getByText(`Salvato come ${file}`)).toBeVisible();
    const { text, facts, embedded } = await pdf(file);
    for (const word of [...said, ALICE.address, ROSSI]) expect(text).toContain(word);
    expect(text).not.toContain(ALICE.password);
    expect(facts).toMatchObject({ Tagged: 'yes', Pages: '1', JavaScript: 'no' });
    expect(facts['Page size']).toContain(paper === 'A4' ? '594.96 x 841.92' : '420 x 594.96');
    expect(embedded.length).toBeGreaterThan(0);
    const proposed = await app.evaluate(
      () => (globalThis as unknown as { proposed: string[] }).proposed,
    );
    expect(proposed).toEqual([expect.stringMatching(/ - Dott\. Mario Rossi\.pdf$/)]);
  }
  expect((await readdir(folder)).filter((name) => name.includes('mittente-new'))).toEqual([]);
  expect(await filesContaining(userData, ALICE.password)).toEqual([]);
  expect(await windows(app)).toBe(1);
});

test('a sheet’s window is confined, runs nothing, and reaches nothing @packaged', async ({
  launch,
}) => {
  await keepPassword();
  let hits = 0;
  const listener = createServer((_request, response) => {
    hits += 1;
    response.end();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  const practice = await practiceOf(`<img src="http://127.0.0.1:${port}/x"><b>Rossi</b> &amp; "C"`);
  const { app, page } = await launch({ profile: practice.profile });
  await expect(asDoctor(page).title(pages.done.title)).toBeVisible();
  await app.evaluate(({ app, BrowserWindow, session }, url) => {
    const shared = globalThis as unknown as { sheet: Promise<unknown> };
    shared.sheet = new Promise((resolve) => {
      app.once('browser-window-created', (_event, window) => {
        const contents = window.webContents as unknown as Electron.WebContents & {
          getLastWebPreferences(): Record<string, unknown>;
        };
        contents.once('did-finish-load', async () => {
          // At once: the window is gone as soon as its sheet is there.
          const windows = BrowserWindow.getAllWindows().length;
          const visible = window.isVisible();
          const { preload, javascript, sandbox, contextIsolation } =
            contents.getLastWebPreferences();
          const own = session.fromPartition('sheets');
          const policy = (await own.fetch(contents.getURL())).headers.get(
            'content-security-policy',
          );
          resolve({
            preload: preload ?? null,
            preferences: { javascript, sandbox, contextIsolation },
            visible,
            persistent: own.isPersistent(),
            network: await own.fetch(url).then(
              () => 'reached',
              () => 'refused',
            ),
            outside: (await own.fetch('app://mittente/index.html')).status,
            climbing: (await own.fetch('app://mittente/..%2fcampaign.json')).status,
            policy,
            windows,
          });
        });
      });
    });
  }, `http://127.0.0.1:${port}/`);
  const file = join(folder, 'hostile.pdf');
  await answerWith(app, file);
  await button(page, words.save, NAMES['notice-a4']).click();
  await expect(page.getByText(`Salvato come ${file}`)).toBeVisible();
  const seen = await app.evaluate(
    () => (globalThis as unknown as { sheet: Promise<unknown> }).sheet,
  );
  expect(seen).toEqual({
    preload: null,
    preferences: { javascript: false, sandbox: true, contextIsolation: true },
    visible: false,
    persistent: false,
    network: 'refused',
    outside: 404,
    climbing: 404,
    policy:
      "default-src 'none'; style-src 'self'; font-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
    windows: 2,
  });
  expect((await pdf(file)).text).toContain('<b>Rossi</b> &amp; "C"');
  expect(hits).toBe(0);
  expect(await windows(app)).toBe(1);
  listener.close();
});

test('a PDF that cannot be written is told, and can be saved elsewhere', async ({ launch }) => {
  await keepPassword();
  const practice = await practiceOf(ROSSI);
  const { app, page } = await launch({ profile: practice.profile });
  const save = button(page, words.save, NAMES.summary);
  const taken = join(folder, 'a folder.pdf');
  await mkdir(taken);
  await answerWith(app, taken);
  await save.click();
  await expect(page.getByRole('alert')).toContainText(it.problems['file-is-folder'].title);
  await expect(page.getByText(it.problems['file-is-folder'].title)).toBeInViewport();
  await answerWith(app, null);
  await save.click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  const file = join(folder, 'elsewhere.pdf');
  await answerWith(app, file);
  await save.click();
  await expect(page.getByText(`Salvato come ${file}`)).toBeVisible();
  expect((await pdf(file)).facts).toMatchObject({ Tagged: 'yes' });
});

test('a sheet is printed by the system’s dialog; a printer that fails is told', async ({
  launch,
}) => {
  await keepPassword();
  const practice = await practiceOf(ROSSI);
  const { app, page } = await launch({ profile: practice.profile });
  const print = button(page, words.print, NAMES['notice-a5']);
  await expect(print).toBeVisible();
  const printerSays = (success: boolean, reason: string) =>
    app.evaluate(
      ({ app }, [success, reason]) => {
        app.once('web-contents-created', (_event, contents) => {
          contents.print = (options, done) => {
            (globalThis as unknown as { printed: unknown }).printed = options;
            done?.(success, reason);
          };
        });
      },
      [success, reason] as const,
    );
  await printerSays(false, 'Print job failed');
  await print.click();
  await expect(page.getByRole('alert')).toContainText(words.printProblem.title);
  await printerSays(false, 'Print job canceled');
  await print.click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await printerSays(true, '');
  await print.click();
  await expect(page.getByText(words.printed)).toBeVisible();
  const options = await app.evaluate(() => (globalThis as unknown as { printed: unknown }).printed);
  expect(options).toEqual({ printBackground: true, pageSize: 'A5' });
  expect(await windows(app)).toBe(1);
});

test('a technician saves the report of a visit', async ({ launch }) => {
  await keepPassword();
  const others = Array.from({ length: 40 }, (_, at) => `Dott. Medico ${at + 1}`);
  const practice = await practiceOf(ROSSI, 'Dott.ssa Giulia Neri', ...others);
  const { app, page } = await launch({ profile: practice.profile });
  await page.getByRole('checkbox', { name: ROSSI }).check();
  await page
    .getByRole('button', { name: pages.practice.recheck.start, exact: true })
    .press('Enter');
  await expect(page.getByRole('row', { name: ROSSI })).toContainText(pages.practice.recheck.ok);
  await page.getByRole('button', { name: NAMES['work-report'], exact: true }).click();
  await page.getByLabel(words.technician).fill('Tecnico di prova');
  const file = join(folder, 'report.pdf');
  await answerWith(app, file);
  await button(page, words.save, NAMES['work-report']).click();
  await expect(page.getByText(`Salvato come ${file}`)).toBeVisible();
  const { text, facts, pages: sides } = await pdf(file);
  for (const word of [ROSSI, 'Dott.ssa Giulia Neri', 'Tecnico di prova', 'Cartella di prova']) {
    expect(text).toContain(word);
  }
  // Pages that came apart still say of which sheet they are.
  expect(sides.length).toBeGreaterThan(1);
  for (const side of sides) expect(side).toContain(`${it.handouts.report.title}, `);
  expect(text).toContain(pages.history.passed);
  expect(text).toContain(it.handouts.report.forPractice);
  expect(facts).toMatchObject({ Tagged: 'yes' });
});

test('the message for patients is copied', async ({ launch }) => {
  await keepPassword();
  const practice = await practiceOf(ROSSI);
  const { app, page } = await launch({ profile: practice.profile });
  await page.getByRole('button', { name: words.copy, exact: true }).click();
  await expect(page.getByText(it.common.help.copied)).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain(ALICE.address);
  expect(copied).toContain(ROSSI);
});
