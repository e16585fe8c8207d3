import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { organisation, person } from '../catalogue/samples.ts';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const EACH = 15;
/** The shortest intake there is: four questions, two parties, papers taken in to be looked at later. */
const ANSWERS = { action: 'branch', name: '翼云果品种植专业合作社', 'prior-approval': 'no', agent: 'no' };

async function takeIn(desk: JourneyDesk, page: Page, name: string): Promise<string> {
  const intake = new JourneyIntake(page, '10');
  await desk.openList(page);
  await intake.begin();
  await intake.answerAll(ANSWERS);
  await intake.next('填写当事人');
  await intake.fillParty('法定代表人（理事长）', { ...person('legalRepresentative'), name });
  await intake.fillParty('合作社', organisation('cooperative'));
  await intake.next('核对材料');
  await intake.next('定结果，提交');
  await intake.choice('先收件');
  return intake.submit('提交收件');
}

async function takeInMany(desk: JourneyDesk, page: Page, tab: string): Promise<string[]> {
  const numbers: string[] = [];
  for (let index = 1; index <= EACH; index += 1) numbers.push(await takeIn(desk, page, `${tab}${index}号`));
  return numbers;
}

describe('two windows on one device', () => {
  const hall = journeyHall();

  test('thirty cases taken in offline in two tabs are each recorded once, under numbers that never meet', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const left = desk.page;
    const right = await desk.secondWindow();
    await desk.heading('今天的办件', right).waitFor();
    await desk.goOffline();

    const numbers = (await Promise.all([takeInMany(desk, left, '左'), takeInMany(desk, right, '右')])).flat();
    expect(new Set(numbers).size).toBe(2 * EACH);
    expect(district.cases()).toEqual([]);

    await desk.goOnline();
    await Promise.all([desk.allSent(left), desk.allSent(right)]);
    const cases = district.cases();
    expect(cases.map((one) => one.number).sort()).toEqual([...numbers].sort());
    expect(cases.map((one) => one.parties[0]?.name).sort()).toEqual(
      ['左', '右'].flatMap((tab) => Array.from({ length: EACH }, (_, at) => `${tab}${at + 1}号`)).sort(),
    );
    expect(district.events().map((one) => one.type)).toEqual(Array(2 * EACH).fill('received'));
    for (const page of [left, right]) {
      await desk.openList(page);
      await eventually(() => page.getByText('区里已登记').count()).toBe(2 * EACH);
    }
  });
});
