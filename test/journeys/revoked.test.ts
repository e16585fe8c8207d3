import { describe, expect, test } from 'vitest';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import { JourneyOffice } from '../support/journeyOffice.ts';
import { COUNTER } from '../support/journeyPrepared.ts';
import { keptIn, NOTHING_READABLE } from '../support/journeyStore.ts';

const TABLET = COUNTER.device;
const FOUND = '下乡平板（找回）';
const XIJI = '西集镇便民服务中心';

async function issueInquirySlip(desk: JourneyDesk): Promise<void> {
  const { page } = desk;
  await desk.openList();
  await desk.press('首问单');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('到哪里办').fill('山亭区税务局办税大厅');
  await dialog.getByRole('button', { name: '出首问单' }).click();
  await page.getByRole('region', { name: '首问单' }).waitFor();
}

/** An intake that somebody has begun, and left for later. */
async function beginDraft(desk: JourneyDesk): Promise<void> {
  const { page } = desk;
  await desk.openList();
  const intake = new JourneyIntake(page, '1');
  await intake.begin();
  await intake.answerAll();
  await page.getByText(/^草稿已自动保存/).waitFor();
  await desk.openList();
  await page.getByRole('list', { name: '草稿' }).waitFor();
}

describe('a device that is revoked with a queue', () => {
  const hall = journeyHall();

  test('sends it first, gives up what is readable and says so; a supervisor lets in what is good, once, and keeps out the rest', async () => {
    const { district } = hall;
    const admin = new JourneyOffice(await hall.desk());
    await admin.desk.visit('qu.admin');
    const tablet = await hall.counter();
    const { page } = tablet;
    await tablet.goOffline();
    const number = await new JourneyIntake(page, '7b').toAcceptance();
    await issueInquirySlip(tablet);
    await beginDraft(tablet);
    const before = await keptIn(page);
    expect(before).toMatchObject({ locks: 1, drafts: 1, slips: 1, copies: 3 });

    await admin.look();
    await admin.order('停用', TABLET, '平板在下乡路上丢失');
    await admin.device(TABLET).getByText('已停用').waitFor();

    await tablet.goOnline();
    await page.getByText('这台设备已由区里停用').waitFor();
    await page.getByText('3 件已送到区里单独存放，由督查人员核对后登记，没有丢失。').waitFor();
    await page.getByText('草稿和看得见的办件已从本机清除。').waitFor();
    await tablet.heading('登记这台设备').waitFor();
    expect(await page.getByRole('button', { name: 'xiji.clerk' }).count(), 'nobody can unlock').toBe(0);
    await eventually(() => keptIn(page)).toEqual({
      ...NOTHING_READABLE,
      deviceKey: false,
      commands: ['quarantined', 'quarantined', 'quarantined'],
    });
    expect(district.events()).toEqual([]);
    await admin.sees(TABLET, '已停用', '已清除');

    const supervisor = new JourneyOffice(await hall.desk());
    await supervisor.desk.visit('qu.supervisor');
    await supervisor.desk.go('存放');
    const reason = '已电话核实，是停用前收的件';
    await supervisor.rule(supervisor.apart('受理'), '放行', reason);
    await supervisor.page.getByText('已放行，还要等前一步').waitFor();
    expect(district.events()).toEqual([]);
    await supervisor.rule(supervisor.apart('收件'), '放行', reason);
    await supervisor.page.getByText('已放行，区里已登记。').waitFor();
    await supervisor.rule(supervisor.apart('出单'), '不登记', '大厅没有出过这张单');
    await supervisor.page.getByText('没有要核对的').waitFor();
    expect(district.cases().map((one) => [one.number, one.status])).toEqual([[number, 'accepted']]);
    expect(district.events().map((one) => one.type)).toEqual(['received', 'accepted']);

    // The tablet has been found again.
    await tablet.enrol(await admin.codeFor(FOUND, XIJI));
    await tablet.signIn('xiji.clerk');
    await tablet.setSecret();
    await tablet.row(number).getByText('区里已登记').waitFor();
    expect(await page.getByText('这台设备已由区里停用').count()).toBe(0);
    // What the supervisor has ruled on is settled here too.
    await eventually(async () => (await keptIn(page)).commands).toEqual([]);
    expect(await page.getByText('件需处理').count()).toBe(0);
    expect(district.events().map((one) => one.type)).toEqual(['received', 'accepted']);
  });
});
