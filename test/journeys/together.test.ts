import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { look as lookAt } from '../support/axe.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyHandling, JourneyPeople } from '../support/journeyHandling.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const DAY_MS = 86_400_000;
const SIZES = [
  { width: 360, height: 740 },
  { width: 820, height: 1180 },
  { width: 1366, height: 768 },
];

/** Nothing that axe finds fault with, and nothing out of the window, at any of the three sizes. */
async function look(page: Page, screen: string): Promise<void> {
  const faults: string[] = [];
  await lookAt(page, screen, faults, SIZES);
  expect(faults).toEqual([]);
}

const write = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('button', { name: '写留言' }).click();
  await page.getByRole('textbox', { name: '写留言' }).fill(text);
  await page.getByRole('button', { name: '留言', exact: true }).click();
  await page
    .getByRole('region', { name: '业务往来' })
    .getByRole('listitem')
    .filter({ hasText: text })
    .waitFor();
};

/** The department's record of a step; of a public notice, for as many days. */
const record = (officer: JourneyHandling, step: string, outcome: string, words: string, days?: number) =>
  officer.act('过程记录', async () => {
    await officer.choose(step);
    if (days !== undefined)
      await officer.write('公示到哪天止', new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10));
    await officer.choose(outcome);
    await officer.write('情况', words);
  });

describe('two offices with one case', () => {
  const hall = journeyHall();
  const idOf = (number: string) => hall.district.cases().find((one) => one.number === number)?.id ?? '';
  const caseOf = (number: string) => hall.district.case(idOf(number));

  test('write each other, also without a line; the notices lead to the case; an objection to the department’s own public notice is settled, and the list issued', async () => {
    const clerk = await hall.counter();
    const people = new JourneyPeople(hall, clerk);
    const number = await new JourneyIntake(clerk.page, '7b').toAcceptance();
    await clerk.allSent();
    await people.opined(number, 'xiji', '店面正常经营满一年，同意。');

    await clerk.goOffline();
    await people.window(number);
    await write(clerk.page, '社保月数以县里推送的为准吗？');
    await clerk.goOnline();
    await clerk.allSent();
    await clerk.openList();
    await eventually(() => caseOf(number)?.notes?.length).toBe(1);

    // The department: marked in the list, counted in the bar, and the notice leads to the case.
    const desk = await hall.deskOf('rsj.officer');
    await desk.row(number).getByText('有新留言').waitFor();
    await desk.page.getByRole('link', { name: /^提醒\s*2$/ }).waitFor();
    await desk.go(/^提醒/);
    await desk.heading('看提醒').waitFor();
    const notices = desk.page.getByRole('list', { name: '提醒' });
    await notices.getByText('到您这里了').waitFor();
    await look(desk.page, 'notices');
    await notices.getByRole('link').filter({ hasText: '有新留言' }).click();
    await desk.page.getByText(`编号 ${number}`).first().waitFor();
    await desk.page.getByText('社保月数以县里推送的为准吗？').waitFor();
    await write(desk.page, '以人社系统里的缴费记录为准。');
    await desk.allSent();
    await look(desk.page, 'notes');
    await desk.page.getByRole('link', { name: '提醒', exact: true }).waitFor();
    await desk.openList();
    await desk.row(number).waitFor();
    expect(await desk.row(number).getByText('有新留言').count()).toBe(0);

    await clerk.go(/^提醒\s*1$/);
    await clerk.page.getByRole('list', { name: '提醒' }).getByRole('link').click();
    await clerk.page.getByText('以人社系统里的缴费记录为准。').waitFor();
    expect(caseOf(number)?.status).toBe('atDepartment');

    const officer = new JourneyHandling(desk, number);
    await officer.open();
    await record(officer, '公示名单', '有人提出异议', '有人说这家店去年停过业。', 5);
    await officer.begin('见章发证');
    await desk.press('提交见章发证');
    await desk.page.getByText('有一条异议还没有处理').waitFor();
    await desk.press('取消');
    await record(officer, '公示名单', '异议已经处理', '查过用电和开票记录，没有停业。');
    await officer.act('见章发证');
    await eventually(() => caseOf(number)?.status).toBe('issued');
    await people.delivered(number);
    await officer.openFrom('全部');
    await record(officer, '财政拨付', '做完了', '一次性创业补贴已打到社会保障卡。');
    await eventually(() => caseOf(number)?.steps?.length).toBe(3);
    expect(caseOf(number)?.status).toBe('delivered');
    expect(caseOf(number)?.steps?.map((one) => [one.step, one.outcome])).toEqual([
      ['notice', 'objection'],
      ['notice', 'settled'],
      ['pay', 'done'],
    ]);
  }, 300_000);

  test('the help draws how a case goes on each route, for every screen', async () => {
    const clerk = await hall.counter();
    await clerk.press('快捷键');
    await clerk.page
      .getByRole('dialog')
      .getByRole('link', { name: /^看办件怎么走/ })
      .click();
    await clerk.heading('看办件怎么走').waitFor();
    const direct = clerk.page.getByRole('region', { name: '直接下放' });
    await direct.getByRole('listitem').filter({ hasText: '用印（监印；只限要盖章的）' }).first().waitFor();
    await look(clerk.page, 'direct');
    await clerk.page.getByRole('radio', { name: '下放实质性审核权' }).click();
    const review = clerk.page.getByRole('region', { name: '下放实质性审核权' });
    await review.getByText('部门形式退回').first().waitFor();
    await look(clerk.page, 'review');
    expect(await direct.count()).toBe(0);
    await clerk.page.emulateMedia({ media: 'print' });
    expect(await clerk.page.locator('h2:visible').allTextContents()).toEqual([
      ...['直接下放', '下放实质性审核权', '服务窗口前移', '区级大厅', '纸质材料怎么走'],
    ]);
  });
});
