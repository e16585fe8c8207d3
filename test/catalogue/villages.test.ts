import { describe, expect, it } from 'vitest';
import { TOWNS } from '../../src/catalogue/offices.ts';
import { townOfVillage, villageOf, villagesOf } from '../../src/catalogue/villages.ts';

const COUNTS: Readonly<Record<string, number>> = {
  店子镇: 17,
  西集镇: 15,
  桑村镇: 20,
  北庄镇: 21,
  城头镇: 21,
  徐庄镇: 42,
  水泉镇: 34,
  冯卯镇: 35,
  凫城镇: 18,
};

describe('villages', () => {
  it.each(TOWNS)('$name has as many as the statistical register', ({ id, name }) => {
    expect(villagesOf(id)).toHaveLength(COUNTS[name]!);
  });

  it('have twelve-digit codes of their town, each once, and a name', () => {
    const all = TOWNS.flatMap(({ id }) => villagesOf(id));
    expect(new Set(all.map((village) => village.code)).size).toBe(223);
    for (const village of all) {
      expect(village.code).toMatch(/^3704061\d{5}$/);
      expect(village.name).toMatch(/^\p{Script=Han}{2,}$/u);
      expect(villageOf(village.code)).toEqual(village);
    }
  });

  it('are found by code, and lead to their town', () => {
    expect(villageOf('370406102201')).toEqual({ code: '370406102201', name: '西集村委会' });
    expect(townOfVillage('370406102201')).toBe('370406102');
    expect(villageOf('370406102999')).toBeUndefined();
  });

  it('of other places are not here: their towns do not hold the powers', () => {
    expect(villagesOf('370406001')).toEqual([]);
    expect(villagesOf('370406405')).toEqual([]);
  });
});
