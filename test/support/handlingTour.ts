/** The desks after the acceptance, with something on every one of them, in an order in which a case could pass them. */
import type { JourneyDesk } from './journeyDesk.ts';
import type { JourneyHall } from './journeyHall.ts';
import { JourneyHandling } from './journeyHandling.ts';
import { JourneyIntake } from './journeyIntake.ts';
import type { See } from './journeyTour.ts';

/** A hall of which every desk is opened alike: at one size, say. */
type Opening = Pick<JourneyHall, 'counter' | 'deskOf'>;

const REASONED = '符合条件，同意。';

/** @returns the window's desk */
export async function handlingTour(hall: Opening, see: See): Promise<JourneyDesk> {
  const clerk = await hall.counter();
  const reviewed = await new JourneyIntake(clerk.page, '7a').toAcceptance();
  await clerk.openList();
  const passedOn = await new JourneyIntake(clerk.page, '11').toAcceptance();
  await clerk.allSent();
  await theTown(hall, reviewed, see);
  await theTransfer(hall, clerk, passedOn, see);
  await theDepartment(hall, clerk, { reviewed, passedOn }, see);
  await theDelivery(hall, clerk, reviewed, see);
  return clerk;
}

/** Opens an act's form, fills it in, shows it, and submits it. */
async function shown(at: JourneyHandling, act: string, see: See, fill?: () => Promise<void>): Promise<void> {
  await at.begin(act);
  await fill?.();
  await see(`form-${at.number.slice(-6)}-${act}`, at.desk.page);
  await at.submit(act);
}

async function theTown(hall: Opening, number: string, see: See): Promise<void> {
  const reviewer = new JourneyHandling(await hall.deskOf('xiji.reviewer'), number);
  await reviewer.desk.row(number).waitFor();
  await see('review-queue', reviewer.desk.page);
  await reviewer.open();
  await see('review-case', reviewer.desk.page);
  await shown(reviewer, '审核意见', see, async () => {
    await reviewer.choose('同意');
    await reviewer.write('审核意见', REASONED);
  });
  const leader = new JourneyHandling(await hall.deskOf('xiji.leader'), number);
  await leader.open();
  await shown(leader, '批准', see);
  const sealer = new JourneyHandling(await hall.deskOf('xiji.sealer'), number);
  await sealer.open();
  await shown(sealer, '用印', see);
  await sealer.desk.go('用印登记');
  await sealer.desk.page.getByText(number).first().waitFor();
  await see('seal-register', sealer.desk.page);
}

async function theTransfer(hall: Opening, clerk: JourneyDesk, number: string, see: See): Promise<void> {
  const window = new JourneyHandling(clerk, number);
  await window.openFrom('全部');
  await shown(window, '转报', see);
  await clerk.go('移交');
  await clerk.page.getByRole('button', { name: /^移交 \d 件/ }).waitFor();
  await see('transfer-to-send', clerk.page);
  await clerk.press('移交 1 件，打印清单');
  await clerk.heading('打印移交清单').waitFor();
  await see('transfer-list', clerk.page);
  await clerk.allSent();
  const officer = await hall.deskOf('xzsp.officer');
  await officer.go('移交');
  await officer.page.getByRole('region', { name: '等着签收' }).waitFor();
  await see('transfer-arriving', officer.page);
  await officer.press('没有收到');
  await see('transfer-missing', officer.page);
  await officer.page.getByLabel('缺什么').fill('少一页');
  await officer.press('登记没有收到');
  await officer.page.getByText('没有收到：少一页').waitFor();
  await officer.allSent();
  await clerk.go('移交');
  await clerk.page.getByText('没有收到：少一页').waitFor();
  await see('transfer-missed', clerk.page);
  await officer.openList();
}

interface Numbers {
  readonly reviewed: string;
  readonly passedOn: string;
}

async function theDepartment(hall: Opening, clerk: JourneyDesk, of: Numbers, see: See): Promise<void> {
  const window = new JourneyHandling(clerk, of.reviewed);
  await window.openFrom('全部');
  await window.act('转报');
  const follows = new JourneyHandling(await hall.deskOf('rsj.officer'), of.reviewed);
  await follows.desk.row(of.reviewed).waitFor();
  await see('department-inbox', follows.desk.page);
  await follows.open();
  await shown(follows, '见章发证', see, () => follows.write('证照编号', '鲁枣山创贷 2026-0001'));
  const decides = new JourneyHandling(await hall.deskOf('xzsp.officer'), of.passedOn);
  await decides.open();
  for (const act of ['中止计时', '过程记录']) {
    await decides.begin(act);
    await see(`form-${act}`, decides.desk.page);
    await decides.desk.press('取消');
  }
  const leader = new JourneyHandling(await hall.deskOf('xzsp.leader'), of.passedOn);
  await leader.openFrom('全部');
  await leader.begin('延期');
  await see('form-延期', leader.desk.page);
  await leader.desk.press('取消');
}

async function theDelivery(hall: Opening, clerk: JourneyDesk, number: string, see: See): Promise<void> {
  const window = new JourneyHandling(clerk, number);
  await window.open();
  await shown(window, '送达', see);
  await see('case-delivered', clerk.page);
  await clerk.press('打印');
  await clerk.page.getByRole('region', { name: '送达回证' }).waitFor();
  await see('paper-送达回证', clerk.page);
  const supervisor = await hall.deskOf('qu.supervisor');
  await see('supervisor-list', supervisor.page);
  await clerk.go('提醒');
  await clerk.heading('看提醒').waitFor();
  await see('notices', clerk.page);
}
