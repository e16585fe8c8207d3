import { describe, expect, test } from 'vitest';
import { type JourneyDesk, SECRET } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import { pageShown, photograph, shelf } from '../support/journeyPages.ts';
import { keptIn } from '../support/journeyStore.ts';

/** For a few photographs beside what the app itself takes. Bytes. */
const ROOM = 2_400_000;
const MORE_THAN_FIT = 8;

describe('a device whose storage is full', () => {
  const hall = journeyHall();

  test('keeps no further photograph and says so; the case is taken in all the same, and everything kept is sent', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    // What the browser keeps for the app beside its files, as compiled scripts, is there before the room is measured.
    await desk.close();
    await desk.start();
    const { page } = desk;
    await grant(desk, (used) => used + ROOM);
    await desk.arrive('xiji.clerk');
    await desk.goOffline();
    const intake = new JourneyIntake(page, '7b');
    await intake.begin();
    await intake.toPapers();
    const paper = intake.guide.materials[0]?.name ?? '';
    const refused = page.getByText('本机剩下的空间放不下这张照片。');
    let kept = 0;
    for (; kept < MORE_THAN_FIT; kept += 1) {
      await photograph(page, paper, `第 ${kept + 1} 页`);
      await pageShown(page, paper, kept + 1)
        .or(refused)
        .waitFor();
      if (await refused.isVisible()) break;
    }
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(MORE_THAN_FIT);
    await page.getByText('本机存储空间满了', { exact: true }).waitFor();
    expect(await page.getByText('新收的件请开纸质单据').count()).toBe(0);
    await page.getByRole('button', { name: '取消' }).click();

    await intake.markRest();
    await intake.next('定结果，提交');
    const number = await intake.submit('提交受理');
    await desk.goOnline();
    await eventually(() => shelf(district)).toHaveLength(kept);
    expect(shelf(district).every((file) => file.whole)).toBe(true);
    const [recorded] = district.cases();
    expect(recorded).toMatchObject({ number, status: 'accepted' });
    expect(recorded?.files).toHaveLength(kept);
    await eventually(() => keptIn(page)).toMatchObject({ files: 0, commands: [] });
  });

  test('is unlocked all the same: a wrong secret counts, and cases are read', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const intake = new JourneyIntake(desk.page, '7b');
    await intake.toOutcome();
    const number = await intake.submit('提交受理');
    await eventually(() => district.cases()).toHaveLength(1);
    await desk.close();
    await desk.start();
    await grant(desk, () => 1);
    const { page } = desk;
    await page.goto(`${district.url}/desk/`);
    const field = page.locator('input[type="password"]');
    await field.fill('47-11-82-91-56');
    await page.getByRole('button', { name: '解锁', exact: true }).click();
    await page.getByText('还可以试 9 次').waitFor();
    await field.fill(SECRET);
    await page.getByRole('button', { name: '解锁', exact: true }).click();
    await page.getByText(number).first().click();
    await page.getByText(`编号 ${number}`).waitFor();
  });
});

/**
 * How much may lie here, from now on. Before the first write of a browser: for half a minute it goes by the room that it
 * has found. On a page of the district that is not the app.
 */
async function grant(
  { page, context, district }: JourneyDesk,
  room: (used: number) => number,
): Promise<void> {
  const session = await context.newCDPSession(page);
  await page.goto(`${district.url}/robots.txt`);
  const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
  await session.send('Storage.overrideQuotaForOrigin', { origin: district.url, quotaSize: room(usage) });
}
