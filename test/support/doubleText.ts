import type { Page } from '@playwright/test';

/** As a browser does whose owner wants all text twice as large. */
export const doubleText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { style } = document.documentElement;
    style.fontSize = `${Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 2}px`;
  });
