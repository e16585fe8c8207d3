/** A village's list of households, as somebody copies it from a spreadsheet, and the sitting that it is pasted into. */
import type { Page } from '@playwright/test';
import { person, SAMPLES } from '../catalogue/samples.ts';
import { identityNumber } from './identityNumbers.ts';
import { JourneyIntake } from './journeyIntake.ts';

const HEADS = ['序号', '户主姓名', '身份证号', '家庭人口', '联系电话', '受灾地点', '备注'];
/** A household, one to ten. */
export const line = (at: number, number = identityNumber(at)): string[] => [
  String(at),
  `农户${'甲乙丙丁戊己庚辛壬癸'.charAt(at - 1)}`,
  number,
  String(1 + (at % 5)),
  `1386320${String(at).padStart(4, '0')}`,
  '西集镇西集村，7 月 20 日',
  '',
];
/** Tab-separated, with a title above and a sum below. */
export const sheet = (rows: readonly (readonly string[])[]): string =>
  [['西集村受灾户名册'], HEADS, ...rows, ['合计', '', '', String(rows.length)]]
    .map((cells) => cells.join('\t'))
    .join('\r\n');

/** Item 12 for many households, with the village's accountant as their agent: to the parties. */
export async function beginSitting(page: Page): Promise<JourneyIntake> {
  const intake = new JourneyIntake(page, '12');
  await intake.begin();
  await intake.press('有名册，一次收多户');
  const { people: _, place: __, ...common } = SAMPLES['12'].answers;
  await intake.answerAll({ ...common, agent: 'yes' });
  await intake.next('填写当事人');
  await intake.fillParty('代办人', { ...person('agent'), name: '村会计' });
  return intake;
}
