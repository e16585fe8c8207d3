import { describe, expect, test } from 'vitest';
import { look } from '../support/axe.ts';
import { handlingTour } from '../support/handlingTour.ts';
import { journeyHall } from '../support/journeyHall.ts';
import { JourneyHandling } from '../support/journeyHandling.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import type { See } from '../support/journeyTour.ts';
import { windowTour } from '../support/windowTour.ts';

/** Looks at each screen of a tour at both sizes, and leaves it as it was. */
function lookingAt() {
  const faults: string[] = [];
  let seen = 0;
  const see: See = async (screen, page) => {
    seen += 1;
    const size = page.viewportSize();
    await look(page, screen, faults);
    if (size) await page.setViewportSize(size);
  };
  return { faults, see, seen: () => seen };
}

describe('the desk of whoever handles', () => {
  const hall = journeyHall();

  test('passes axe at every desk with something on it, and fits a phone', async () => {
    const looks = lookingAt();
    await handlingTour(hall, looks.see);
    expect(looks.faults).toEqual([]);
    expect(looks.seen()).toBeGreaterThan(20);
  }, 400_000);

  test('passes axe at the window beside its cases, and fits a phone', async () => {
    const looks = lookingAt();
    await windowTour(await hall.counter(), looks.see);
    expect(looks.faults).toEqual([]);
    expect(looks.seen()).toBeGreaterThan(9);
  }, 200_000);

  test('passes axe in the forms of what a town decides itself', async () => {
    const faults: string[] = [];
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '1').toAcceptance();
    await clerk.allSent();
    const reviewer = new JourneyHandling(await hall.deskOf('xiji.reviewer'), number);
    await reviewer.open();
    for (const act of ['过程记录', '中止计时', '决定']) {
      await reviewer.begin(act);
      if (act === '决定') await reviewer.choose('不予');
      await look(reviewer.desk.page, act, faults);
      await reviewer.desk.press('取消');
    }
    expect(faults).toEqual([]);
  });
});
