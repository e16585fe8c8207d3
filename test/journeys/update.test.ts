import { rmSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { installAgain, installedProgram, installVersion, versionIn } from '../support/journeyBuild.ts';
import { eventually, journeyHall, preparedHere } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const root = installedProgram();
beforeEach(() => installAgain(root));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a new version of the app', () => {
  const hall = journeyHall({ root, prepared: preparedHere() });

  test('waits while a form is open, is offered and never forced, and leaves the draft as it was', async () => {
    const desk = await hall.counter();
    const { page } = desk;
    const intake = new JourneyIntake(page, '1');
    await intake.begin();
    await intake.answerAll();
    await intake.next('填写当事人');
    await page.getByRole('group', { name: '申请人' }).getByLabel('姓名').fill('赵树理');
    await page.getByText(/^草稿已自动保存/).waitFor();

    installVersion(root, '二');
    // As when the tab is looked at again.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByText('有新版本，办完这件再更新。').waitFor();
    expect(await page.getByRole('button', { name: '现在更新' }).count()).toBe(0);
    expect(await page.getByLabel('姓名').inputValue()).toBe('赵树理');

    await desk.openList();
    await page.getByText('更新只要几秒，草稿和待上报的都不受影响。').waitFor();
    expect(await versionIn(page), 'not before the person agrees').toBeUndefined();
    await desk.press('现在更新');
    await eventually(() => versionIn(page)).toBe('二');
    await desk.unlock('xiji.clerk');
    await page
      .getByRole('list', { name: '草稿' })
      .getByRole('link', { name: /赵树理/ })
      .click();
    await intake.at('填写当事人');
    expect(await page.getByLabel('姓名').inputValue()).toBe('赵树理');
    expect(await page.getByText('有新版本').count()).toBe(0);
    expect(hall.district.cases()).toEqual([]);
  });

  test('is offered to a second window of the old version, which reloads only when its person agrees', async () => {
    const desk = await hall.counter();
    const { page } = desk;
    const second = await desk.secondWindow();
    await desk.heading('今天的办件', second).waitFor();
    installVersion(root, '二');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await desk.press('现在更新');
    await eventually(() => versionIn(page)).toBe('二');
    await second.getByRole('button', { name: '现在更新' }).waitFor();
    expect(await versionIn(second)).toBeUndefined();
    await desk.press('现在更新', second);
    await eventually(() => versionIn(second)).toBe('二');
  });
});
