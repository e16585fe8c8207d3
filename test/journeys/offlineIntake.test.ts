import { describe, expect, test } from 'vitest';
import { SAMPLES } from '../catalogue/samples.ts';
import { journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const EIGHTY_PERCENT = '农民成员至少要占成员总数的 80%。';

describe('taking in an application without a line', () => {
  const hall = journeyHall();

  test('a cooperative with too few farmers cannot be accepted; with enough it is, survives a power cut, and is recorded once', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const { page } = desk;
    await desk.goOffline();

    const intake = new JourneyIntake(page, '10');
    await intake.begin('合作社');
    await intake.answerAll({ ...SAMPLES[10].answers, farmers: 7 });
    await page.getByText(EIGHTY_PERCENT).waitFor();
    await page.getByText('依据：《农民专业合作社法》第二十条第一款').waitFor();
    await intake.next('填写当事人');
    await intake.fillParties();
    await intake.next('核对材料');
    await intake.markRest();
    await intake.next('定结果，提交');
    await page.getByText(EIGHTY_PERCENT).first().waitFor();
    expect(await page.getByRole('radio', { name: /^受理/ }).count(), 'acceptance is not offered').toBe(0);

    await page.getByRole('button', { name: '回到：情形' }).click();
    await intake.answer('farmers', 8);
    await page.getByText(EIGHTY_PERCENT).waitFor({ state: 'detached' });
    await intake.next('填写当事人');
    await intake.next('核对材料');
    await intake.next('定结果，提交');
    await intake.choice('受理');
    const number = await intake.submit('提交受理');

    const receipt = page.getByRole('region', { name: '受理通知书' });
    await receipt.getByText(number).waitFor();
    await receipt.getByRole('img', { name: '扫码看进度' }).waitFor();
    expect(district.cases()).toEqual([]);

    await desk.kill();
    // Nothing can be sent meanwhile, not even by the worker, which the browser may wake before it is told to be offline.
    await district.kill();
    await desk.start({ offline: true });
    await desk.open();
    await desk.unlock('xiji.clerk');
    await desk.row(number).getByText('已存本机').waitFor();
    expect(district.cases()).toEqual([]);

    await district.start();
    await desk.goOnline();
    await desk.row(number).getByText('区里已登记').waitFor();
    await desk.allSent();
    expect(district.cases().map((one) => [one.number, one.status])).toEqual([[number, 'accepted']]);
    expect(district.events().map((one) => one.type)).toEqual(['received', 'accepted']);
  });
});
