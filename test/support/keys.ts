/** What a person without a mouse does. */
import type { Locator, Page } from '@playwright/test';

/** Nobody presses Tab more often than this for the next field. */
const MANY_TABS = 40;

/** Presses Tab until the focus stands within something. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.first().waitFor();
  for (let presses = 0; presses < MANY_TABS; presses += 1) {
    const within = await wanted.first().evaluate((element) => element.contains(document.activeElement));
    if (within) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the focus never gets there');
}
