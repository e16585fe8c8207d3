import { describe, expect, test } from 'vitest';
import { dateInFull } from '../../src/app/parts/dates.ts';
import { MAY_COME_LATER } from '../../src/catalogue/guides/parts.ts';
import type { Material } from '../../src/domain/guide.ts';
import { applicantIn } from '../../src/domain/parties.ts';
import type { Catalogue } from '../../src/domain/rules.ts';
import { completeGuide, SAMPLES } from '../catalogue/samples.ts';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyHandling, JourneyPeople } from '../support/journeyHandling.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

/** Three days before the National Day of 2026: a Monday. */
const BEFORE_HOLIDAY = '2026-09-28T01:30:00.000Z';
/** The second working day after it. */
const AFTER_HOLIDAY = '2026-10-09T01:30:00.000Z';
const DAY_MS = 86_400_000;
/** The paper that says where a cooperative has its seat. */
const SEAT = 'address-paper';

/** What a device says of its own clock, once it has heard what time it is in the district. */
const aheadOf = (then: string): string =>
  `本机时间快了约 ${Math.round((Date.now() - Date.parse(then)) / DAY_MS)} 天`;

describe('the clock of a case', () => {
  const hall = journeyHall({ beginsAt: BEFORE_HOLIDAY });

  test('stands still across a holiday, is extended once, and both sides say the same day', async () => {
    const { district } = hall;
    const clerk = await hall.deskOf('xiji.clerk');
    const people = new JourneyPeople(hall, clerk);
    const number = await new JourneyIntake(clerk.page, '1').toAcceptance();
    await clerk.allSent();
    const recorded = () => district.cases()[0];
    // 20 working days from the 29th of September: the holiday is the first seven of October, the 10th is worked.
    await eventually(() => recorded()?.deadlines?.statutory?.date).toBe('2026-10-30');

    const reviewer = await people.before('xiji.reviewer', number);
    await reviewer.act('中止计时', async () => {
      await reviewer.choose('鉴定');
      await reviewer.write('告知书的文号或者日期', '西集中止〔2026〕1号');
      await reviewer.write('大约需要几天', '10');
    });
    await district.kill();
    await district.startAt(AFTER_HOLIDAY);
    for (const [desk, username] of [
      [reviewer.desk, 'xiji.reviewer'] as const,
      [clerk, 'xiji.clerk'] as const,
    ]) {
      // Eleven days later: everybody unlocks anew, and the device hears from the district what day it is.
      await desk.page.reload();
      await desk.unlock(username);
      await desk.page.getByText(aheadOf(AFTER_HOLIDAY)).waitFor();
    }
    await reviewer.open();
    await reviewer.act('恢复计时');
    const leader = new JourneyHandling(await hall.deskOf('xiji.leader'), number);
    await leader.openFrom('全部');
    await leader.act('延期', async () => {
      await leader.write('延长几', '10');
      await leader.write('为什么要延', '要到相邻单位核实。');
    });
    await eventually(() => district.story(recorded()?.id ?? '')).toEqual([
      ...['received', 'accepted', 'suspended', 'resumed', 'extended'],
    ]);
    const due = recorded()?.dates?.statutory?.date ?? '';
    // The notice to the applicant, and every screen, say the day that is recorded.
    await leader.desk.page.getByText(dateInFull(due)).first().waitFor();
    for (const desk of [leader.desk, clerk]) {
      await new JourneyHandling(desk, number).openFrom('全部');
      const region = desk.page.getByRole('region', { name: '办结期限' });
      await region.getByText(dateInFull(due)).waitFor();
      expect(await region.textContent()).toContain(`法定期限${dateInFull(due)}`);
    }
    expect(due).toBe('2026-11-19');
  });
});

/** As if the registrar had published that the paper for the seat of a cooperative may come later; as shipped it may not. */
const withSeatLater = (catalogue: Catalogue): Catalogue => ({
  ...catalogue,
  version: catalogue.version + 1,
  guides: catalogue.guides.map((guide) =>
    guide.id === completeGuide('10').id && guide.state === 'complete'
      ? { ...guide, materials: guide.materials.map(seatLater) }
      : guide,
  ),
});

const seatLater = (material: Material): Material =>
  material.id === SEAT ? { ...material, core: false, deferrable: MAY_COME_LATER } : material;

describe.each([
  { item: '7b', paper: 'bank-account', brought: '原件已核', publish: undefined },
  { item: '10', paper: SEAT, brought: '已收全', publish: withSeatLater },
] as const)('papers of item $item that are to come later', ({ item, paper, brought, publish }) => {
  const hall = journeyHall();
  const paperName = completeGuide(item).materials.find((one) => one.id === paper)?.name ?? '';

  const deferredTo = async (intake: JourneyIntake): Promise<string> => {
    await intake.begin();
    await intake.toPapers();
    await intake.mark(paper, '容缺后补');
    await intake.markRest();
    await intake.next('定结果，提交');
    return intake.submit('提交受理');
  };

  /** What comes later stands on a paper for the applicant to sign, with its day. */
  const signsForIt = async ({ page }: JourneyDesk): Promise<void> => {
    await page.getByRole('radio', { name: '容缺承诺书' }).check();
    const sheet = page.getByRole('region', { name: '容缺承诺书' });
    await sheet.getByRole('row', { name: new RegExp(`${paperName}.*\\d{4}年`) }).waitFor();
    expect(await sheet.textContent()).toMatch(/第二十八条.*按指印/);
    expect(await sheet.textContent()).toContain(applicantIn(SAMPLES[item].parties)?.name);
    expect(await sheet.getByRole('img').count()).toBe(0);
  };

  test('come in time, or the hall ends the case when the promised day is over', async () => {
    const { district } = hall;
    if (publish) {
      await district.kill();
      await district.publish(publish);
      await district.start();
    }
    const clerk = await hall.counter();
    const people = new JourneyPeople(hall, clerk);
    const kept = await deferredTo(new JourneyIntake(clerk.page, item));
    await signsForIt(clerk);
    await clerk.openList();
    const broken = await deferredTo(new JourneyIntake(clerk.page, item));
    await clerk.allSent();
    const caseOf = (number: string) => district.cases().find((one) => one.number === number);

    const window = await people.window(kept);
    await window.begin('补齐容缺');
    const line = clerk.page.getByRole('radiogroup', { name: `“${paperName}”的状态` });
    await line.getByRole('radio', { name: brought }).click();
    await window.submit('补齐容缺');
    await eventually(() => caseOf(kept)?.marks[paper]?.kind).not.toBe('deferred');

    await people.window(broken);
    expect(await clerk.page.getByRole('button', { name: '终止' }).count()).toBe(0);
    await district.kill();
    await district.startAt(new Date(Date.now() + 60 * DAY_MS).toISOString());
    const later = new JourneyHandling(clerk, broken);
    await clerk.page.reload();
    await clerk.unlock('xiji.clerk');
    await later.openFrom('全部');
    await later.act('终止');
    await eventually(() => caseOf(broken)).toMatchObject({
      status: 'closed',
      ending: { ground: 'deferralLapsed' },
    });
    expect(caseOf(kept)?.status).toBe('accepted');
  });
});

async function supervises(hall: ReturnType<typeof journeyHall>): Promise<JourneyDesk> {
  const desk = await hall.deskOf('qu.supervisor');
  await desk.openList();
  return desk;
}

describe('the same matter', () => {
  const hall = journeyHall();

  test('brought to the town and to the district is shown as such, and neither is refused', async () => {
    const clerk = await hall.counter();
    const first = await new JourneyIntake(clerk.page, '3').toAcceptance();
    await clerk.allSent();
    const district = await hall.deskOf('qu.clerk');
    const second = await new JourneyIntake(district.page, '3').toAcceptance();
    await district.allSent();
    await district.openList();
    await district.openCase(second);
    await district.page.getByText(first).first().waitFor();
    const recorded = hall.district.cases().find((one) => one.number === second);
    expect(recorded?.status).toBe('accepted');
    expect(recorded?.flags).toMatchObject([{ code: 'case.likelyDuplicate', facts: { numbers: [first] } }]);

    // The town is told as well, and which hall has the other one.
    await clerk.openList();
    await clerk.openCase(first);
    await clerk.page.getByText(`编号 ${second}`).first().waitFor();
    expect(await clerk.page.getByRole('button', { name: '核对这一条' }).count(), 'not the clerk’s').toBe(0);

    // A supervisor sees what waits, counted once, and settles it: then it is gone from the list.
    const { page } = await supervises(hall);
    await page.getByRole('radio', { name: '待核' }).click();
    await page.getByText('共 2 件；两个大厅都收了的同一件事只算一次，是 1 件。').waitFor();
    for (const number of [first, second]) {
      await page.getByRole('link', { name: new RegExp(number) }).click();
      await page.getByRole('button', { name: '核对这一条' }).click();
      await page.getByRole('radio', { name: '重复，和那一件是同一件事' }).click();
      await page.getByLabel('核对情况').fill('和申请人核对过，请他撤回一件。');
      await page.getByRole('button', { name: '提交核对待核' }).click();
      await page.getByText('待核已核对：重复，和那一件是同一件事').waitFor();
    }
    await page.getByText('没有待核的').waitFor();
    await eventually(() =>
      hall.district.cases().map((one) => one.flags.map((flag) => flag.settled?.reason)),
    ).toEqual([['duplicate'], ['duplicate']]);
  });
});

describe('a public notice', () => {
  const hall = journeyHall();

  test('with an objection stops a good end until it is settled', async () => {
    const clerk = await hall.counter();
    const people = new JourneyPeople(hall, clerk);
    const number = await new JourneyIntake(clerk.page, '12').toAcceptance();
    const notice = async (outcome: string, words: string) => {
      const window = await people.window(number);
      await window.act('过程记录', async () => {
        await window.choose('镇里公示');
        await window.write('公示到哪天止', new Date(Date.now() + 6 * DAY_MS).toISOString().slice(0, 10));
        await window.choose(outcome);
        await window.write('情况', words);
      });
    };
    await notice('有人提出异议', '邻居说他家房子没有倒。');
    await people.handOver(number, 'yjgl.officer');
    const officer = await people.before('yjgl.officer', number);
    await officer.begin('决定');
    await officer.choose('准予');
    await officer.write('决定的事实和内容', '按四口人发给应急生活救助。');
    await officer.desk.press('提交决定');
    await officer.desk.page.getByText(/异议/).first().waitFor();
    await officer.desk.press('取消');
    await eventually(() => hall.district.cases()[0]?.status).toBe('atDepartment');
    await eventually(() => hall.district.cases()[0]?.steps?.[0]?.outcome).toBe('objection');
    // The department has looked into it.
    await officer.act('过程记录', async () => {
      await officer.choose('镇里公示');
      await officer.choose('异议已经处理');
      await officer.write('情况', '两人入户复核，房子确实倒了一间。');
    });
    await people.grantedToItsEnd(number, 'yjgl.officer', '复核属实，按四口人发给应急生活救助。');
    await eventually(() => hall.district.cases()[0]?.status).toBe('delivered');
  });
});
