import type { Page } from '@playwright/test';
import { de } from '../../src/texts/de/index.ts';
import { en } from '../../src/texts/en/index.ts';
import { it } from '../../src/texts/it/index.ts';
import { fixturesIn } from '../screens/fixtures.ts';
import { LOOKS, type Look, openBuiltGallery } from '../screens/gallery.ts';
import { expect, test } from '../support/fixtures.ts';

const choose = (page: Page, name: 'IT, Italiano' | 'EN, English' | 'DE, Deutsch') =>
  page.getByRole('button', { name, exact: true }).click();

const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** What was typed or opened, in the order of the page. */
const STATE = `[...document.querySelectorAll('main input, main select, main [aria-expanded]')]
  .map((each) => each.checked + '|' + each.value + '|' + each.ariaExpanded)`;

test('every page changes its language where it is, and keeps what was typed and opened', async () => {
  test.setTimeout(300_000);
  const gallery = await openBuiltGallery('languages-test');
  const { page } = gallery;
  await gallery.wear(LOOKS[0] as Look);
  const german = fixturesIn('de');
  for (const [index, fixture] of fixturesIn('it').entries()) {
    const other = german[index];
    if (other === undefined) throw new Error('a fixture of one language only');
    await gallery.show(fixture);
    for (const field of await page.locator('main input:not([type=checkbox], [type=radio])').all()) {
      // What is folded away, or waits for an address, cannot be typed into.
      if (fixture.act === undefined && (await field.isVisible()) && (await field.isEditable()))
        await field.fill('qwerty');
    }
    const before = { typed: await page.evaluate(STATE), title: await title(page).innerText() };
    await page.getByRole('button', { name: 'DE, Deutsch' }).focus();
    await gallery.change(other.view);
    const name = `${fixture.page}.${fixture.state}`;
    await expect(page.locator('html'), name).toHaveAttribute('lang', 'de');
    await expect(title(page), name).not.toHaveText(before.title);
    expect(await page.evaluate(STATE), name).toEqual(before.typed);
    await expect(page.getByRole('button', { name: 'DE, Deutsch' }), name).toBeFocused();
    await page.reload();
  }
  await gallery.close();
});

test('the language that was chosen is there at the next start', async ({ launch, practice }) => {
  const first = await launch({ profile: practice.profile });
  await expect(title(first.page)).toHaveText(it.pages.why.legacy.title);
  await choose(first.page, 'EN, English');
  await expect(title(first.page)).toHaveText(en.pages.why.legacy.title);
  await choose(first.page, 'DE, Deutsch');
  await expect(title(first.page)).toHaveText(de.pages.why.legacy.title);
  await expect(first.page).toHaveTitle(`${de.pages.why.legacy.title} – Mittente`);
  await first.close();

  const { userData } = first;
  const second = await launch({ profile: practice.profile, userData, language: null });
  await expect(title(second.page)).toHaveText(de.pages.why.legacy.title);
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'de');
});

test('numbers, money and dates are written as the language writes them', async ({
  launch,
  practice,
}) => {
  const { page } = await launch({ profile: practice.profile });
  const main = page.getByRole('main');
  await expect(main).toContainText('17 marzo 2022');
  await choose(page, 'EN, English');
  await expect(main).toContainText('17 March 2022');
  await choose(page, 'DE, Deutsch');
  await expect(main).toContainText('17. März 2022');
  await page.getByRole('button', { name: de.pages.why.primary }).click();
  await expect(main).toContainText('30,00 EUR + MwSt., also 36,60 EUR im Jahr');
  await choose(page, 'EN, English');
  await expect(main).toContainText('EUR 30.00 + VAT, that is EUR 36.60 a year');
  await choose(page, 'IT, Italiano');
  await expect(main).toContainText('30,00 EUR + IVA, cioè 36,60 EUR l’anno');
});
