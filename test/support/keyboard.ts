import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any page has: whoever has not arrived by then goes round in circles. */
const MOST_STOPS = 60;

type Role = Parameters<Page['getByRole']>[0];

/** The window as someone uses it who has a keyboard and no mouse. */
export function withKeyboard(page: Page) {
  const focused = page.locator(':focus');
  const target = (role: Role, name: string) => page.getByRole(role, { name, exact: true });

  /** Somewhere is the keyboard, in sight, and the screen shows where. */
  async function expectShown(): Promise<void> {
    await expect(focused).toHaveCount(1);
    await expect(focused).toBeInViewport();
    expect(await showsFocus(page), `${await focused.ariaSnapshot()} shows its focus`).toBe(true);
  }

  async function move(key: 'Tab' | 'Shift+Tab', to: Locator): Promise<void> {
    const passed: string[] = [];
    do {
      await page.keyboard.press(key);
      await expectShown();
      passed.push(await focused.ariaSnapshot());
      expect(passed.length, `stops passed:\n${passed.join('\n')}`).toBeLessThan(MOST_STOPS);
    } while ((await focused.and(to).count()) !== 1);
  }

  return {
    press: (key: string) => page.keyboard.press(key),
    type: (text: string) => page.keyboard.type(text),
    /** Presses Tab until a control has the keyboard; each stop on the way has to show it. */
    tabTo: (role: Role, name: string) => move('Tab', target(role, name)),
    tabBackTo: (role: Role, name: string) => move('Shift+Tab', target(role, name)),
    /** A new page has come: its title has the keyboard, and is what the window is called. */
    async expectPage(title: string): Promise<void> {
      await expect(target('heading', title)).toBeFocused();
      await expect(page).toHaveTitle(`${title} – Mittente`);
    },
    expectFocus: (role: Role, name: string) => expect(target(role, name)).toBeFocused(),
    /** Presses Tab until the same control comes again: no stop traps the keyboard or loses it. */
    async roundTrip(): Promise<readonly string[]> {
      const stops: string[] = [];
      for (;;) {
        await page.keyboard.press('Tab');
        await expectShown();
        const stop = await focused.ariaSnapshot();
        if (stops.includes(stop)) return stops;
        stops.push(stop);
        expect(stops.length, stops.join('\n')).toBeLessThan(MOST_STOPS);
      }
    },
  };
}

/** Whether the pixels around what has the keyboard look different without it. */
async function showsFocus(page: Page): Promise<boolean> {
  const box = await page.locator(':focus').boundingBox();
  if (box === null) return false;
  const around = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 };
  const clip = { ...around, x: Math.max(0, around.x), y: Math.max(0, around.y) };
  const look = () => page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
  const withFocus = await look();
  await page.evaluate('globalThis.kept = document.activeElement, kept.blur()');
  const without = await look();
  await page.evaluate('kept.focus({ preventScroll: true })');
  return !withFocus.equals(without);
}
