import { describe, expect, test } from 'vitest';
import { person } from '../catalogue/samples.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const { idNumber, name } = person('legalRepresentative');

describe('the copy card for the system of record', () => {
  const hall = journeyHall();

  test('copies field by field; a covered number in full, and that is recorded', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const { page } = desk;
    await desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const number = await new JourneyIntake(page, '10').toAcceptance();
    await desk.openList();
    await desk.openCase(number);
    const card = page.getByRole('region', { name: '录入企业登记系统' });
    await card.getByText('待部门核定').waitFor();
    await card.getByText('收件时没有问到，手工填').first().waitFor();
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

    await card.getByRole('button', { name: '复制法定代表人' }).click();
    await card.getByRole('status').getByText('已复制法定代表人').waitFor();
    expect(await clipboard()).toBe(name);
    await card.getByRole('button', { name: '复制成员总数' }).click();
    await card.getByRole('status').getByText('已复制成员总数').waitFor();
    expect(await clipboard()).toBe('10');

    await card.getByText('3704**********0025').waitFor();
    await card.getByRole('button', { name: '复制证件号码' }).click();
    await card.getByRole('status').getByText('已复制证件号码').waitFor();
    expect(await clipboard()).toBe(idNumber);
    expect(await page.locator('main').textContent()).not.toContain(idNumber);
    await eventually(() => district.acts().map(({ data }) => data.what)).toEqual(['identityNumber']);

    // A counter reached over plain http has no clipboard: the text lies there selected.
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await card.getByRole('button', { name: '复制合作社名称' }).click();
    await card.getByRole('status').getByText('请按 Ctrl+C').waitFor();
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('翼云果品种植专业合作社');
  });
});
