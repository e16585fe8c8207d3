import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import {
  followedBy,
  followUpDue,
  isLow,
  LEVEL_IDS,
  LEVELS,
  maskNumbers,
  replaceableUntil,
} from '../../src/domain/feedback.ts';
import { rulesOf } from '../../src/domain/rules.ts';

const { calendar } = rulesOf(seedCatalogue);

describe('好差评', () => {
  it('has five levels with the codes 5 to 1, the last two of which are low', () => {
    expect(LEVELS.map(({ id, code }) => [id, code])).toEqual(LEVEL_IDS.map((id, at) => [id, 5 - at]));
    expect(LEVEL_IDS.filter(isLow)).toEqual(['dissatisfied', 'veryDissatisfied']);
  });

  it('may be replaced for thirty days, by the date on a wall in Shandong', () => {
    expect(replaceableUntil('2026-11-23T15:59:00.000Z')).toBe('2026-12-23');
    expect(replaceableUntil('2026-11-23T16:00:00.000Z')).toBe('2026-12-24');
  });

  it('is answered within five working days, the day itself not counted', () => {
    expect(followUpDue('2026-11-23', calendar)).toEqual({ date: '2026-11-30', provisional: false });
    // The National Day holidays are not worked.
    expect(followUpDue('2026-09-30', calendar).date > '2026-10-08').toBe(true);
  });
});

describe('numbers of persons in what somebody wrote', () => {
  it.each([
    ['请打13863200001找我', '请打***找我'],
    ['电话 138 6320-0001。', '电话 ***。'],
    ['身份证37040619800101002X', '身份证***'],
    ['身份证 370406 19800101 0025', '身份证 ***'],
    ['１３８６３２００００１', '***'],
    ['0632-8811234', '***'],
  ])('%s is shown as %s', (words, shown) => {
    expect(maskNumbers(words)).toBe(shown);
  });

  it.each(['等了 120 分钟，花了 35.50 元', '2026 年第 3 次来', '3 号窗口'])('%s stays', (words) => {
    expect(maskNumbers(words)).toBe(words);
  });
});

describe('whose follow-ups a supervisor sees', () => {
  const at = (office: string, ...roles: ('supervisor' | 'clerk')[]) => ({ office, roles });

  it('all of them at the district, those of the own hall at a town, none without the post', () => {
    expect(followedBy([at('370406102', 'supervisor'), at('370406', 'supervisor')])).toBe('all');
    expect(followedBy([at('370406102', 'supervisor'), at('370406', 'clerk')])).toEqual(['370406102']);
    expect(followedBy([at('370406', 'clerk')])).toEqual([]);
  });
});
