/** Opening a case from the list must not cost whoever works through it their place in it. */
import type { Locator } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

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
  }, 240_000);
});
