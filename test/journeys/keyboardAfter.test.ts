import { describe, expect, test } from 'vitest';
import { addDays, legalDateOf } from '../../src/domain/time.ts';
import type { SampleId } from '../catalogue/samples.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyPeople } from '../support/journeyHandling.ts';
import { JourneyIntake, savedNumber } from '../support/journeyIntake.ts';
import { JourneyKeys } from '../support/journeyKeys.ts';
import { readFrom } from '../support/journeyPaper.ts';

const PHOTOS = '设置位置的现状照片和效果图';

/** What is mended, brought later, ended or taken back is done without a mouse as well (`keyboard.test.ts` is the way there). */
describe('whoever goes on with a case without a mouse', () => {
  const hall = journeyHall();
  const caseOf = (number: string) => hall.district.cases().find((one) => one.number === number);
  const statusOf = (number: string) => eventually(() => caseOf(number)?.status);

  /** Taken in by somebody with a mouse, who then stands at the list. */
  const accepted = async (item: SampleId) => {
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, item).toAcceptance();
    await clerk.allSent();
    await clerk.openList();
    return { clerk, number, window: new JourneyKeys(clerk.page) };
  };

  /** Taken in with one paper missing, and told so. */
  const told = async () => {
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '1').toCorrection('photos');
    const code = await readFrom(clerk.page.getByRole('img', { name: '就近补交扫这个码' }));
    await clerk.allSent();
    await clerk.openList();
    return { clerk, number, code, window: new JourneyKeys(clerk.page) };
  };

  test('takes in what was missing, accepts with it, and writes down that the applicant takes it back', async () => {
    const { clerk, number, window } = await told();
    await window.open(number);
    await window.beside('补正材料', () => window.mark(PHOTOS));
    expect(await savedNumber(clerk.page)).toBe(number);
    await statusOf(number).toBe('accepted');
    await window.go('办件');
    await window.open(number);
    await window.beside('撤回', () => window.write('撤回原因', '申请人不办了'));
    await statusOf(number).toBe('withdrawn');
  });

  test('takes papers of another hall against the code on its notice', async () => {
    const { number, code } = await told();
    const east = await hall.deskOf('sangcun.clerk');
    const keys = new JourneyKeys(east.page);
    await keys.press(east.page.getByRole('link', { name: '别的大厅的办件' }));
    await east.heading('别的大厅的办件').waitFor();
    await keys.write('扫补正告知书', code);
    await east.page.keyboard.press('Enter');
    await keys.check(PHOTOS);
    await keys.write('说明', '1 份，原件');
    await keys.button('收下 1 样，出代收凭证');
    const receipt = await savedNumber(east.page);
    await east.page.getByRole('region', { name: '补正材料代收凭证' }).waitFor();
    await eventually(() => caseOf(number)?.deposits?.[0]?.number).toBe(receipt);
  });

  test('passes a question on, answers it, and closes it', async () => {
    const { clerk, number, window } = await accepted('8');
    await window.open(number);
    await window.beside('转请部门', () => window.write('请部门答复什么', '流转合同要不要鉴证？'));
    const officer = new JourneyKeys((await hall.deskOf('nync.officer')).page);
    await officer.open(number);
    await officer.next('答复', () => officer.write('答复', '可以到镇里备案，不收费。'));
    await window.go('办件');
    await window.choose('全部');
    await window.open(number);
    await clerk.page.getByText('可以到镇里备案，不收费。').first().waitFor();
    await window.beside('终止');
    await eventually(() => caseOf(number)?.ending?.ground).toBe('answered');
  });

  test('checks a promise, sets a day for mending it, and revokes what was granted', async () => {
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '1').toPromise();
    await clerk.allSent();
    const people = new JourneyPeople(hall, clerk);
    await people.grantedToItsEnd(number, 'xiji.reviewer', '位置、尺寸符合规定，准予设置。');

    const desk = await people.at('xiji.reviewer');
    const reviewer = new JourneyKeys(desk.page);
    await reviewer.go('办件');
    await reviewer.choose('等我办');
    await reviewer.open(number);
    await reviewer.next('核查承诺', async () => {
      await reviewer.choose('没有履行');
      await reviewer.check('安装、拆除方案');
      await reviewer.write('核查情况', '气球没有按承诺加固。');
      await reviewer.date('整改到哪天', addDays(legalDateOf(new Date().toISOString()), 10));
    });
    await desk.page.getByRole('region', { name: '责令限期整改通知书' }).waitFor();
    await desk.allSent();

    const leader = new JourneyKeys((await people.at('xiji.leader')).page);
    await leader.go('办件');
    await leader.choose('全部');
    await leader.open(number);
    await leader.beside('撤销决定', async () => {
      await leader.choose('以欺骗');
      await leader.write('事实和理由', '申请时交的方案不是本单位的。');
    });
    const sealer = new JourneyKeys((await people.at('xiji.sealer')).page);
    await sealer.go('办件');
    await sealer.choose('等我办');
    await sealer.open(number);
    await sealer.next('用印');
    await eventually(() => caseOf(number)?.revocation?.sealing?.serial).toBe(2);
    await statusOf(number).toBe('revoked');
  });
});
