import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import { journeyHall } from '../support/journeyHall.ts';
import { tour } from '../support/journeyTour.ts';

interface Look {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
}

const COUNTER: Look = { viewport: { width: 1366, height: 768 }, colorScheme: 'light' };
const PHONE: Look = { viewport: { width: 360, height: 740 }, colorScheme: 'dark' };

/** The same screen in another window: drawn anew, as a person sees it. */
async function lookWith({ viewport, colorScheme }: Look, page: Page): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

describe('every screen', () => {
  const hall = journeyHall();

  // One walk for both: what costs is axe. It does not end within the limit of other journeys on a busy machine.
  test('passes axe at the counter and, in the dark scheme, on a phone', async () => {
    const faults: string[] = [];
    const desk = await hall.desk(PHONE);
    const check = async (screen: string, page: Page, { viewport }: Look): Promise<void> => {
      for (const fault of await faultsOf(page)) faults.push(`${screen}, ${viewport.width}: ${fault}`);
    };
    await tour(desk, async (screen, page) => {
      await check(screen, page, PHONE);
      await lookWith(COUNTER, page);
      await check(screen, page, COUNTER);
      await lookWith(PHONE, page);
    });
    expect(faults).toEqual([]);
  }, 300_000);
});
