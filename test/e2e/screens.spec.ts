import type { Locator } from '@playwright/test';
import { LANGUAGES } from '../../src/language.ts';
import { type Fixture, fixturesIn } from '../screens/fixtures.ts';
import { type Gallery, LOOKS, type Look, openBuiltGallery } from '../screens/gallery.ts';
import { expect, test } from '../support/fixtures.ts';
import { withKeyboard } from '../support/keyboard.ts';
import { gulpease } from '../unit/texts/strings.ts';
import { layoutFaults, motionLeft } from './in-page/layout.ts';
import { styleFaults } from './in-page/styles.ts';

/** In sight is what nothing lies on, such as the buttons below. */
const isInSight = (words: Locator) =>
  words.evaluate((place) => {
    const { left, right, bottom } = place.getBoundingClientRect();
    return place.contains(document.elementFromPoint((left + right) / 2, bottom - 4));
  });

/** Every page in every state, as the real window shows it. */
test.describe('every screen', () => {
  test.describe.configure({ timeout: 600_000 });

  let gallery: Gallery;

  test.beforeAll(async () => {
    gallery = await openBuiltGallery('screens-test');
  });

  test.afterAll(() => gallery.close());

  const look = (name: string) => LOOKS.find((each) => each.name === name) as Look;

  const fixture = (name: string) =>
    fixturesIn('de').find(({ page, state }) => `${page}.${state}` === name) as Fixture;

  /** Walks the fixtures and collects what is wrong in each, led by the fixture's name. */
  async function walk(
    language: (typeof LANGUAGES)[number],
    faultsIn: () => Promise<readonly string[]>,
  ): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const fixture of fixturesIn(language)) {
      await gallery.show(fixture);
      const found = await faultsIn();
      faults.push(...found.map((fault) => `${fixture.page}.${fixture.state}: ${fault}`));
      await gallery.leave(fixture);
    }
    return faults;
  }

  for (const name of ['light', 'dark']) {
    test(`stands in nobody’s way: axe finds nothing, ${name}`, async () => {
      await gallery.wear(look(name));
      expect(await walk('it', () => gallery.barriers())).toEqual([]);
    });
  }

  for (const language of LANGUAGES) {
    test(`fits at every size, keeps still and says what it is, ${language}`, async () => {
      const { page } = gallery;
      const faults = await walk(language, async () => {
        const found: string[] = [];
        for (const size of LOOKS.filter(({ colours }) => !colours)) {
          await gallery.wear(size);
          const here = await page.evaluate(layoutFaults);
          found.push(...here.map((fault) => `${size.name}: ${fault}`));
        }
        found.push(...(await page.evaluate(motionLeft)), ...(await page.evaluate(styleFaults)));
        const lang = await page.locator('html').getAttribute('lang');
        if (lang !== language) found.push(`lang is ${lang}`);
        const name = `${await page.locator('h1').innerText()} – Mittente`;
        if ((await page.title()) !== name) found.push(`title is ${await page.title()}`);
        return found;
      });
      expect(faults).toEqual([]);
    });
  }

  for (const size of LOOKS.filter(({ colours }) => !colours)) {
    test(`shows a field together with what is wrong with it, ${size.name}`, async () => {
      const { page } = gallery;
      await gallery.wear(size);
      const nameless = fixturesIn('de').filter(({ act }) => act?.startsWith('submit'));
      expect(nameless).not.toEqual([]);
      for (const fixture of nameless) {
        await gallery.show(fixture);
        const field = page.locator('main form [aria-invalid=true]');
        await expect(field).toBeFocused();
        await expect(field).toBeInViewport({ ratio: 1 });
        const seen = await isInSight(page.getByRole('alert'));
        expect(seen, `${fixture.page}.${fixture.state}`).toBe(true);
      }
    });

    test(`shows what is said of a field that comes or is typed into, ${size.name}`, async () => {
      const { page } = gallery;
      await gallery.wear(size);
      await gallery.show(fixture('password.not-accepted'));
      await expect(page.locator('main form input')).toBeInViewport({ ratio: 1 });
      expect(await isInSight(page.getByRole('alert'))).toBe(true);

      await gallery.show(fixture('address.empty'));
      const field = page.getByRole('textbox');
      await field.focus();
      await gallery.change(fixture('address.known').view);
      const said = page.locator(`[id="${await field.getAttribute('aria-describedby')}"] p`).last();
      await expect(said).toBeVisible();
      await expect.poll(() => isInSight(said)).toBe(true);
      await expect(field).toBeInViewport({ ratio: 1 });
    });
  }

  test('shows where the keyboard is, in forced colours too', async () => {
    await gallery.wear(look('contrast'));
    // With a field that waits: no caret blinks in it either.
    await gallery.show(fixture('batch.filling'));
    await withKeyboard(gallery.page).roundTrip();
  });

  test('is easy to read as a whole, in Italian', async () => {
    await gallery.wear(look('light'));
    const faults = await walk('it', async () => {
      const words = await gallery.page.locator('body').innerText();
      const index = gulpease(words.split('\n').filter((line) => line.trim() !== ''));
      return index >= 60 ? [] : [`Gulpease ${index.toFixed(0)}`];
    });
    expect(faults).toEqual([]);
  });

  test('complains of nothing in its console', () => {
    expect(gallery.complaints()).toEqual([]);
  });
});
