import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { openQuestions } from '../../src/domain/checklist.ts';
import { completeGuide, SAMPLES, type SampleId } from '../catalogue/samples.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake, savedNumber } from '../support/journeyIntake.ts';
import { JourneyKeys } from '../support/journeyKeys.ts';
import { COUNTER } from '../support/journeyPrepared.ts';
import { tabTo } from '../support/keys.ts';

const { answers, parties } = SAMPLES['7b'];

/** Answers a question: arrows choose among radios, digits are typed. */
async function answerByKeys(page: Page, question: ReturnType<typeof openQuestions>[number]): Promise<void> {
  const answer = answers[question.id];
  if (question.kind !== 'choice') {
    await tabTo(page, page.getByLabel(question.text));
    await page.keyboard.type(String(answer));
    return;
  }
  await tabTo(page, page.getByRole('group', { name: question.text }));
  const at = question.options.findIndex((option) => option.value === answer);
  if (at === 0) await page.keyboard.press('Space');
  for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown');
}

describe('a clerk without a mouse', () => {
  const hall = journeyHall();

  test('takes in and accepts an application by keyboard alone', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const { page } = desk;
    await page.keyboard.press('n');
    await desk.heading('选要办的事项').waitFor();
    await expect
      .poll(() => page.getByLabel('找事项').evaluate((box) => box === document.activeElement))
      .toBe(true);
    await page.keyboard.type('ycxbt');
    // Two services of item 7 go by these initials: the arrows choose between them.
    const subsidy = page.getByRole('button', { name: '一次性创业补贴申领' });
    await subsidy.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await subsidy.evaluate((row) => row === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');

    await desk.heading('问清情形').waitFor();
    for (const question of openQuestions(completeGuide('7b'), answers)) await answerByKeys(page, question);
    await page.keyboard.press('Control+Enter');

    await desk.heading('填写当事人').waitFor();
    const group = page.getByRole('group', { name: '申请人' });
    for (const [label, value] of [
      ['姓名', parties[0]?.name],
      ['身份证号', parties[0]?.idNumber],
      ['联系电话', parties[0]?.telephone],
    ] as const) {
      await tabTo(page, group.getByLabel(label, { exact: true }));
      await page.keyboard.type(value ?? '');
    }
    await page.keyboard.press('Control+Enter');

    await desk.heading('核对材料').waitFor();
    const lines = page.getByRole('radiogroup', { name: /的状态$/ });
    const count = await lines.count();
    for (let at = 0; at < count; at += 1) {
      await tabTo(page, lines.nth(at));
      await page.keyboard.press('1');
    }
    await page.getByText(`已看 ${count} / ${count} 样`).waitFor();
    await page.keyboard.press('Control+Enter');
    await desk.heading('定结果，提交').waitFor();
    await page.keyboard.press('Control+Enter');
    const number = await savedNumber(page);
    await desk.allSent();
    expect(district.cases().map((one) => [one.number, one.status])).toEqual([[number, 'accepted']]);
  });

  test('a deep link opens without a line', async () => {
    const desk = await hall.counter();
    await desk.open('/desk/outbox');
    await desk.unlock(COUNTER.clerk);
    await desk.heading('待上报').waitFor();
    await desk.goOffline();
    await desk.page.reload();
    await desk.unlock(COUNTER.clerk);
    await desk.heading('待上报').waitFor();
    await desk.page.getByText('没有要上报的').waitFor();
    await desk.page.getByRole('status').getByText('未连网，照常办理').waitFor();
    await desk.open('/desk/case/00000000-0000-7000-8000-000000000000');
    await desk.unlock(COUNTER.clerk);
    await desk.heading('本机没有这一件').waitFor();
  });
});

describe('whoever handles a case without a mouse', () => {
  const hall = journeyHall();
  const statusOf = (number: string) =>
    eventually(() => hall.district.cases().find((one) => one.number === number)?.status);

  /** Taken in by somebody with a mouse, who then stands at the list. */
  const accepted = async (item: SampleId) => {
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, item).toAcceptance();
    await clerk.allSent();
    await clerk.openList();
    return { clerk, number };
  };

  test('takes it along its route by keyboard alone: opinion, approval, seal, passing on, issue, delivery', async () => {
    const { clerk, number } = await accepted('7a');
    const atCase = async (username: string): Promise<JourneyKeys> => {
      const keys = new JourneyKeys((await hall.deskOf(username)).page);
      await keys.open(number);
      return keys;
    };
    const reviewer = await atCase('xiji.reviewer');
    await reviewer.next('审核意见', async () => {
      await reviewer.choose('同意');
      await reviewer.write('审核意见', '符合条件，同意。');
    });
    await statusOf(number).toBe('opined');
    await (await atCase('xiji.leader')).next('批准');
    await statusOf(number).toBe('approved');
    await (await atCase('xiji.sealer')).next('用印');
    await statusOf(number).toBe('sealed');

    const window = new JourneyKeys(clerk.page);
    await window.open(number);
    await window.next('转报');
    const officer = await atCase('rsj.officer');
    await officer.next('见章发证', () => officer.write('证照编号', '鲁枣山创贷 2026-0001'));
    await statusOf(number).toBe('issued');

    await window.go('办件');
    await window.open(number);
    await window.next('送达');
    await statusOf(number).toBe('delivered');
  });

  test('decides what the town decides itself, and writes the other office a note', async () => {
    const { number } = await accepted('1');
    const reviewer = new JourneyKeys((await hall.deskOf('xiji.reviewer')).page);
    await reviewer.open(number);
    await reviewer.button('写留言');
    await reviewer.page.keyboard.type('位置图上没有写朝向，请补问一句。');
    await reviewer.button('留言');
    await reviewer.page.getByText('位置图上没有写朝向').waitFor();
    await reviewer.beside('过程记录', async () => {
      await reviewer.choose('两人以上到现场看');
      await tabTo(reviewer.page, reviewer.page.getByLabel(/^几点/));
      await reviewer.page.keyboard.type('1201AM');
      await reviewer.write('在场的工作人员', '李审核、张助理');
      await reviewer.write('地点', '西集镇政府东墙');
      await reviewer.choose('做完了');
    });
    await reviewer.next('决定', async () => {
      await reviewer.choose('准予');
      await reviewer.write('决定的事实和内容', '符合规定，准予。');
    });
    await statusOf(number).toBe('decided');
  });

  test('puts a name right, stops and starts the clock, prolongs it, says who sees to it, and sends a draft back', async () => {
    const { clerk, number } = await accepted('1');
    const storyOf = () =>
      hall.district.story(hall.district.cases().find((one) => one.number === number)?.id ?? '');
    const window = new JourneyKeys(clerk.page);
    await window.open(number);
    await window.beside('更正', async () => {
      await window.choose('申请人的姓名');
      await window.write('正确的', '王秀岚');
      await window.write('为什么更正', '录入时写错一个字。');
    });
    const reviewer = new JourneyKeys((await hall.deskOf('xiji.reviewer')).page);
    await reviewer.open(number);
    await reviewer.beside('中止计时', async () => {
      await reviewer.choose('鉴定');
      await reviewer.write('告知书的文号或者日期', '西集中止〔2026〕1号');
      await reviewer.write('大约需要几天', '10');
    });
    const back = async (keys: JourneyKeys): Promise<void> => {
      await keys.go('办件');
      await keys.choose('全部');
      await keys.open(number);
    };
    await back(reviewer);
    await reviewer.beside('恢复计时');
    const leader = new JourneyKeys((await hall.deskOf('xiji.leader')).page);
    await leader.choose('全部');
    await leader.open(number);
    await leader.beside('延期', async () => {
      await leader.write('延长几', '10');
      await leader.write('为什么要延', '要到相邻单位核实。');
    });
    await back(leader);
    await leader.beside('指定承办人', () => leader.choose('赵审核'));
    await reviewer.next('决定', async () => {
      await reviewer.choose('准予');
      await reviewer.write('决定的事实和内容', '符合规定，准予。');
    });
    await statusOf(number).toBe('decided');
    await back(leader);
    await leader.beside('退回重办', async () => {
      await leader.choose('事实没有查清');
      await leader.write('要改什么', '到现场再看一次。');
    });
    await eventually(storyOf).toEqual([
      ...['received', 'accepted', 'rectified', 'suspended', 'resumed', 'extended', 'assigned'],
      ...['decided', 'sentBack'],
    ]);
  });

  test('sends the paper in a list, and signs for it by its number', async () => {
    const { clerk, number } = await accepted('11');
    const window = new JourneyKeys(clerk.page);
    await window.open(number);
    await window.next('转报');
    await window.go('移交');
    await window.button('移交 1 件，打印清单');
    await clerk.page.getByRole('region', { name: '纸质材料移交清单' }).waitFor();
    await clerk.allSent();
    const officer = new JourneyKeys((await hall.deskOf('xzsp.officer')).page);
    await officer.go('移交');
    await officer.write('扫办件编号签收', number);
    await officer.page.keyboard.press('Enter');
    const custody = () => hall.district.cases().find((one) => one.number === number)?.custody;
    await eventually(() => custody()?.way).toBe(undefined);
    expect(custody()?.at).toBe('370406-xzsp');
  });
});
