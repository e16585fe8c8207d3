import { describe, expect, it } from 'vitest';
import { afterBadges } from '../../../../src/app/window/start/afterBadges.ts';
import { dueBadges, dueInWords, shouldBe } from '../../../../src/app/window/start/dueWords.ts';
import type { DueKind } from '../../../../src/domain/due.ts';
import { HALL, rules } from '../builders.ts';

const due = (kind: DueKind, date: string, provisional = false) => ({ kind, date, provisional, at: HALL });
const onRow = (kind: DueKind, today: string) =>
  dueBadges([due(kind, '2026-10-08')], today, rules).map((one) => [one.word, one.kind]);

describe('what a row says of the day that counts, over National Day', () => {
  it('is silent until the one working day before', () => {
    for (const kind of ['tell', 'bring', 'fulfil', 'decide', 'deliver'] as const)
      expect(onRow(kind, '2026-09-29')).toEqual([]);
    expect(onRow('decide', '2026-09-30')).toEqual([['剩 1 个工作日', 'waiting']]);
    expect(onRow('tell', '2026-10-05')).toEqual([['受理或告知剩 1 个工作日', 'waiting']]);
    expect(onRow('deliver', '2026-10-08')).toEqual([['送达今天到期', 'overdue']]);
    expect(onRow('fulfil', '2026-10-09')).toEqual([['容缺补交已超期', 'overdue']]);
    expect(onRow('bring', '2026-10-09')).toEqual([['补正已超期', 'overdue']]);
  });

  it('says at once that papers lie at another hall', () => {
    expect(onRow('takeIn', '2026-09-29')).toEqual([['代收材料待并入', 'waiting']]);
    expect(onRow('takeIn', '2026-10-08')).toEqual([['代收材料待并入，今天到期', 'overdue']]);
  });
});

describe('what the page of a case and its notices say', () => {
  it('names the date, what it is for, and that it may still move', () => {
    expect(dueInWords(due('decide', '2026-10-08'), 'calm')).toBe('2026年10月8日前办结');
    expect(dueInWords(due('tell', '2026-10-08'), 'due')).toBe(
      '2026年10月8日前受理，或者一次性告知，今天到期',
    );
    expect(dueInWords(due('decide', '2027-01-05', true), 'near')).toBe(
      '2027年1月5日前办结，还剩 1 个工作日（日期待复核）',
    );
    expect(shouldBe('deliver')).toBe('应当送达');
  });
});

describe('what is left after the end', () => {
  const words = (today: string) =>
    afterBadges(
      {
        ...{ promise: 'mend', mendBy: '2026-10-08' },
        handOff: { what: 'granted', to: HALL, claimed: false, due: '2026-10-10' },
      },
      today,
      rules.calendar,
    ).map((one) => `${one.word} ${one.kind}`);

  it('is warned of one working day before, on the day and after it', () => {
    expect(words('2026-09-29')).toEqual([
      '责令整改到 2026-10-08 waiting',
      '待监管部门签收，2026-10-10 前 waiting',
    ]);
    expect(words('2026-09-30')[0]).toBe('责令整改到 2026-10-08，剩 1 个工作日 waiting');
    expect(words('2026-10-08')[0]).toBe('责令整改到 2026-10-08，今天到期 overdue');
    // The 10th of October is a Saturday that is worked.
    expect(words('2026-10-09')).toEqual([
      '整改期限已过（2026-10-08），待核查 overdue',
      '待监管部门签收，2026-10-10 前，剩 1 个工作日 waiting',
    ]);
    expect(words('2026-10-11')[1]).toBe('监管部门签收已超期（2026-10-10） overdue');
  });
});
