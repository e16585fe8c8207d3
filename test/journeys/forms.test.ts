import type { Locator, Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { person } from '../catalogue/samples.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import { A4, sheetsOf } from '../support/journeyPaper.ts';

const { idNumber } = person('applicant');
const FORM = '一次性创业补贴申请（确认）表';

/** What stands on the paper and not on the screen. */
async function onPaper(page: Page, wanted: Locator): Promise<boolean> {
  await page.emulateMedia({ media: 'print' });
  const seen = await wanted.isVisible();
  await page.emulateMedia({ media: null });
  return seen && !(await wanted.isVisible());
}

describe('an application form', () => {
  const hall = journeyHall();

  test('is printed with what was said at the counter, without a line, and again from the case', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const { page } = desk;
    await desk.goOffline();
    const intake = new JourneyIntake(page, '7b');
    await intake.begin();
    await intake.toPapers();
    await intake.press(`打印申请表：${FORM}`);
    await desk.heading(`打印${FORM}`).waitFor();
    const sheet = page.getByRole('region', { name: FORM });
    const number = sheet.getByText(idNumber, { exact: true });
    await sheet.getByText('王秀兰').waitFor();
    await sheet.getByText('3704**********0025').waitFor();
    expect(await onPaper(page, number)).toBe(true);
    for (const part of ['申请人（签名或按指印）', '见证人', '请从头读一遍'])
      await sheet.getByText(part).waitFor();
    expect(await sheetsOf(page)).toEqual([A4]);

    await page.getByRole('link', { name: '接着收件' }).click();
    await intake.at('核对材料');
    await intake.markRest();
    await intake.next('定结果，提交');
    const saved = await intake.submit('提交受理');
    await page.getByRole('main').getByRole('link', { name: '办件', exact: true }).click();
    await page.getByRole('link', { name: `打印申请表：${FORM}` }).click();
    await sheet.getByText('3704**********0025').waitFor();
    expect(await number.count()).toBe(0);
    await desk.press('打印');
    await number.waitFor({ state: 'attached' });
    expect(await onPaper(page, number)).toBe(true);
    // That the numbers were asked for is recorded like any other asking.
    await desk.goOnline();
    await eventually(() => district.acts().map(({ data }) => data.what)).toEqual([
      'identityNumber',
      'telephone',
    ]);
    expect(district.cases().map((one) => one.number)).toEqual([saved]);
  });

  test('is handed out empty, and as a sample that says so, with the guide in hand', async () => {
    const desk = await hall.counter();
    const { page } = desk;
    const intake = new JourneyIntake(page, '7b');
    await intake.begin();
    await intake.press('空白表和示范文本');
    const sheet = page.getByRole('region', { name: FORM });
    await sheet.getByText('请用黑色笔填写').waitFor();
    expect(await sheet.getByRole('cell').allTextContents()).toEqual(
      intake.guide.forms?.[0]?.fields.map(() => ''),
    );
    await page.getByRole('radio', { name: '示范文本' }).click();
    await sheet.getByText('王秀兰（示例）').waitFor();
    // In its head, and across the sheet.
    expect(await sheet.getByText('示范文本', { exact: true }).count()).toBe(2);
    await page.getByText('不能照抄').waitFor();
  });

  test('takes one sheet, whichever guide it belongs to', async () => {
    const desk = await hall.counter();
    const { page } = desk;
    for (const guide of seedCatalogue.guides) {
      if (guide.state !== 'complete') continue;
      for (const form of guide.forms ?? []) {
        const address = `/desk/print/form/${guide.id}/${guide.version}?paper=${form.material}&copy=sample`;
        await page.evaluate((to) => {
          history.pushState({}, '', to);
          dispatchEvent(new PopStateEvent('popstate'));
        }, address);
        await page.getByRole('region', { name: form.title }).waitFor();
        expect([form.title, ...(await sheetsOf(page))]).toEqual([form.title, A4]);
      }
    }
  });
});
