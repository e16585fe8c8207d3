import { describe, expect, test } from 'vitest';
import { person } from '../catalogue/samples.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import { spoiled } from '../support/journeySpoil.ts';

describe('what the district does not record', () => {
  const hall = journeyHall();

  test('an envelope that does not open is said in words, and putting it aside is recorded with its reason', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    await desk.goOffline();
    const number = await new JourneyIntake(desk.page, '7b').toAcceptance();
    const parcel = await spoiled(desk, number);
    const { page } = desk;
    await parcel.getByText('封装打不开，可能在传送中损坏。').waitFor();
    expect(district.events()).toEqual([]);

    await parcel.getByRole('button', { name: '放弃' }).first().click();
    const dialog = page.getByRole('dialog', { name: /^放弃上报这一步：收件/ });
    await dialog.getByRole('button', { name: '放弃上报' }).click();
    await dialog.getByText('请写明原因').waitFor();
    await dialog.getByLabel('放弃的原因').fill('申请人已到区级大厅办理');
    await dialog.getByRole('button', { name: '放弃上报' }).click();
    await page.getByText('没有要上报的').waitFor();
    // The acceptance that would have followed goes with the receipt.
    expect(district.events().map((one) => one.type)).toEqual(['setAside', 'setAside']);
    expect(district.cases()).toEqual([]);
  });

  test('a receipt altered on the disk is refused, mended, and recorded once under its number', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    await desk.goOffline();
    const number = await new JourneyIntake(desk.page, '7b').toAcceptance();
    const { telephone } = person('applicant');
    const parcel = await spoiled(desk, number);
    const { page } = desk;
    await parcel.getByText('封装打不开，可能在传送中损坏。').waitFor();
    // Its case names nobody else who would have to do something: it is for the clerk to mend.
    await desk.openList();
    await desk.row(number).click();
    await page.getByText('这一件有一步区里没有登记').waitFor();
    expect(await page.getByText('要换一个人').count()).toBe(0);
    await page.getByRole('link', { name: '去处理' }).click();
    await parcel.getByRole('button', { name: '修改后重报' }).click();
    const intake = new JourneyIntake(page, '7b');
    await intake.at('修改后重报：定结果，提交');
    await page.getByRole('button', { name: '回到：当事人' }).click();
    await page.getByRole('group', { name: '申请人' }).getByLabel('联系电话').fill(telephone);
    await intake.next('核对材料');
    await intake.next('定结果，提交');
    expect(await intake.submit('提交受理')).toBe(number);
    await desk.allSent();
    const recorded = district.cases().filter((one) => one.number === number);
    expect(recorded.map((one) => one.parties[0]?.telephone)).toEqual([telephone]);
    expect(district.story(recorded[0]?.id ?? '')).toEqual(['received', 'accepted']);
  });

  test('when the session ends at the endpoint, sending goes on, and the session comes back by itself', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const { page } = desk;
    const ended = await desk.context.request.delete(`${district.url}/api/session`);
    expect(ended.status()).toBe(204);
    const number = await new JourneyIntake(page, '7b').toAcceptance();
    await desk.allSent();
    const mine = () => district.cases().filter((one) => one.number === number);
    expect(mine().map((one) => one.status)).toEqual(['accepted']);
    await desk.openList();
    await desk.row(number).getByText('区里已登记').waitFor();
    expect(await page.getByText('登录没能自动续上').count()).toBe(0);
    // The unlocked person has a session again, as soon as the feed has asked for one.
    await eventually(() => desk.session()).toBe(200);
  });
});
