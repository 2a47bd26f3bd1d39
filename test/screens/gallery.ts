import { cp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { projectFolder } from '../../scripts/process.ts';
import { translator } from '../../src/texts/index.ts';
import type { WizardView } from '../../src/wizard/view.ts';
import { launchMittente } from '../support/app.ts';
import { buildSubstitute } from '../support/substitute/build.ts';
import type { Fixture } from './fixtures.ts';

/** How the window is shown for one set of pictures. */
export interface Look {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly zoom: number;
  readonly media: {
    readonly colorScheme: 'light' | 'dark';
    readonly forcedColors: 'none' | 'active';
  };
  /** Shows other colours, not other words: one language is enough. */
  readonly colours?: true;
}

const USUAL = { width: 1000, height: 720 };
const LIGHT = { colorScheme: 'light', forcedColors: 'none' } as const;

export const LOOKS: readonly Look[] = [
  { name: 'light', size: USUAL, zoom: 1, media: LIGHT },
  { name: 'light-200', size: USUAL, zoom: 2, media: LIGHT },
  { name: 'small', size: { width: 800, height: 600 }, zoom: 1, media: LIGHT },
  { name: 'small-200', size: { width: 800, height: 600 }, zoom: 2, media: LIGHT },
  {
    name: 'dark',
    size: USUAL,
    zoom: 1,
    media: { colorScheme: 'dark', forcedColors: 'none' },
    colours: true,
  },
  {
    name: 'contrast',
    size: USUAL,
    zoom: 1,
    media: { colorScheme: 'dark', forcedColors: 'active' },
    colours: true,
  },
];

/** The moment at which every picture is taken, so that countdowns stand still. */
const NOW = new Date('2026-11-22T10:15:00.000Z');

/** Resolves when the fonts are there and what was last rendered is on the screen. */
const PAINTED = `document.fonts.ready.then(() => new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))))`;

/** Resolves when the page knows how wide its window is now, in CSS pixels. */
const hasWidth = (width: number) => `new Promise((resolve) => {
  const look = () =>
    Math.abs(innerWidth - ${width}) < 2 ? resolve(true) : requestAnimationFrame(look);
  look();
})`;

/** The window as the screen shows it: a page's own screenshot knows nothing of the zoom. */
async function capture({ BrowserWindow }: typeof import('electron')): Promise<string> {
  const [window] = BrowserWindow.getAllWindows();
  const image = await window?.webContents.capturePage();
  return image?.toPNG().toString('base64') ?? '';
}

/** WCAG 2.2 AA and what its makers recommend; the size of targets is off unless asked for. */
const AXE_OPTIONS = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
  // Fetches style sheets, which the page's policy refuses anyway.
  preload: false,
};

/** In other colours nothing else can be wrong than the colours. */
const COLOUR_OPTIONS = {
  ...AXE_OPTIONS,
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  rules: {},
};

/** What axe finds wrong for people who see, hear or move differently: rule, words, first place. */
async function barriersIn(page: Page, options: object): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const run = `axe.run(document, ${JSON.stringify(options)})`;
  const { violations } = (await page.evaluate(run)) as axe.AxeResults;
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''}`);
}

export interface Gallery {
  readonly page: Page;
  wear(look: Look): Promise<void>;
  /** Sends the window another view of the page that it shows. */
  change(view: WizardView): Promise<void>;
  /** Brings a fixture to the window, with what is done in it. */
  show(fixture: Fixture): Promise<void>;
  /** Closes again what was opened in the fixture, which stays open for a person. */
  leave(fixture: Fixture): Promise<void>;
  /** What axe finds in the page as it is shown now; of colours only, where the look has its own. */
  barriers(): Promise<readonly string[]>;
  picture(file: string): Promise<void>;
  /** What the page wrote to its console that it should not have. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

/** What the page says became of what was asked for. */
const TOLD = 'main :is([role=status], [role=alert]):not(:empty)';

/** A disclosure of the page that is not open yet. */
const CLOSED = 'main button[aria-expanded=false]';

async function act(page: Page, what: Fixture['act']): Promise<void> {
  switch (what) {
    case undefined:
      return;
    case 'open-banner':
      return page.locator('main > aside button').click();
    case 'open-details':
      for (let count = await page.locator(CLOSED).count(); count > 0; count -= 1) {
        await page.locator(CLOSED).first().click();
      }
      return;
    case 'fill-password':
      await page.locator('input[type=password]').fill('quercia-verde-12');
      return page.locator('main form div button[type=button]').first().click();
    case 'select-all':
      return page.locator('main input[type=checkbox]').first().check();
    case 'search-nobody':
      return page.locator('main input[type=search]').fill('Dott.ssa Elena Marini');
    case 'submit-empty':
      await page.locator('main form input').last().fill('');
      return page.locator('button[type=submit]').click();
    case 'submit':
      return page.locator('button[type=submit]').click();
  }
}

/** The gallery of the renderer that `npm run build` made; each name has a folder of its own. */
export async function openBuiltGallery(name: string): Promise<Gallery> {
  const program = join(projectFolder, '.cache', name);
  const built = join(projectFolder, 'dist', 'renderer');
  await cp(built, join(program, 'renderer'), { recursive: true });
  return openGallery(program);
}

/**
 * Opens the real window around the substitute wizard. `folder` holds the built renderer; the
 * program is laid beside it, so that a test that builds its own meanwhile does not change it.
 */
export async function openGallery(folder: string): Promise<Gallery> {
  const built = await buildSubstitute();
  await cp(built, join(folder, 'main.js'));
  await cp(join(dirname(built), 'preload.cjs'), join(folder, 'preload.cjs'));
  const running = await launchMittente({ main: join(folder, 'main.js') });
  const { app, page } = running;
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.clock.setFixedTime(NOW);
  let colours = false;
  const change = (view: WizardView) =>
    app.evaluate((_electron, shown) => globalThis.substitute.show(shown), view);
  const painted = () => page.evaluate(PAINTED);
  return {
    page,
    complaints: () => complaints,
    async wear(look) {
      colours = look.colours === true;
      await page.emulateMedia({ ...look.media, reducedMotion: 'reduce' });
      await app.evaluate(({ BrowserWindow }, { size, zoom }) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(size.width, size.height);
        window?.webContents.setZoomFactor(zoom);
      }, look);
      await page.evaluate(hasWidth(look.size.width / look.zoom));
      await painted();
    },
    change,
    async show({ view, act: what }) {
      const blank = { ...view, page: { name: 'loading' } as const, doctor: null };
      await change({ ...blank, example: null, handout: null });
      const title = page.locator('h1');
      const loading = translator(view.language)('pages.loading.title');
      await title.filter({ hasText: loading }).waitFor();
      // What becomes of a sheet is told on the page on which it was asked for.
      await change({ ...view, handout: null });
      if (view.page.name !== 'loading') await title.filter({ hasNotText: loading }).waitFor();
      if (view.handout !== null) await change(view);
      await act(page, what);
      if (view.handout !== null) await page.locator(TOLD).last().scrollIntoViewIfNeeded();
      // Away from what was clicked: nothing is shown as hovered.
      await page.mouse.move(0, 0);
      await painted();
    },
    leave: async ({ act: what }) => {
      if (what !== undefined) await page.reload();
    },
    barriers: () => barriersIn(page, colours ? COLOUR_OPTIONS : AXE_OPTIONS),
    picture: async (file) => writeFile(file, Buffer.from(await app.evaluate(capture), 'base64')),
    close: () => running.remove(),
  };
}
