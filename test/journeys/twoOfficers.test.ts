import { describe, expect, test } from 'vitest';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyPeople } from '../support/journeyHandling.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const OPINION = '两人到店看过，证照齐全，正常经营。';

describe('two officers at once', () => {
  const hall = journeyHall();

  test('the second, without a line, hears who was first with what; the words stand until they are needed no more', async () => {
    const { district } = hall;
    await district.hire('xiji.second', '钱复核', '370406102', 'reviewer');
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '7b').toAcceptance();
    await clerk.allSent();
    const people = new JourneyPeople(hall, clerk);

    const second = await people.before('xiji.second', number);
    await second.desk.goOffline();
    const first = await people.before('xiji.reviewer', number);
    await first.act('审核意见', async () => {
      await first.choose('同意');
      await first.write('审核意见', '同意。');
    });

    await second.begin('审核意见');
    await second.choose('同意');
    await second.write('审核意见', OPINION);
    await second.desk.press('提交审核意见');
    await second.desk.page.getByText('已出审核意见').first().waitFor();
    await second.desk.goOnline();
    const { page } = second.desk;
    await page.getByRole('button').filter({ hasText: '1 件需处理' }).waitFor();
    await second.desk.openOutbox();
    const parcel = page.getByRole('article').filter({ hasText: number });
    await parcel.getByText(/赵审核（演示）已于 \d{4}-\d{2}-\d{2} 出具了审核意见/).waitFor();

    // Opened again, it stands as it was written, over the case as it is now.
    await parcel.getByRole('link', { name: '打开再改' }).click();
    const words = page.getByRole('textbox', { name: /^审核意见/ });
    await words.waitFor();
    expect(await words.inputValue()).toBe(OPINION);

    // The leader gives the first one back: now the second's words may be said after all, without typing them again.
    const leader = await people.before('xiji.leader', number);
    await leader.act('退回重办', async () => {
      await leader.choose('事实没有查清');
      await leader.write('要改什么', '没有写到现场看的情况');
    });
    await second.desk.press('看过了，按现在的卷宗办');
    await second.submit('审核意见');
    await eventually(() => district.cases()[0]?.opinion).toMatchObject({ text: OPINION, agree: true });
    expect(district.story(district.cases()[0]?.id ?? '')).toEqual([
      ...['received', 'accepted', 'opined', 'sentBack', 'opined'],
    ]);
    await page.getByText('区里已登记').first().waitFor();
  });
});
