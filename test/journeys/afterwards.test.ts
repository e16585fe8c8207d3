import { describe, expect, test } from 'vitest';
import { look } from '../support/axe.ts';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyPeople } from '../support/journeyHandling.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

/** An ordinary Monday, and one after the day by which was to be mended. */
const MONDAY = '2026-11-02T01:30:00.000Z';
const MEND_BY = '2026-11-12';
const LATER = '2026-11-16T01:30:00.000Z';

const printed = (desk: JourneyDesk, name: string) => desk.page.getByRole('region', { name, exact: true });

/** Nobody has claimed what whoever supervises was told: both ends see that it is late, until it is claimed and answered. */
async function supervised(people: JourneyPeople, number: string, faults: string[]): Promise<void> {
  const officer = await people.before('xzsp.officer', number);
  await officer.desk.page.getByText('监管部门签收已超期').first().waitFor();
  await officer.act('签收推送');
  await officer.act('监管反馈', async () => {
    await officer.choose('已经纳入监管');
    await look(officer.desk.page, '监管反馈', faults);
  });
  await people.clerk.openList();
  await (await people.window(number)).desk.page.getByText('监管反馈：已纳入监管').waitFor();
}

describe('after its end', () => {
  const hall = journeyHall({ beginsAt: MONDAY });

  test('a promise is found not kept, told to be mended, and what was granted on it is revoked', async () => {
    const { district } = hall;
    const faults: string[] = [];
    const clerk = await hall.deskOf('xiji.clerk');
    const people = new JourneyPeople(hall, clerk);
    const number = await new JourneyIntake(clerk.page, '1').toPromise();
    await clerk.allSent();
    await people.grantedToItsEnd(number, 'xiji.reviewer', '位置、尺寸符合规定，准予设置。');

    const reviewer = await people.before('xiji.reviewer', number);
    await reviewer.desk.page.getByText('承诺待核查').first().waitFor();
    await reviewer.begin('核查承诺');
    await reviewer.choose('没有履行');
    await reviewer.check('安装、拆除方案');
    await reviewer.write('核查情况', '气球没有按承诺加固，也没有人看护。');
    await look(reviewer.desk.page, '核查承诺', faults);
    await reviewer.desk.press('提交核查承诺');
    await reviewer.desk.page.getByText('整改期限要在明天到').waitFor();
    await reviewer.desk.page.getByLabel('整改到哪天').fill(MEND_BY);
    await reviewer.submit('核查承诺');
    const order = printed(reviewer.desk, '责令限期整改通知书');
    await order.getByText('2026年11月12日前').waitFor();

    await district.kill();
    await district.startAt(LATER);
    for (const username of ['xiji.reviewer', 'xiji.leader', 'xiji.sealer']) {
      const desk = await people.at(username);
      await desk.page.reload();
      await desk.unlock(username);
    }
    await clerk.page.reload();
    await clerk.unlock('xiji.clerk');

    const again = await people.before('xiji.reviewer', number);
    await again.desk.page.getByText('整改期限已过').first().waitFor();
    await again.act('核查承诺', async () => {
      await again.choose('仍没有履行');
      await again.check('安装、拆除方案');
      await again.write('核查情况', '复查时仍没有加固。');
    });
    await again.desk.page.getByText('监管部门签收已超期').first().waitFor();
    await supervised(people, number, faults);

    const leader = await people.before('xiji.leader', number);
    await leader.act('撤销决定', async () => {
      await leader.choose('承诺没有履行');
      await leader.write('事实和理由', '两次核查都没有按承诺加固，有坠落危险。');
      await look(leader.desk.page, '撤销决定', faults);
    });
    const sealer = await people.before('xiji.sealer', number);
    await sealer.desk.page.getByRole('button', { name: '用印' }).first().waitFor();
    await sealer.act('用印');
    const revocation = printed(sealer.desk, '撤销决定书');
    await revocation.getByText('《行政许可法》第六十九条第一款第（四）项').waitFor();
    await revocation.getByText(/西集镇审〔2026〕2号/).waitFor();
    await people.delivered(number);
    await printed(clerk, '撤销决定送达回证').waitFor();
    expect(faults).toEqual([]);
    // The revocation is told as well.
    await (await people.before('xzsp.officer', number)).act('签收推送');

    const [found] = district.cases();
    await eventually(() => district.story(found?.id ?? '')).toEqual([
      ...['received', 'accepted', 'decided', 'approved', 'sealed', 'handedOff', 'delivered'],
      ...['promiseVerified', 'promiseVerified', 'handOffClaimed', 'handOffAnswered'],
      ...['revoked', 'handedOff', 'revocationSealed', 'revocationDelivered', 'handOffClaimed'],
    ]);
    expect(found).toMatchObject({ status: 'revoked', revocation: { sealing: { serial: 2 } } });
  });

  test('a name that was written down wrong is put right, and every paper is printed again with it', async () => {
    const faults: string[] = [];
    const clerk = await hall.deskOf('xiji.clerk');
    const people = new JourneyPeople(hall, clerk);
    const number = await new JourneyIntake(clerk.page, '1').toAcceptance();
    await clerk.allSent();
    await people.grantedToItsEnd(number, 'xiji.reviewer', '位置、尺寸符合规定，准予张挂。');
    const window = await people.window(number);
    await window.act('更正', async () => {
      await window.choose('申请人的姓名');
      await window.write('正确的', '王秀岚');
      await window.write('为什么更正', '录入时写错一个字，以身份证为准。');
      await look(clerk.page, '更正', faults);
    });
    expect(faults).toEqual([]);
    const notice = printed(clerk, '更正告知书');
    await notice.getByRole('cell', { name: '王秀兰' }).waitFor();
    await notice.getByRole('cell', { name: '王秀岚' }).waitFor();
    for (const paper of ['准予行政许可决定书', '受理通知书', '送达回证']) {
      await clerk.page
        .getByRole('radio', { name: paper === '准予行政许可决定书' ? '决定书' : paper, exact: true })
        .click();
      const sheet = printed(clerk, paper);
      await sheet.getByText('（更正）').first().waitFor();
      await sheet.getByText('由“王秀兰”更正为“王秀岚”').first().waitFor();
    }
    await clerk.page.getByRole('radio', { name: '决定书', exact: true }).click();
    const decision = printed(clerk, '准予行政许可决定书');
    // The number of what was issued stays.
    await decision.getByText(/西集镇审〔2026〕1号/).waitFor();
    await decision.getByText('王秀岚：').waitFor();
    const [found] = hall.district.cases();
    expect(found).toMatchObject({ status: 'delivered', sealing: { serial: 1 }, decision: { granted: true } });
  });
});
