/**
 * Different people with different cooperatives (item 10): what compresses well because it is always the same would
 * flatter whoever compresses. The same every time.
 */
import { mod11_2 } from 'cdigit';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { checklistOf, fullMark } from '../../src/domain/checklist.ts';
import type { CasePayloads } from '../../src/domain/commands.ts';
import type { Answers } from '../../src/domain/condition.ts';
import type { CompleteGuide } from '../../src/domain/guide.ts';
import type { Party } from '../../src/domain/parties.ts';
import { isComplete } from '../../src/domain/rules.ts';
import { seededRandomness } from '../support/devicePorts.ts';
import { receivePayload, XIJI } from '../support/intake.ts';

/** What a window hands in: number, code and catalogue come from the device. */
export type Receive = Omit<CasePayloads['receive'], 'number' | 'code' | 'catalogue' | 'sticker'>;

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
const GIVEN = '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国玉梅志红春生德才文武庆山河';
const VILLAGES = ['伏里', '蒋庄', '半湖', '葫芦', '牛山', '河东', '河西', '土山', '五福', '富安'];
const TRADES = [
  '果品种植',
  '石榴种植',
  '粮食种植',
  '农机服务',
  '蔬菜种植',
  '畜禽养殖',
  '中药材种植',
  '水产养殖',
];

export function differentCases(count: number): Receive[] {
  const { unit } = seededRandomness(20_261_123);
  const below = (limit: number): number => Math.floor(unit() * limit);
  const of = (texts: string | readonly string[]): string => texts[below(texts.length)] ?? '';
  const digits = (length: number): string => Array.from({ length }, () => below(10)).join('');
  const two = (from: number, limit: number): string => String(from + below(limit)).padStart(2, '0');
  const person = (role: string): Party => {
    const born = `${1950 + below(55)}${two(1, 12)}${two(1, 28)}`;
    const first17 = `37040${1 + below(6)}${born}${digits(3)}`;
    return {
      role,
      kind: 'person',
      name: of(SURNAMES) + of(GIVEN) + (below(3) > 0 ? of(GIVEN) : ''),
      idKind: 'identityNumber',
      idNumber: first17 + mod11_2.compute(first17),
      telephone: `1${3 + below(7)}${digits(9)}`,
      address: `山东省枣庄市山亭区西集镇${of(VILLAGES)}村${1 + below(400)}号`,
    };
  };
  const guide = cooperatives();
  const { number: _, code: __, catalogue: ___, ...frame } = receivePayload(NUMBERING, '2026-11-23T02:00:00Z');
  return Array.from({ length: count }, () => {
    const members = 5 + below(60);
    const agent = below(2) === 0;
    const answers: Answers = {
      ...frame.answers,
      name: `山亭区${of(VILLAGES)}${of(GIVEN)}${of(GIVEN)}${of(TRADES)}专业合作社`,
      ...{ members, farmers: members },
      contribution: of(['money', 'property']),
      agent: agent ? 'yes' : 'no',
    };
    return {
      ...frame,
      answers,
      parties: [person('legalRepresentative'), ...(agent ? [person('agent')] : [])],
      marks: Object.fromEntries(
        checklistOf(guide, answers).map((line) => [line.material.id, fullMark(line.material.form)]),
      ),
    };
  });
}

function cooperatives(): CompleteGuide {
  const guide = seedCatalogue.guides.find((one) => one.id === '10');
  if (!guide || !isComplete(guide)) throw new Error('guide 10 is not complete');
  return guide;
}

/** Only to make a payload. */
const NUMBERING = { office: XIJI, slot: '00', made: 0 };
