import { describe, expect, test } from 'vitest';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import { JourneyOffice } from '../support/journeyOffice.ts';
import { COUNTER } from '../support/journeyPrepared.ts';
import { keptIn, NOTHING_READABLE } from '../support/journeyStore.ts';

const TABLET = COUNTER.device;
const XIJI = '西集镇便民服务中心';
const HOUR_MS = 3_600_000;
/** Past the next look at the clock. */
const A_WHILE = '11:00';

describe('a device that gives up what is readable', () => {
  const hall = journeyHall();

  test('is told to by an administrator: its queue stands apart, in every window nothing is left, and a new code puts it to use again', async () => {
    const { district } = hall;
    const admin = new JourneyOffice(await hall.desk());
    await admin.desk.visit('qu.admin');
    const tablet = await hall.counter();
    const { page } = tablet;
    const recorded = await new JourneyIntake(page, '7b').toAcceptance();
    await tablet.allSent();
    const second = await tablet.secondWindow();
    await tablet.heading('今天的办件', second).waitFor();
    await tablet.goOffline();
    await tablet.openList();
    await new JourneyIntake(page, '7b').toAcceptance();
    expect(await keptIn(page)).toMatchObject({ locks: 1, summaries: 1, copies: 2 });

    await admin.look();
    await admin.order('远程清除', TABLET, '平板被盗');
    await admin.device(TABLET).getByText('等待清除').waitFor();
    await tablet.goOnline();
    for (const window of [page, second]) {
      await window.getByText('这台设备已按区里的命令清除').waitFor();
      await window.getByText('2 件已送到区里单独存放，由督查人员核对后登记，没有丢失。').waitFor();
      await tablet.heading('登记这台设备', window).waitFor();
    }
    await eventually(() => keptIn(page)).toEqual({
      ...NOTHING_READABLE,
      deviceKey: false,
      commands: ['quarantined', 'quarantined'],
    });
    await admin.sees(TABLET, '已清除', '没有待上报');
    expect(district.cases().map((one) => one.number)).toEqual([recorded]);

    await second.close();
    await tablet.enrol(await admin.codeFor('下乡平板（找回）', XIJI));
    await tablet.signIn('xiji.clerk');
    await tablet.setSecret();
    await tablet.row(recorded).getByText('区里已登记').waitFor();
    await tablet.openOutbox();
    await page.getByText('本机清除过，内容只有区里能打开。').first().waitFor();
    await tablet.openList();
    const fresh = await new JourneyIntake(page, '7b').toAcceptance();
    await eventually(() => district.cases().map((one) => one.number)).toEqual([recorded, fresh]);
    expect(district.events().map((one) => one.type)).toEqual([
      'received',
      'accepted',
      'received',
      'accepted',
    ]);
  });

  test('hears nothing for the days of its policy: warned at half time, emptied at the end, and its sealed queue is sent after all', async () => {
    const { district } = hall;
    const admin = new JourneyOffice(await hall.desk());
    await admin.desk.visit('qu.admin');
    await admin.desk.go('设备');
    await admin.setPolicy('多久没联系就清除看得见的内容', '4', '下乡设备有丢失的风险');
    const tablet = await hall.closedCounter();
    const { page } = tablet;
    await page.clock.install();
    await tablet.arrive('xiji.clerk');
    await tablet.goOffline();
    const number = await new JourneyIntake(page, '7b').toAcceptance();

    await page.clock.fastForward(47 * HOUR_MS);
    await page.clock.runFor(A_WHILE);
    expect(await page.getByText('之前连一次网').count(), 'not before half of the time').toBe(0);
    await page.clock.fastForward(2 * HOUR_MS);
    await page.clock.runFor(A_WHILE);
    await page.getByText(/^请在 \d{4}-\d{2}-\d{2} 之前连一次网$/).waitFor();
    await page.getByText('待上报的加密存放，不会清除。').waitFor();
    await tablet.unlock('xiji.clerk');
    await tablet.openOutbox();
    await page.getByText(`编号 ${number}`).waitFor();

    await page.clock.fastForward(48 * HOUR_MS);
    await page.clock.runFor(A_WHILE);
    await page.getByText('太久没有联系区里，本机看得见的内容已清除').waitFor();
    await page.getByText('2 件待上报的加密存放在本机，没有清除，连上网自动上报。').waitFor();
    await tablet.heading('登录').waitFor();
    expect(await keptIn(page)).toEqual({
      ...NOTHING_READABLE,
      deviceKey: true,
      commands: ['waiting', 'waiting'],
    });
    const here = () => district.cases().filter((one) => one.number === number);
    expect(here()).toEqual([]);

    await tablet.goOnline();
    await eventually(() => here().map((one) => one.status)).toEqual(['accepted']);
    await tablet.signIn('xiji.clerk');
    await tablet.setSecret();
    await tablet.openList();
    await tablet.row(number).getByText('区里已登记').waitFor();
    expect(await page.getByText('本机看得见的内容已清除').count()).toBe(0);
    expect(district.story(here()[0]?.id ?? '')).toEqual(['received', 'accepted']);
  });
});
