import { describe, expect, test } from 'vitest';
import { answersAddress } from '../../src/protocol/answersCode.ts';
import { completeGuide, SAMPLES } from '../catalogue/samples.ts';
import { journeyHall } from '../support/journeyHall.ts';

const guide = completeGuide('7b');
const { answers } = SAMPLES['7b'];
const { 'months-open': months, ...most } = answers;
const textOf = (id: string): string => guide.questions.find((one) => one.id === id)?.text ?? '';

describe('a checklist scanned from a citizen’s phone', () => {
  const hall = journeyHall();

  test('opens the intake with its answers, by keyboard alone and without a line', async () => {
    const desk = await hall.counter();
    const { page } = desk;
    await desk.goOffline();
    await page.keyboard.press('n');
    await desk.heading('选要办的事项').waitFor();
    const box = page.getByLabel('扫群众的二维码');
    await page.getByLabel('找事项').waitFor();
    await box.focus();

    // Another code is refused in words, and the next scan takes its place.
    await page.keyboard.type('wxp://f2f0Zk1x_c');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('这不是本系统办事清单上的二维码。').waitFor();
    const code = answersAddress('https://banshi.example.cn', guide, most);
    await page.keyboard.type(code.toUpperCase());
    await page.keyboard.press('Enter');

    await desk.heading('问清情形').waitFor();
    const said = page.getByRole('status').filter({ hasText: '从二维码带入了' });
    await said.getByText(`还要问 1 题：${textOf('months-open')}`).waitFor();
    for (const id of Object.keys(most)) await said.getByText(textOf(id)).waitFor();
    expect(await page.getByLabel(textOf('months-insured')).inputValue()).toBe(
      String(answers['months-insured']),
    );
    await page.getByLabel(textOf('months-open')).fill(String(months));
    await said.getByText('都答全了。').waitFor();
    await page.keyboard.press('Control+Enter');
    await desk.heading('填写当事人').waitFor();
  });

  test('is understood in the search box, and says that the guide has changed since', async () => {
    const desk = await hall.counter();
    const { page } = desk;
    await page.keyboard.press('n');
    await desk.heading('选要办的事项').waitFor();
    const search = page.getByLabel('找事项');
    await expect.poll(() => search.evaluate((one) => one === document.activeElement)).toBe(true);
    const older = { ...guide, version: guide.version + 1 };
    await page.keyboard.type(answersAddress('https://banshi.example.cn', older, answers));
    await page.keyboard.press('Enter');
    await desk.heading('问清情形').waitFor();
    await page.getByText(`来人看的是第 ${older.version} 版指南，现在是第 ${guide.version} 版`).waitFor();
    await page.getByText('都答全了。').waitFor();
  });
});
