import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { entriesOf, searchItems } from '../../src/domain/itemSearch.ts';

const entries = entriesOf(seedCatalogue);
const ids = (typed: string) => searchItems(entries, typed).map((one) => one.guide.id);

describe('choosing an item', () => {
  it('offers every guide in the order of the annex while nothing is typed', () => {
    expect(ids('  ')).toHaveLength(14);
    expect(searchItems(entries, '').map((one) => one.item.seq)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 10, 11, 12, 13,
    ]);
  });

  it('finds by a part of the name', () => expect(ids('合作社')[0]).toBe('10'));
  it('finds by pinyin initials', () => expect(ids('hzs')).toContain('10'));
  it('finds by full pinyin, in capitals too', () => expect(ids('HEZUOSHE')).toContain('10'));
  it('finds by code', () => expect(ids('3700000131002')).toEqual(['10']));
  it('wants every word typed of one item, and gives what each of them says where none has all', () => {
    expect(ids('合作社 注销')).toEqual(['10']);
    expect(ids('合作社 采伐').sort()).toEqual(['10', '11']);
  });
  it('puts the number of the annex first', () => expect(ids('10')[0]).toBe('10'));
});
