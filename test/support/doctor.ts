import type { Page } from '@playwright/test';
import { it } from '../../src/texts/it/index.ts';

const { pages } = it;

/** What a doctor does in the window, in the words that stand there. */
export function asDoctor(page: Page) {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const title = (name: string) => page.getByRole('heading', { level: 1, name });
  return {
    title,
    press,
    async choosePersonal() {
      await press(pages.why.primary);
      await press(pages.choice.choosePersonal);
    },
    async giveAddress(address: string) {
      await page.getByLabel(pages.address.label).fill(address);
      await press(pages.address.primary);
    },
    async givePassword(password: string) {
      await page.getByLabel(pages.password.label.account, { exact: true }).fill(password);
      await press(pages.password.primary);
    },
    async save() {
      await press(pages.review.primary);
      await title(pages.done.title).waitFor();
    },
  };
}
