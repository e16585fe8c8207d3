import { describe, expect, test } from 'vitest';
import { look } from '../support/axe.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyPeople } from '../support/journeyHandling.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

/** An ordinary Monday; asked for on the thirtieth day before the old licence ends; the day after that. */
const MONDAY = '2026-11-02T01:30:00.000Z';
const ENDS = '2026-12-02';
const AFTER = '2026-12-03T01:30:00.000Z';
const LICENCE = '鲁枣山审〔2025〕12号';

describe('a licence that ends', () => {
  const hall = journeyHall({ beginsAt: MONDAY });

  test('is asked to be prolonged in time, is granted by silence, and then no longer refused', async () => {
    const { district } = hall;
    const faults: string[] = [];
    const clerk = await hall.deskOf('xiji.clerk');
    const people = new JourneyPeople(hall, clerk);
    const intake = new JourneyIntake(clerk.page, '1');
    await intake.begin();
    await intake.answerAll();
    await intake.page.getByRole('radio', { name: '延续' }).check();
    await intake.press('下一步');
    await intake.page.getByText('请填写原证照编号').waitFor();
    await intake.page.getByLabel('原证照编号').fill(LICENCE);
    await intake.page.getByLabel('原证有效期到哪天').fill('2026-11-01');
    await intake.page.getByText('原证已经到期，不能再延续').waitFor();
    await intake.page.getByLabel('原证有效期到哪天').fill('2026-12-01');
    await intake.page.getByText('离到期不满 30 日').waitFor();
    await intake.page.getByLabel('原证有效期到哪天').fill(ENDS);
    await intake.page.getByText('离到期不满 30 日').waitFor({ state: 'hidden' });
    await look(intake.page, '延续', faults);
    expect(faults).toEqual([]);
    await intake.next('填写当事人');
    await intake.fillParties();
    await intake.next('核对材料');
    await intake.markRest();
    await intake.next('定结果，提交');
    const number = await intake.submit('提交受理');
    await clerk.page.getByText(`原证 ${LICENCE}，有效期到2026年12月2日`).first().waitFor();
    await clerk.allSent();

    await district.kill();
    await district.startAt(AFTER);
    await clerk.page.reload();
    await clerk.unlock('xiji.clerk');
    const reviewer = await people.before('xiji.reviewer', number);
    await reviewer.desk.page.getByText('依法视为准予延续').waitFor();
    await reviewer.begin('决定');
    await reviewer.choose('不予');
    await reviewer.desk.page.getByRole('checkbox').first().check();
    await reviewer.write('决定的事实和内容', '位置不合适。');
    await reviewer.desk.press('提交决定');
    await reviewer.desk.page.getByText('依法已经视为准予延续').waitFor();
    await reviewer.choose('准予');
    await reviewer.submit('决定');
    await eventually(() => district.cases()[0]?.status).toBe('decided');
    expect(district.cases()[0]?.renews).toEqual({ number: LICENCE, until: ENDS, inTime: true });
  });
});
