import { describe, expect, it } from 'vitest';
import { ITEMS } from '../../src/catalogue/items/index.ts';
import { OFFICES } from '../../src/catalogue/offices.ts';
import { isDelegatedTo, itemStatusOn } from '../../src/domain/item.ts';

const [DIRECT, REVIEW, WINDOW] = ['直接下放', '下放实质性审核权', '服务窗口前移'];
const ROUTES = { direct: DIRECT, review: REVIEW, window: WINDOW };
const KINDS = { permit: '行政许可', service: '公共服务', benefit: '行政给付', confirmation: '行政确认' };

/** The annex of the notice, line by line: number, way, department, code, name, kind, remark. */
const ANNEX: readonly (readonly [
  number,
  string | undefined,
  string,
  string,
  string,
  string,
  readonly string[],
])[] = [
  [
    1,
    DIRECT,
    '区行政审批服务局',
    '3700000117086',
    '在城市建筑物、设施上张挂、张贴宣传品审批',
    '行政许可',
    [],
  ],
  [
    2,
    DIRECT,
    '区医疗保障局',
    '3700002036027',
    '基本医疗保险参保人员异地就医备案',
    '公共服务',
    ['转外就医备案'],
  ],
  [3, DIRECT, '区医疗保障局', '3700002036017', '医疗保险参保和变更登记', '公共服务', []],
  [4, DIRECT, '区人力资源和社会保障局', '3700002014071', '职业资格证书查询', '公共服务', []],
  [
    5,
    DIRECT,
    '区人力资源和社会保障局',
    '3700002014020',
    '社会保险记录查询打印',
    '公共服务',
    ['个人参保缴费证明查询打印', '待遇领取证明查询打印'],
  ],
  [6, REVIEW, '区行政审批服务局', '3700000123026', '再生育审批', '行政许可', []],
  [
    7,
    REVIEW,
    '区人力资源和社会保障局',
    '3700002014028',
    '创业担保贷款、创业补贴服务',
    '公共服务',
    ['个人申请创业担保贷款资格审核', '一次性创业补贴申领'],
  ],
  [
    8,
    REVIEW,
    '区农业农村局',
    '3700002020021',
    '农村土地（不含草原、林地）承包经营以及有关合同管理和农村集体产权制度改革政策宣传咨询服务',
    '公共服务',
    [],
  ],
  [
    9,
    WINDOW,
    '区行政审批服务局',
    '3700000131001',
    '公司（企业）登记',
    '行政许可',
    ['个人独资企业及分支机构设立、变更、注销登记'],
  ],
  [10, WINDOW, '区行政审批服务局', '3700000131002', '农民专业合作社登记', '行政许可', []],
  [11, WINDOW, '区行政审批服务局', '3700000115036', '采伐林木许可审批', '行政许可', []],
  [12, WINDOW, '区应急管理局', '3700000525001', '自然灾害生活救助资金和物资的给付', '行政给付', []],
  [13, WINDOW, '区自然资源局', '3700000715006', '不动产登记', '行政确认', []],
];

const item = (id: string) => ITEMS.find((one) => one.id === id)!;

describe('the thirteen items', () => {
  it('are as many as the annex has lines, in its order', () => {
    expect(ITEMS.map((one) => one.seq)).toEqual(ANNEX.map(([seq]) => seq));
  });

  it.each(ANNEX)('%i stands as the annex has it', (seq, route, department, code, name, kind, remark) => {
    const found = item(String(seq));
    expect(found.seq).toBe(seq);
    expect(ROUTES[found.route]).toBe(route);
    const office = OFFICES.find((one) => one.id === found.department);
    expect(office?.name.replace('山亭', '')).toBe(department);
    expect(found.codes.filter((one) => one.scheme === 'NOTICE_13')).toEqual([
      { scheme: 'NOTICE_13', value: code, from: '2021-06-28', confirmation: 'confirmed' },
    ]);
    expect(found.name).toBe(name);
    expect(KINDS[found.kind]).toBe(kind);
    expect(found.scope?.split('、') ?? []).toEqual(
      remark.join('、') === '' ? [] : remark.join('、').split('、'),
    );
  });

  it('were all delegated to all nine towns on the day of the notice, and to no other office', () => {
    for (const one of ITEMS) {
      expect(one.delegations).toHaveLength(9);
      expect(isDelegatedTo(one, '370406102', '2021-06-28')).toBe(true);
      expect(isDelegatedTo(one, '370406102', '2021-06-27')).toBe(false);
      expect(isDelegatedTo(one, '370406001', '2026-11-24')).toBe(false);
    }
  });

  it('are in force since the notice, but for the sixth', () => {
    for (const one of ITEMS) {
      expect(itemStatusOn(one, '2021-06-28').state).toBe('in_force');
      expect(itemStatusOn(one, '2026-11-24').state).toBe(one.id === '6' ? 'suspended' : 'in_force');
    }
  });

  it('leave nobody standing who comes for the sixth: basis and place to go, as our reading', () => {
    const status = itemStatusOn(item('6'), '2026-11-24');
    expect(status.confirmation).toBe('pending');
    expect(status.basis).toContain('人口与计划生育法');
    expect(item('6').referral).toContain('生育登记');
  });

  it('carry later codes beside the notice’s, none of them confirmed', () => {
    const later = ITEMS.flatMap((one) => one.codes.filter((code) => code.scheme !== 'NOTICE_13'));
    expect(later.map((code) => code.value)).toEqual([
      '00013112700Y',
      '000131129000',
      '00013112900001',
      '00013112900002',
      '00013112900003',
      '000164120000',
    ]);
    expect(later.every((code) => code.confirmation === 'pending')).toBe(true);
  });

  it('follow the intake rule of their law', () => {
    const rules = Object.fromEntries(ITEMS.map((one) => [one.id, one.intakeRule]));
    expect(rules).toMatchObject({ 1: 'permit', 6: 'permit', 11: 'permit' });
    expect(rules).toMatchObject({ 9: 'registration', 10: 'registration', 13: 'onTheSpot' });
    for (const id of ['2', '3', '4', '5', '7', '8', '12']) expect(rules[id]).toBe('service');
  });

  it('are instant for three, consultation for one, promised for the rest', () => {
    const paced = (pace: string) => ITEMS.filter((one) => one.pace === pace).map((one) => one.id);
    expect(paced('instant')).toEqual(['2', '4', '5']);
    expect(paced('consultation')).toEqual(['8']);
    expect(paced('promised')).toHaveLength(9);
  });

  it('mark as sensitive what is health, family, disaster and money', () => {
    expect(ITEMS.filter((one) => one.sensitive).map((one) => one.id)).toEqual(['2', '3', '6', '7', '12']);
  });
});
