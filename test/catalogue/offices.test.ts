import { describe, expect, it } from 'vitest';
import { OFFICES } from '../../src/catalogue/offices.ts';
import { isHall } from '../../src/domain/office.ts';

const NINE = {
  西集镇: '370406102',
  桑村镇: '370406103',
  城头镇: '370406105',
  冯卯镇: '370406108',
  店子镇: '370406101',
  水泉镇: '370406107',
  徐庄镇: '370406106',
  北庄镇: '370406104',
  凫城镇: '370406109',
};

describe('offices', () => {
  it('are the nine towns of the notice, by division code, and no tenth', () => {
    const towns = OFFICES.filter((office) => office.kind === 'town');
    expect(Object.fromEntries(towns.map((town) => [town.shortName, town.id]))).toEqual(NINE);
    expect(OFFICES.some((office) => /山城|开发区/.test(office.name))).toBe(false);
  });

  it('are ten halls and six departments', () => {
    expect(OFFICES.filter(isHall)).toHaveLength(10);
    expect(OFFICES.filter((office) => office.kind === 'department').map((office) => office.id)).toEqual([
      '370406-xzsp',
      '370406-ybj',
      '370406-rsj',
      '370406-nync',
      '370406-yjgl',
      '370406-zrzy',
    ]);
  });

  it('invent no address, no hours and no telephone but the notice’s own', () => {
    for (const office of OFFICES) {
      expect(office.address).toBeUndefined();
      expect(office.hours).toBeUndefined();
      expect(office.confirmation).toBe('pending');
    }
    const telephones = OFFICES.flatMap((office) => office.telephone ?? []);
    expect(telephones).toEqual(['0632-8829156']);
  });
});
