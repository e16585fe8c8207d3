import { expect, test } from 'vitest';
import { person, SAMPLES } from '../catalogue/samples.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

/** Of extensions E and A (GB 18030): the first is two code units long. */
const NAME = '𬎆䶮';
const PARTIES = [{ ...person('applicant'), name: NAME }];

const hall = journeyHall();

test('a name that few fonts have stands whole on the form, the receipt, in the list and in the district', async () => {
  const { district } = hall;
  const desk = await hall.counter();
  const { page } = desk;
  await desk.goOffline();
  const intake = new JourneyIntake(page, '7b');
  await intake.begin();
  await intake.toPapers(SAMPLES['7b'].answers, PARTIES);
  const [form] = intake.guide.forms ?? [];
  await intake.press(`打印申请表：${form?.title}`);
  const sheet = page.getByRole('region', { name: form?.title ?? '' });
  await sheet.getByText(NAME, { exact: true }).first().waitFor();

  await page.getByRole('link', { name: '接着收件' }).click();
  await intake.at('核对材料');
  await intake.markRest();
  await intake.next('定结果，提交');
  const number = await intake.submit('提交受理');
  await page.getByRole('region', { name: '受理通知书' }).getByText(`${NAME}（3704`).waitFor();

  await desk.openList();
  const chosen = page.getByRole('radiogroup', { name: '看哪些办件' }).getByRole('radio', { checked: true });
  for (const part of [NAME, '𬎆', '䶮']) {
    await page.getByLabel('找办件').fill(part);
    await desk.row(number).getByText(NAME).waitFor();
    // All are looked through, whichever were shown before.
    await page.getByText('在全部办件里找到 1 件').waitFor();
    expect(await chosen.count()).toBe(0);
  }
  // Another character with the same first code unit is another name.
  await page.getByLabel('找办件').fill('𬎇');
  await desk.row(number).waitFor({ state: 'detached' });
  await page.getByRole('radio', { name: '今天', exact: true }).click();
  await desk.row(number).waitFor();
  expect(await page.getByLabel('找办件').inputValue()).toBe('');
  expect(await chosen.textContent()).toContain('今天');

  await desk.goOnline();
  await eventually(() => district.cases().map(({ parties }) => parties.map((one) => one.name))).toEqual([
    [NAME],
  ]);
});
