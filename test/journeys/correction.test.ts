import { describe, expect, test } from 'vitest';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake, savedNumber } from '../support/journeyIntake.ts';

const PHOTOS = '设置位置的现状照片和效果图';
const SAMPLE = '宣传品内容样稿';

/** Opens a case from the list and takes in one of the papers that were told. */
async function supplement(desk: JourneyDesk, number: string, material: string): Promise<void> {
  await desk.openList();
  await desk.openCase(number);
  await desk.press('补正材料');
  await new JourneyIntake(desk.page, '1').mark(material, '已收全');
}

/** Adds something that the first notice did not list, and presses the button. */
async function tellSomethingNew(desk: JourneyDesk): Promise<void> {
  await desk.press('一次性补正告知');
  await desk.press('添加一项');
  await desk.page.getByLabel('“其他事项”要补什么').fill('请补交灯杆管理单位的意见');
  await desk.press('提交一次性补正告知');
}

describe('papers that are told once', () => {
  const hall = journeyHall();

  test('a correction is told, the paper is brought, and the case is accepted', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const { page } = desk;
    const number = await new JourneyIntake(desk.page, '1').toCorrection('photos');
    const notice = page.getByRole('region', { name: '一次性补正告知书' });
    await notice.getByRole('cell', { name: PHOTOS }).waitFor();
    await notice.getByRole('cell', { name: '请补交原件 1 份' }).waitFor();

    await supplement(desk, number, 'photos');
    expect(await page.getByRole('checkbox', { name: '材料已齐，同时受理' }).isChecked()).toBe(true);
    await desk.press('提交补正材料');
    expect(await savedNumber(page)).toBe(number);
    await page.getByRole('region', { name: '受理通知书' }).getByText(number).waitFor();
    await desk.allSent();
    const [recorded] = district.cases().filter((one) => one.number === number);
    expect(recorded?.status).toBe('accepted');
    expect(district.story(recorded?.id ?? '')).toEqual([
      'received',
      'correctionRequired',
      'supplemented',
      'accepted',
    ]);
  });

  test('a second correction with a new line stops at the clerk, and a supervisor tells it against the hall', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const { page } = desk;
    const number = await new JourneyIntake(desk.page, '1').toCorrection('photos', 'sample');
    await supplement(desk, number, 'photos');
    await desk.press('提交补正材料');
    await page.getByText(`编号 ${number}`).first().waitFor();
    await desk.allSent();
    const id = district.cases().find((one) => one.number === number)?.id ?? '';
    const before = ['received', 'correctionRequired', 'supplemented'];
    await eventually(() => district.story(id)).toEqual(before);

    await tellSomethingNew(desk);
    await page.getByText(/第二次告知里有第一次没有列的材料：.*其他事项/).waitFor();
    await page.getByText('确需增加的，由督查人员办理并计入本大厅').waitFor();
    await desk.allSent();
    expect(district.story(id)).toEqual(before);

    const supervisor = await hall.deskOf('qu.supervisor');
    await supervisor.openCase(number);
    await tellSomethingNew(supervisor);
    await supervisor.page
      .getByRole('region', { name: '一次性补正告知书' })
      .getByText('灯杆管理单位')
      .waitFor();
    await supervisor.allSent();
    expect(district.story(id)).toEqual([...before, 'correctionRequired']);
    expect(district.case(id)?.corrections.map((one) => one.countsAgainstHall)).toEqual([false, true]);
    expect(district.case(id)?.corrections[1]?.lines.map((line) => line.name)).toEqual([SAMPLE, '其他事项']);

    await desk.openList();
    await desk.openCase(number);
    await page.getByRole('listitem').filter({ hasText: '其他事项：请补交灯杆管理单位的意见' }).waitFor();
    // What the clerk had written, and could not submit, stays until it is thrown away.
    await page.getByText('一次性补正告知写到一半，现在办不了这一步了').waitFor();
  });
});
