import { describe, expect, test } from 'vitest';
import { person, SAMPLES } from '../catalogue/samples.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyHandling } from '../support/journeyHandling.ts';
import { JourneyIntake, savedNumber } from '../support/journeyIntake.ts';

describe('one sitting at the window', () => {
  const hall = journeyHall();
  const idOf = (number: string) => hall.district.cases().find((one) => one.number === number)?.id ?? '';

  test('an instant item runs to its end without a line, as one visit', async () => {
    const clerk = await hall.counter();
    await clerk.goOffline();
    const intake = new JourneyIntake(clerk.page, '4');
    await intake.toOutcome();
    const number = await intake.submit('提交办结');
    await clerk.page.getByRole('region', { name: '送达回证' }).waitFor();
    // It is over, and still has to be copied into the system of record: what that gives back stands on the case.
    await clerk.page.getByRole('link', { name: /^录入/ }).click();
    const card = clerk.page.getByRole('region', { name: /^录入/ });
    const written = card.getByLabel('系统给的编号');
    await written.fill('ZY-2026-0088');
    // The screen is locked while somebody looks at the other system.
    await clerk.lock();
    await clerk.unlock('xiji.clerk');
    await card.getByText('写的，还没有登记').waitFor();
    expect(await written.inputValue()).toBe('ZY-2026-0088');
    // And from the list it is found where it stands, far down on its case.
    await clerk.openList();
    const unfinished = clerk.page.getByRole('region', { name: '没写完的' });
    await unfinished.getByRole('link', { name: /登记系统编号/ }).click();
    await expect.poll(() => written.inputValue()).toBe('ZY-2026-0088');
    await expect.poll(() => card.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(300);
    await card.getByRole('button', { name: '登记编号' }).click();
    await clerk.page.getByRole('region', { name: '系统编号' }).getByText('ZY-2026-0088').waitFor();
    await written.fill('ZY-2026-0088');
    await card.getByRole('button', { name: '登记编号' }).click();
    await card.getByText('已经登记过编号 ZY-2026-0088').waitFor();
    await clerk.goOnline();
    await clerk.allSent();
    await eventually(() => hall.district.story(idOf(number))).toEqual([
      'received',
      'accepted',
      'decided',
      'delivered',
      'systemNumbered',
    ]);
  });

  test('a village cadre brings the papers of several: what they have in common is asked once', async () => {
    const clerk = await hall.counter();
    const { page } = clerk;
    const intake = new JourneyIntake(page, '12');
    await intake.begin();
    await intake.answerAll({ ...SAMPLES['12'].answers, agent: 'yes' });
    await intake.next('填写当事人');
    await intake.fillParties();
    await intake.fillParty('代办人', { ...person('agent'), name: '村会计' });
    const finish = async (later?: string) => {
      await intake.next('核对材料');
      if (later) await intake.mark(later, '容缺后补');
      await intake.markRest();
      await intake.next('定结果，提交');
      await page.getByRole('button', { name: '提交受理' }).click();
      return savedNumber(page);
    };
    const first = await finish();
    await clerk.press('同一代办人，下一位');
    await intake.at('问清情形');
    // The choices are there; what is typed of a household is asked anew.
    await intake.answer('place', '西集镇另一村，7 月 20 日');
    await intake.answer('people', 2);
    await intake.next('填写当事人');
    const agent = page.getByRole('group', { name: '代办人' });
    expect(await agent.getByLabel('姓名').inputValue()).toBe('村会计');
    await intake.fillParties([{ ...person('applicant'), name: '李大山' }]);
    const second = await finish('mandate');
    // One paper for whoever brought both, each on its own line.
    await page.getByRole('link', { name: '合并回执，同一次 2 件' }).click();
    const batch = page.getByRole('region', { name: '合并收件回执' });
    for (const number of [first, second]) await batch.getByRole('cell', { name: number }).waitFor();
    await batch.getByText('代办人 村会计').waitFor();
    // Who still owes a paper signs for that alone.
    await page.getByRole('radio', { name: '容缺承诺书，1 份' }).click();
    const promised = page.getByRole('region', { name: `容缺承诺书 ${second}` });
    await promised.getByRole('row', { name: /委托书.*\d{4}年/ }).waitFor();
    await promised.getByText('承诺人（申请人）：李大山').waitFor();
    await clerk.allSent();
    const recorded = hall.district.cases();
    expect(recorded.map((one) => one.number).sort()).toEqual([first, second].sort());
    expect(recorded.find((one) => one.number === second)?.parties.map((one) => one.name)).toEqual([
      '村会计',
      '李大山',
    ]);
  });

  test('a question is passed on to the department, answered, and closed at the window', async () => {
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '8').toAcceptance();
    const window = new JourneyHandling(clerk, number);
    await window.openFrom('今天');
    await window.act('转请部门', () => window.write('请部门答复什么', '流转合同要不要鉴证？'));
    const officer = new JourneyHandling(await hall.deskOf('nync.officer'), number);
    await officer.open();
    await officer.act('答复', () => officer.write('答复', '可以到镇里备案，不收费。'));
    await window.openFrom('今天');
    await clerk.page.getByText('可以到镇里备案，不收费。').first().waitFor();
    await window.act('终止');
    expect(hall.district.case(idOf(number))?.ending?.ground).toBe('answered');
  });

  test('what the town does not agree with is refused by the department as the opinion says, with its reasons', async () => {
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '7b').toAcceptance();
    await clerk.allSent();
    const reviewer = new JourneyHandling(await hall.deskOf('xiji.reviewer'), number);
    await reviewer.open();
    await reviewer.begin('审核意见');
    await reviewer.choose('不同意');
    await reviewer.desk.press('提交审核意见');
    await reviewer.desk.page.getByText('请至少选一条理由').waitFor();
    await reviewer.check('申请材料与实际情况不符');
    await reviewer.write('审核意见', '店面已经关门。');
    await reviewer.submit('审核意见');
    const leader = new JourneyHandling(await hall.deskOf('xiji.leader'), number);
    await leader.open();
    await leader.act('批准');
    const sealer = new JourneyHandling(await hall.deskOf('xiji.sealer'), number);
    await sealer.open();
    await sealer.act('用印');
    const window = new JourneyHandling(clerk, number);
    await window.open();
    await window.act('转报');
    const officer = new JourneyHandling(await hall.deskOf('rsj.officer'), number);
    await officer.open();
    expect(await officer.desk.page.getByRole('button', { name: '见章发证' }).count()).toBe(0);
    await officer.act('依审核意见不予');
    await window.open();
    await window.act('送达');
    expect(hall.district.case(idOf(number))).toMatchObject({
      status: 'delivered',
      issue: { granted: false },
    });
    await clerk.page.getByRole('radio', { name: '决定书' }).click();
    await clerk.page.getByText(/60 日内.*申请行政复议/).waitFor();
  });
});
