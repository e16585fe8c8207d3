import { describe, expect, test } from 'vitest';
import { journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake, savedNumber } from '../support/journeyIntake.ts';

describe('paper without a case', () => {
  const hall = journeyHall();

  test('the one-time notice in one tap and the first-inquiry slip are made offline and recorded later', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const { page } = desk;
    await desk.goOffline();

    const intake = new JourneyIntake(page, '7b');
    await intake.begin();
    await intake.answer('subsidy', 'one-time');
    await intake.answer('group', 'returnee');
    await desk.press('一次性告知单');
    const notice = await savedNumber(page);
    const sheet = page.getByRole('region', { name: '一次性告知单' });
    await sheet.getByText(notice).waitFor();
    await sheet.getByRole('cell', { name: '营业执照' }).waitFor();
    await sheet.getByRole('cell', { name: '返乡入乡农民工身份的证明' }).waitFor();

    await desk.openList();
    await desk.press('首问单');
    const dialog = page.getByRole('dialog', { name: '写明去处，开首问单' });
    await dialog.getByLabel('到哪里办').fill('山亭区税务局办税大厅，北京路 1 号');
    await dialog.getByRole('button', { name: '出首问单' }).click();
    await page.getByRole('region', { name: '首问单' }).getByText('山亭区税务局办税大厅').waitFor();
    const inquiry = await savedNumber(page);
    expect(district.events()).toEqual([]);

    await desk.openOutbox();
    await page.getByRole('article').filter({ hasText: notice }).waitFor();
    await page.getByRole('article').filter({ hasText: inquiry }).waitFor();
    await desk.goOnline();
    await page.getByText('没有要上报的').waitFor();
    expect(district.events().map((one) => [one.type, one.header.stream.kind])).toEqual([
      ['slipIssued', 'slip'],
      ['slipIssued', 'slip'],
    ]);
    expect(district.cases()).toEqual([]);
    expect(inquiry).not.toBe(notice);
  });
});
