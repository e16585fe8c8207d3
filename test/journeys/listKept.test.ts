/** Opening a case from the list must cost nobody their place in it, nor leave anything behind. */
import type { Locator } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { doubleText } from '../support/doubleText.ts';
import { journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import { COUNTER } from '../support/journeyPrepared.ts';

const CASES = 4;

describe('the list beside an open case', () => {
  const hall = journeyHall();

  test('stays where it was scrolled to, and says which case is open, offline too', async () => {
    const desk = await hall.counter({ viewport: { width: 1366, height: 640 } });
    const { page } = desk;
    const numbers: string[] = [];
    for (let done = 0; done < CASES; done += 1) {
      numbers.unshift(await new JourneyIntake(page, '1').toAcceptance());
      await desk.go('办件');
      await desk.heading('今天的办件').waitFor();
    }
    await desk.goOffline();
    const list = page.getByRole('region', { name: '办件列表' });
    const current = list.locator('a[aria-current="page"]');
    const scrolled = (): Promise<number> => list.evaluate((region) => region.scrollTop);
    // Those below its edge come a moment after the others.
    await expect.poll(() => list.getByRole('listitem').count()).toBe(CASES);
    await list.evaluate((region) => region.scrollTo({ top: region.scrollHeight }));
    const before = await scrolled();
    expect(before).toBeGreaterThan(0);

    const open = async (row: Locator, number: string): Promise<void> => {
      await row.click();
      await page.locator('#main').getByText(`编号 ${number}`).waitFor();
      await expect.poll(() => current.count()).toBe(1);
      expect(await current.textContent()).toContain(number);
      expect(await scrolled()).toBe(before);
    };
    const [, , third = '', last = ''] = numbers;
    await open(desk.row(last), last);
    await open(desk.row(third), third);
    await expect.poll(() => page.title()).toMatch(/^办件：/);

    await page.getByRole('link', { name: '办件列表' }).click();
    await desk.heading('今天的办件').waitFor();
    expect(await current.count()).toBe(0);
    expect(await scrolled()).toBe(before);
    // The window no longer bears the name of a case that is closed.
    await expect.poll(() => page.title()).toBe('办件列表 · 就近办');
    for (const width of [1280, 1339, 1340, 1366]) {
      await page.setViewportSize({ width, height: 640 });
      const number = await list.getByText(last, { exact: true }).boundingBox();
      expect(number?.height, `a case number at ${width} px`).toBeGreaterThan(0);
      expect(number?.height, `a case number at ${width} px`).toBeLessThan(30);
    }
  });

  test('is drawn once where nobody sees it, and leaves a form that is open, and the page, as they are', async () => {
    const desk = await hall.counter();
    const { page } = desk;
    await new JourneyIntake(page, '1').toAcceptance();
    await desk.lock();
    await desk.open();
    await desk.unlock(COUNTER.clerk);
    await desk.heading('今天的办件').waitFor();
    await page.evaluate(() => {
      const seen = { drawn: 0 };
      Object.assign(window, { seen });
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes) if (node instanceof HTMLElement && node.inert) seen.drawn += 1;
      }).observe(document.body, { childList: true });
    });
    const intake = new JourneyIntake(page, '1');
    await intake.begin();
    const drawn = (): Promise<number> =>
      page.evaluate(() => (window as unknown as { readonly seen: { readonly drawn: number } }).seen.drawn);
    await expect.poll(drawn, { timeout: 30_000 }).toBe(1);
    expect(await page.locator('body > div[inert]').count()).toBe(0);
    // A newer version still asks to wait: a form is open.
    expect(await page.locator('[data-working]').count()).toBe(1);
    await intake.at('问清情形');
  }, 120_000);

  test('begins in one line on a phone and at a counter, with words that are whole, also twice as large', async () => {
    const desk = await hall.counter({ viewport: { width: 360, height: 740 } });
    const { page } = desk;
    const begin = ['收件', '首问单', '别的大厅的办件'].map((name) =>
      page.locator('#main').getByRole(name.startsWith('别') ? 'link' : 'button', { name, exact: true }),
    );
    const tops = () => Promise.all(begin.map(async (one) => (await one.boundingBox())?.y));
    /** Their words, each within its button. */
    const cutOff = () =>
      Promise.all(begin.map((one) => one.evaluate((button) => button.scrollWidth > button.clientWidth)));
    for (const width of [360, 1100, 1366]) {
      await page.setViewportSize({ width, height: 740 });
      expect(new Set(await tops()).size, `${width} px`).toBe(1);
      expect(await cutOff(), `${width} px`).toEqual([false, false, false]);
      const lines = await begin[1]?.locator('span').first().boundingBox();
      expect(lines?.height, `${width} px`).toBeLessThan(30);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await doubleText(page);
    expect(await cutOff()).toEqual([false, false, false]);
    const word = await begin[0]?.locator('span').first().boundingBox();
    expect(word?.width).toBeGreaterThan(60);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '';
    });
    await begin[1]?.click();
    expect((await page.getByRole('dialog').boundingBox())?.width).toBeGreaterThan(300);
  }, 120_000);

  test('closes its dialogs when the address changes: on a phone nothing would answer any more', async () => {
    const desk = await hall.counter({ viewport: { width: 360, height: 740 } });
    const { page } = desk;
    const number = await new JourneyIntake(page, '1').toAcceptance();
    await desk.openList();
    await desk.row(number).click();
    await page.locator('#main').getByText(`编号 ${number}`).waitFor();
    await page.getByRole('link', { name: '办件列表' }).click();
    await page.getByRole('button', { name: '首问单' }).click();
    await page.getByRole('dialog').waitFor();
    await page.evaluate(() => history.back());
    await page.locator('#main').getByText(`编号 ${number}`).waitFor();
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.getByRole('link', { name: '办件列表' }).click();
    await desk.heading('今天的办件').waitFor();
  }, 120_000);
});
