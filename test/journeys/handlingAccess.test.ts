import { describe, expect, test } from 'vitest';
import { look } from '../support/axe.ts';
import { journeyHall } from '../support/journeyHall.ts';
import { JourneyHandling } from '../support/journeyHandling.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import { tabTo } from '../support/keys.ts';

describe('the desk of whoever handles', () => {
  const hall = journeyHall();

  test('passes axe in every form, and fits a phone', async () => {
    const faults: string[] = [];
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '1').toAcceptance();
    await clerk.allSent();
    const reviewer = new JourneyHandling(await hall.deskOf('xiji.reviewer'), number);
    const { page } = reviewer.desk;
    await reviewer.desk.row(number).waitFor();
    await look(page, 'queue', faults);
    await reviewer.open();
    await look(page, 'case', faults);
    for (const act of ['过程记录', '中止计时', '决定']) {
      await reviewer.begin(act);
      if (act === '决定') await reviewer.choose('不予');
      await look(page, act, faults);
      await reviewer.desk.press('取消');
    }
    await reviewer.desk.go('移交');
    await reviewer.desk.heading('移交纸质材料').waitFor();
    await look(page, 'transfer', faults);
    const leader = await hall.deskOf('xiji.leader');
    await leader.go('用印登记');
    await leader.heading('用印登记').waitFor();
    await look(leader.page, 'seals', faults);
    expect(faults).toEqual([]);
  }, 240_000);

  test('decides by keyboard alone', async () => {
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '1').toAcceptance();
    await clerk.allSent();
    const { page } = await hall.deskOf('xiji.reviewer');
    await tabTo(page, page.getByRole('list', { name: '办件' }).getByRole('link'));
    await page.keyboard.press('Enter');
    await page.getByText(`编号 ${number}`).first().waitFor();
    await page.keyboard.press('e');
    const form = page.getByRole('region', { name: '决定', exact: true });
    await tabTo(page, form.getByRole('radio', { name: '准予' }));
    await page.keyboard.press('Space');
    await tabTo(page, form.getByRole('textbox', { name: '决定的事实和内容' }));
    await page.keyboard.type('符合规定，准予。');
    await tabTo(page, form.getByRole('button', { name: '提交决定' }));
    await page.keyboard.press('Enter');
    await expect
      .poll(() => hall.district.cases().find((one) => one.number === number)?.status, { timeout: 30_000 })
      .toBe('decided');
  });
});
