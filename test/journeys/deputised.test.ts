import type { Locator, Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { addDays, legalDateOf } from '../../src/domain/time.ts';
import { look } from '../support/axe.ts';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyHandling, JourneyPeople } from '../support/journeyHandling.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const DEPUTY = '冯小满';
const AWAY = '赵批准（演示）';
const WORDS = '现场照片没有日期，请补拍。';
const SIZES = [
  { width: 360, height: 740 },
  { width: 820, height: 1180 },
  { width: 1366, height: 768 },
];

describe('somebody who is away', () => {
  const hall = journeyHall();
  const faults: string[] = [];
  const seen = (page: Page, screen: string) => look(page, screen, faults, SIZES);
  const lineOf = (desk: JourneyDesk): Locator => desk.page.getByText(`为${AWAY}代班（批准）`);

  test('has a deputy with the power of the post until the administrator ends it, and what she wrote stays', async () => {
    const { district } = hall;
    await district.hire('xiji.deputy', DEPUTY, '370406102');
    const clerk = await hall.counter();
    const people = new JourneyPeople(hall, clerk);
    const [first, second] = [await decided(people, clerk), await decided(people, clerk)];

    const deputy = new JourneyHandling(await people.at('xiji.deputy'), first);
    await deputy.openFrom('全部');
    expect(await deputy.desk.page.getByRole('button', { name: '批准' }).count()).toBe(0);
    await deputy.desk.lock();

    const admin = await hall.desk();
    await admin.visit('qu.admin');
    await admin.go('人员');
    await named(admin);

    await deputy.desk.unlock('xiji.deputy');
    await deputy.desk.openList();
    await lineOf(deputy.desk).waitFor();
    await seen(deputy.desk.page, 'the deputy’s list');
    await deputy.openFrom('全部');
    await deputy.act('批准', () => deputy.write('批示', '同意。'));
    await eventually(() => caseOf(first)?.status).toBe('approved');
    await deputy.desk.press('看办理经过');
    const history = deputy.desk.page.getByRole('region', { name: '办理经过' });
    await history.getByText(`${DEPUTY}（代${AWAY}）`).waitFor();

    const late = new JourneyHandling(deputy.desk, second);
    await late.openFrom('全部');
    await late.desk.goOffline();
    await ended(admin);
    await late.begin('退回重办');
    await late.choose('事实没有查清');
    await late.write('要改什么', WORDS);
    await late.desk.press('提交退回重办');
    await late.desk.goOnline();
    await refused(late);
    expect(caseOf(second)?.status).toBe('decided');
    expect(faults).toEqual([]);
  });

  const caseOf = (number: string) => hall.district.cases().find((one) => one.number === number);

  /** A case that waits for whoever approves. */
  async function decided(people: JourneyPeople, clerk: JourneyDesk): Promise<string> {
    await clerk.openList();
    const number = await new JourneyIntake(clerk.page, '1').toAcceptance();
    await clerk.allSent();
    const reviewer = await people.before('xiji.reviewer', number);
    await reviewer.act('过程记录', async () => {
      await reviewer.choose('两人以上到现场看');
      await reviewer.was('西集镇政府东墙');
      await reviewer.write('在场的工作人员', '李审核、张助理');
    });
    await reviewer.act('决定', async () => {
      await reviewer.choose('准予');
      await reviewer.write('决定的事实和内容', '位置、尺寸符合规定，准予张挂三十日。');
    });
    await eventually(() => caseOf(number)?.status).toBe('decided');
    return number;
  }

  /** The administrator fills the form in, first with days that cannot be. */
  async function named({ page }: JourneyDesk): Promise<void> {
    const today = legalDateOf(new Date().toISOString());
    await page.getByText('现在没有代班').waitFor();
    await seen(page, 'staff, nobody away');
    await page.getByRole('button', { name: `代班 ${DEPUTY}` }).click();
    const form = page.getByRole('dialog', { name: `请${DEPUTY}代班` });
    await form.getByRole('button', { name: '登记代班' }).click();
    await form.getByText('请选谁不在岗。').waitFor();
    await form.getByLabel('谁不在岗').selectOption({ label: `${AWAY}（西集镇）` });
    await form.getByLabel('原因').fill('外出培训');
    await form.getByLabel('从哪一天起').fill(addDays(today, -1));
    await form.getByLabel('到哪一天为止').fill(addDays(today, 3));
    await form.getByText('过去的日子不能补登').waitFor();
    await form.getByLabel('从哪一天起').fill(addDays(today, 2));
    await form.getByLabel('到哪一天为止').fill(addDays(today, 1));
    await form.getByText('结束的日子在开始之前').waitFor();
    await form.getByLabel('到哪一天为止').fill(addDays(today, 100));
    await form.getByText('一次最长 92 天').waitFor();
    await seen(page, 'form of a deputy, refused');
    await form.getByRole('button', { name: '登记代班' }).click();
    expect(await form.isVisible()).toBe(true);
    await form.getByLabel('从哪一天起').fill(today);
    await form.getByLabel('到哪一天为止').fill(addDays(today, 3));
    await form.getByRole('button', { name: '登记代班' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText(`已登记：${DEPUTY}为${AWAY}代班。`).waitFor();
    await seen(page, 'staff, somebody away');
  }

  async function ended({ page }: JourneyDesk): Promise<void> {
    await page.getByRole('button', { name: `提前结束 ${DEPUTY} 为 ${AWAY} 代班` }).click();
    const dialog = page.getByRole('dialog', { name: `提前结束${DEPUTY}为${AWAY}代班` });
    await dialog.getByLabel('原因').fill('提前回来');
    await seen(page, 'early end');
    await dialog.getByRole('button', { name: '提前结束', exact: true }).click();
    await page.getByText('的代班已结束').waitFor();
    await page.getByText('现在没有代班').waitFor();
  }

  /** What came too late is refused in words; opened again it stands as it was written, and may be said no more. */
  async function refused({ desk, number }: JourneyHandling): Promise<void> {
    const { page } = desk;
    await page.getByRole('button').filter({ hasText: '1 件需处理' }).waitFor();
    await desk.openOutbox();
    const parcel = page.getByRole('article').filter({ hasText: number });
    await parcel.getByText('您在该单位没有办理这一步的岗位').first().waitFor();
    await parcel.getByRole('link', { name: '打开再改' }).click();
    const words = page.getByRole('textbox', { name: /^要改什么/ });
    await words.waitFor();
    await desk.press('提交退回重办');
    await page.getByText('您在该单位没有办理这一步的岗位').first().waitFor();
    expect(await words.inputValue()).toBe(WORDS);
    await seen(page, 'a deputy’s act, refused');
    await eventually(() => lineOf(desk).count()).toBe(0);
  }
});
