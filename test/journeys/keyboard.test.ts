import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { openQuestions } from '../../src/domain/checklist.ts';
import { completeGuide, SAMPLES } from '../catalogue/samples.ts';
import { journeyHall } from '../support/journeyHall.ts';
import { savedNumber } from '../support/journeyIntake.ts';
import { COUNTER } from '../support/journeyPrepared.ts';
import { tabTo } from '../support/keys.ts';

const { answers, parties } = SAMPLES['7b'];

/** Answers a question: arrows choose among radios, digits are typed. */
async function answerByKeys(page: Page, question: ReturnType<typeof openQuestions>[number]): Promise<void> {
  const answer = answers[question.id];
  if (question.kind !== 'choice') {
    await tabTo(page, page.getByLabel(question.text));
    await page.keyboard.type(String(answer));
    return;
  }
  await tabTo(page, page.getByRole('group', { name: question.text }));
  const at = question.options.findIndex((option) => option.value === answer);
  if (at === 0) await page.keyboard.press('Space');
  for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown');
}

describe('a clerk without a mouse', () => {
  const hall = journeyHall();

  test('takes in and accepts an application by keyboard alone', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const { page } = desk;
    await page.keyboard.press('n');
    await desk.heading('选要办的事项').waitFor();
    await expect
      .poll(() => page.getByLabel('找事项').evaluate((box) => box === document.activeElement))
      .toBe(true);
    await page.keyboard.type('ycxbt');
    // Two services of item 7 go by these initials: the arrows choose between them.
    const subsidy = page.getByRole('button', { name: '一次性创业补贴申领' });
    await subsidy.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await subsidy.evaluate((row) => row === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');

    await desk.heading('问清情形').waitFor();
    for (const question of openQuestions(completeGuide('7b'), answers)) await answerByKeys(page, question);
    await page.keyboard.press('Control+Enter');

    await desk.heading('填写当事人').waitFor();
    const group = page.getByRole('group', { name: '申请人' });
    for (const [label, value] of [
      ['姓名', parties[0]?.name],
      ['身份证号', parties[0]?.idNumber],
      ['联系电话', parties[0]?.telephone],
    ] as const) {
      await tabTo(page, group.getByLabel(label, { exact: true }));
      await page.keyboard.type(value ?? '');
    }
    await page.keyboard.press('Control+Enter');

    await desk.heading('核对材料').waitFor();
    const lines = page.getByRole('radiogroup', { name: /的状态$/ });
    const count = await lines.count();
    for (let at = 0; at < count; at += 1) {
      await tabTo(page, lines.nth(at));
      await page.keyboard.press('1');
    }
    await page.getByText(`已看 ${count} / ${count} 样`).waitFor();
    await page.keyboard.press('Control+Enter');
    await desk.heading('定结果，提交').waitFor();
    await page.keyboard.press('Control+Enter');
    const number = await savedNumber(page);
    await desk.allSent();
    expect(district.cases().map((one) => [one.number, one.status])).toEqual([[number, 'accepted']]);
  });

  test('a deep link opens without a line', async () => {
    const desk = await hall.counter();
    await desk.open('/desk/outbox');
    await desk.unlock(COUNTER.clerk);
    await desk.heading('待上报').waitFor();
    await desk.goOffline();
    await desk.page.reload();
    await desk.unlock(COUNTER.clerk);
    await desk.heading('待上报').waitFor();
    await desk.page.getByText('没有要上报的').waitFor();
    await desk.page.getByRole('status').getByText('未连网，照常办理').waitFor();
    await desk.open('/desk/case/00000000-0000-7000-8000-000000000000');
    await desk.unlock(COUNTER.clerk);
    await desk.heading('本机没有这一件').waitFor();
  });
});
