import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { withWhole } from './browser.ts';

/** What axe finds fault with on a page as it stands, one line each. */
export async function faultsOf(page: Page): Promise<string[]> {
  // Axe stays in a page until another one is loaded: it need not be read anew for every screen.
  const there = await page.evaluate(() => 'axe' in globalThis);
  // Legacy: no page of its own for the summing up, which only frames need.
  const builder = new AxeBuilder({ page, ...(there ? { axeSource: ';' } : {}) }).setLegacyMode();
  builder.options({ resultTypes: ['violations'] });
  const { violations, passes } = await builder.analyze();
  if (passes.length < 10) return ['axe has seen nothing'];
  return violations.map(
    ({ id, help, nodes }) => `${id} (${help}) at ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

const COUNTER = { width: 1366, height: 768 };
const PHONE = { width: 360, height: 740 };

/** What axe finds at each size, and whether anything stands out of the window. */
export async function look(
  page: Page,
  screen: string,
  faults: string[],
  sizes = [PHONE, COUNTER],
): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    for (const fault of await faultsOf(page)) faults.push(`${screen}, ${size.width}: ${fault}`);
    const width = await widthOf(page);
    if (width > size.width) faults.push(`${screen}, ${size.width}: is ${width} wide`);
  }
}

/** How wide a page is; laid out whole, for what is contained is cut off where it stands out. */
export const widthOf = (page: Page): Promise<number> =>
  withWhole(page, () => page.evaluate(() => document.documentElement.scrollWidth));
