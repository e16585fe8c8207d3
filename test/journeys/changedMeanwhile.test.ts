import { describe, expect, test } from 'vitest';
import type { StaffMember } from '../../src/protocol/resources.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import { JourneyOffice } from '../support/journeyOffice.ts';

const XIJI = '370406102';

describe('what changes in the district meanwhile', () => {
  const hall = journeyHall();

  test('an item suspended after the receipt was handed over: recorded, flagged, and shown so on the device', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    await desk.goOffline();
    const number = await new JourneyIntake(desk.page, '1').toAcceptance();

    const editor = await hall.desk();
    await editor.visit('qu.editor');
    await new JourneyOffice(editor).publish(
      '张挂、张贴宣传品审批',
      '暂停受理',
      '区行政审批服务局通知（2026）12 号',
    );

    await desk.goOnline();
    await desk.allSent();
    await desk.openList();
    await desk.row(number).getByText('区里已登记').waitFor();
    await desk.row(number).getByText('待核').waitFor();
    await desk.openCase(number);
    await desk.page
      .getByText(/该事项自 .* 起暂停或者停止受理/)
      .first()
      .waitFor();
    const [recorded] = district.cases();
    expect(recorded?.number).toBe(number);
    expect(recorded?.status).toBe('accepted');
    const story = district.story(recorded?.id ?? '');
    expect(story.filter((type) => type !== 'flagged')).toEqual(['received', 'accepted']);
    expect(recorded?.flags.map((flag) => flag.code)).toContain('item.notInForce');

    // The next applicant is told before anything is filled in.
    await desk.openList();
    await desk.press('收件');
    await desk.page.getByRole('list', { name: '事项' }).getByRole('button', { name: '张挂、张贴' }).click();
    await desk.page.getByText(/^该事项自 2026年.* 起暂停受理$/).waitFor();
  });

  test('a hall without the power: refused with its reason, mended under its number, and recorded once', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const { page } = desk;
    await desk.goOffline();
    const admin = await district.as('qu.admin');
    const { staff } = await admin.call<{ staff: StaffMember[] }>('GET', '/api/staff');
    const clerk = staff.find((one) => one.username === 'xiji.clerk');
    const holds = (role: string) =>
      admin.call('PATCH', `/api/staff/${clerk?.id}`, {
        posts: [{ office: XIJI, roles: [role] }],
        reason: '岗位调整',
      });
    await holds('reviewer');

    const number = await new JourneyIntake(page, '7b').toAcceptance();
    const before = district.cases().length;
    await desk.goOnline();
    await page.getByRole('button').filter({ hasText: '1 件需处理' }).waitFor();
    await desk.openOutbox();
    const parcel = page.getByRole('article').filter({ hasText: number });
    await parcel.getByText('您在该单位没有办理这一步的岗位。').waitFor();
    expect(district.cases()).toHaveLength(before);

    await holds('clerk');
    await page.reload();
    await desk.unlock('xiji.clerk');
    await parcel.getByRole('button', { name: '修改后重报' }).click();
    const intake = new JourneyIntake(page, '7b');
    await intake.at('修改后重报：定结果，提交');
    await page.getByRole('button', { name: '回到：当事人' }).click();
    await page.getByRole('group', { name: '申请人' }).getByLabel('联系电话').fill('13863200002');
    await intake.next('核对材料');
    await intake.next('定结果，提交');
    expect(await intake.submit('提交受理'), 'the number on the receipt stays').toBe(number);
    await desk.allSent();

    await eventually(() => district.cases().length).toBe(before + 1);
    const recorded = district.cases().find((one) => one.number === number);
    expect(recorded?.parties[0]?.telephone).toBe('13863200002');
    expect(district.story(recorded?.id ?? '')).toEqual(['received', 'accepted']);
    await desk.openList();
    await desk.row(number).getByText('区里已登记').waitFor();
  });

  test('a case that comes in while somebody presses on a row: what opens is the one that was pressed', async () => {
    const clerk = await hall.counter();
    const first = await new JourneyIntake(clerk.page, '1').toAcceptance();
    const reviewer = await hall.deskOf('xiji.reviewer');
    await reviewer.page.getByRole('radio', { name: '今天' }).click();
    await reviewer.row(first).waitFor();
    const told = (count: number) => reviewer.place(`提醒 ${count}`);
    await told(1).waitFor();
    await clerk.openList();
    const intake = new JourneyIntake(clerk.page, '1');
    await intake.toOutcome();

    await reviewer.row(first).hover();
    await reviewer.page.mouse.down();
    const second = await intake.submit('提交受理');
    // The screen knows of it: what waits for the reviewer is counted, only the list is held.
    await told(2).waitFor();
    expect(await reviewer.row(second).count()).toBe(0);
    await reviewer.page.mouse.up();
    await reviewer.page.getByText(`编号 ${first}`).waitFor();
    await reviewer.row(second).waitFor();
  });
});
