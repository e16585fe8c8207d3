import { describe, expect, test } from 'vitest';
import type { SampleId } from '../catalogue/samples.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyPeople } from '../support/journeyHandling.ts';
import { JourneyIntake, savedNumber } from '../support/journeyIntake.ts';
import { JourneyKeys } from '../support/journeyKeys.ts';
import { JourneyRegister } from '../support/journeyRegister.ts';
import { tabTo } from '../support/keys.ts';

/** What is not taken in, and what comes back, without a mouse as well: from the last step of an intake on. */
describe('whoever sends something back without a mouse', () => {
  const hall = journeyHall();
  const caseOf = (number: string) => hall.district.cases().find((one) => one.number === number);
  const statusOf = (number: string) => eventually(() => caseOf(number)?.status);

  /** The last step of an intake, one paper missing. */
  const toOutcome = async (item: SampleId, missing: string) => {
    const clerk = await hall.counter();
    await new JourneyIntake(clerk.page, item).toOutcome(missing);
    return { clerk, window: new JourneyKeys(clerk.page) };
  };

  /** Taken in first; whoever did it stands before the open case. */
  const received = async () => {
    const { clerk, window } = await toOutcome('1', 'photos');
    await window.choose('先收件');
    await window.button('提交收件');
    const number = await savedNumber(clerk.page);
    await statusOf(number).toBe('received');
    await window.go('办件');
    await window.open(number);
    return { clerk, window, number };
  };

  test('gives papers back at the counter with everything that is missing', async () => {
    const { clerk, window } = await toOutcome('10', 'charter');
    await window.choose('退回材料');
    await window.button('提交退回');
    const number = await savedNumber(clerk.page);
    await statusOf(number).toBe('returned');
    expect(caseOf(number)?.ending?.lines).toMatchObject([{ material: 'charter' }]);
  });

  test('tells on a case that was taken in first what is missing', async () => {
    const { clerk, window, number } = await received();
    await window.next('一次性补正告知');
    expect(await savedNumber(clerk.page)).toBe(number);
    await statusOf(number).toBe('correcting');
    expect(caseOf(number)?.corrections.at(-1)?.lines).toMatchObject([{ material: 'photos' }]);
  });

  test('refuses what was taken in first, with the ground and where to go', async () => {
    const { window, number } = await received();
    await window.beside('不予受理', async () => {
      await window.choose('不属于本机关职权范围');
      await window.write('应当到哪里办', '山亭区城市管理局');
      await window.write('具体情况', '设置的位置在省道控制区内。');
    });
    await statusOf(number).toBe('declined');
    expect(caseOf(number)?.ending?.text).toContain('请到山亭区城市管理局办理');
  });

  test('returns an opinion for its form; it is sealed anew, and both stand in the register', async () => {
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '7a').toAcceptance();
    await clerk.allSent();
    const people = new JourneyPeople(hall, clerk);
    await people.opined(number, 'xiji', '符合条件，同意。');
    const officer = new JourneyKeys((await people.at('rsj.officer')).page);
    await officer.open(number);
    await officer.beside('形式退回', async () => {
      await officer.choose('审核意见没有盖章');
      await officer.write('哪里要改', '第二页没有盖章');
    });
    const desk = await people.at('xiji.sealer');
    const sealer = new JourneyKeys(desk.page);
    await sealer.go('办件');
    await sealer.choose('等我办');
    await sealer.open(number);
    await sealer.next('用印');
    await statusOf(number).toBe('sealed');

    await desk.allSent();
    await sealer.go('用印登记');
    const book = new JourneyRegister(desk);
    await book.isOf('区里的全年登记簿');
    await book.line(number, '部门形式退回').waitFor();
    expect(await book.line(number).count()).toBe(2);
    await sealer.write('从第几号', '2');
    await expect.poll(() => book.line(number).count()).toBe(0);
    await desk.page.keyboard.press('Backspace');
    await expect.poll(() => book.line(number).count()).toBe(2);
    await tabTo(desk.page, desk.page.getByRole('button', { name: '打印', exact: true }));
  });
});
