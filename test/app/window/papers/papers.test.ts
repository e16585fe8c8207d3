import { describe, expect, it } from 'vitest';
import {
  deferredIn,
  groundInWords,
  opinionBasis,
  papersIn,
  papersOf,
  progressAddress,
  signerWord,
  silenceInWords,
  untilInWords,
} from '../../../../src/app/window/papers/papers.ts';
import { FORM_REASONS } from '../../../../src/domain/reasons.ts';
import { COOPERATIVE, caseOf, guideOf, rules } from '../builders.ts';

describe('papers of a case', () => {
  it('are offered with the one to hand over now first', () => {
    expect(papersOf(caseOf(), undefined)).toEqual(['received']);
    const on = { acceptedOn: '2026-12-01' };
    expect(papersOf(caseOf({ status: 'accepted', ...on }), undefined)).toEqual(['accepted', 'received']);
    const told = { on: '2026-11-23', due: '2026-12-08', lines: [], countsAgainstHall: false };
    const corrected = { corrections: [told] };
    expect(papersOf(caseOf({ status: 'correcting', ...corrected }), undefined)[0]).toBe('correction');
    expect(papersOf(caseOf({ status: 'accepted', ...on, ...corrected }), undefined)).toEqual([
      'accepted',
      'received',
      'correction',
    ]);
    const extension = { by: 'p', name: '张三', office: '370406102', on: '2026-12-02', text: '', days: 5 };
    expect(papersOf(caseOf({ status: 'accepted', ...on, extension }), undefined).slice(0, 2)).toEqual([
      'accepted',
      'extension',
    ]);
  });

  it('of a case that was ended are the notice with its ground and article; of an answered question, the answer', () => {
    const ended = (ground: string) =>
      caseOf({ status: 'closed', ending: { ground, text: '', on: '2026-12-01', lines: [] } });
    expect(papersOf(ended('correctionLapsed'), undefined)[0]).toBe('closed');
    expect(groundInWords(ended('correctionLapsed'), 'permit').basis).toContain('第三十二条');
    expect(groundInWords(ended('deferralLapsed'), 'service').basis).toContain('第二十八条');
    const by = { by: 'p', name: '张三', office: '370406102', on: '2026-12-01', text: '可以' };
    const answered = { ...ended('answered'), answer: by };
    expect(papersOf(answered, undefined)[0]).toBe('answer');
    expect(papersOf(answered, undefined)).not.toContain('closed');
  });

  it('cite the guide and the notice’s own place where a town agrees, and where its paper comes back for its form', () => {
    const basis = opinionBasis(guideOf('7a'));
    expect(basis).toContain('《就业促进法》第十九条');
    expect(basis).toMatch(/、山政办发〔2021〕12 号第一部分第（二）项第 2 目$/);
    for (const one of FORM_REASONS) expect(basis).toContain(one.basis);
  });

  it('list what was handed in and what is owed, not what is missing or not needed', () => {
    const [one, two, three, four] = guideOf('10').materials;
    const marks = {
      [one?.id ?? '']: { kind: 'originalKept', count: 2 },
      [two?.id ?? '']: { kind: 'missing' },
      [three?.id ?? '']: { kind: 'notNeeded', why: '已有' },
      [four?.id ?? '']: { kind: 'deferred', due: '2026-12-01' },
    } as const;
    expect(papersIn(caseOf({ answers: COOPERATIVE, marks }), guideOf('10'))).toEqual({
      received: [{ name: one?.name, as: '收原件 2 份' }],
      owed: [{ name: four?.name, as: '容缺，2026年12月1日前补齐' }],
    });
    const found = caseOf({ answers: COOPERATIVE, marks });
    expect(deferredIn(found, guideOf('10'))).toEqual([{ name: four?.name, due: '2026-12-01' }]);
    expect(papersOf(found, undefined)).toEqual(['commitment', 'received']);
  });

  it('name the person by their part only on what they have just done themselves', () => {
    expect(signerWord('经办人', { by: 'p', person: 'p', newest: true })).toBe('经办人');
    expect(signerWord('经办人', { by: undefined, person: 'p', newest: true })).toBe('打印人');
    expect(signerWord('经办人', { by: 'p', person: 'q', newest: true })).toBe('打印人');
    expect(signerWord('经办人', { by: 'p', person: 'p', newest: false })).toBe('打印人');
    expect(signerWord('首问人', { by: undefined, person: undefined, newest: true })).toBe('打印人');
  });

  it('say what silence makes of a receipt, and that the last day still counts', () => {
    const says = (rule: Parameters<typeof silenceInWords>[0]) =>
      silenceInWords(rule, '2026-11-23', rules.calendar);
    expect(says('registration')).toBe('当场没有书面告知的，视为受理。');
    expect(says('onTheSpot')).toBe('当场没有书面告知的，视为受理。');
    expect(says('permit')).toBe('2026年11月30日前（含当日）没有告知补正的，自收到材料之日起即为受理。');
    expect(says('service')).toBeNull();
    expect(untilInWords('2026-12-08')).toBe('2026年12月8日前（含当日）');
  });

  it('carry number and code in the fragment of the address, which no server logs', () => {
    const address = new URL(progressAddress('https://example.cn', caseOf()));
    expect(address.pathname + address.search).toBe('/progress');
    expect(address.hash).toBe('#n=370406102-20261124-K7-0001-4QXM-G&c=7RK2M9');
  });
});
