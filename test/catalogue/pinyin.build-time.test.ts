import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { pinyinSource } from '../../src/catalogue/pinyin.build-time.ts';
import { EVERYDAY_WORDS } from '../../src/catalogue/words.ts';

const spoken = [
  ...seedCatalogue.items.flatMap((item) => [item.name, item.shortName]),
  ...Object.values(EVERYDAY_WORDS).flat(),
];

describe('pinyin', () => {
  it('the committed lexicon is the one that pinyin-pro gives', async () => {
    await expect(pinyinSource(spoken)).toMatchFileSnapshot('../../src/catalogue/pinyin.generated.ts');
  });

  it('every item is found by everyday word, full pinyin and initials', () => {
    const words = (id: string) => seedCatalogue.items.find((item) => item.id === id)?.words;
    expect(words('2')).toEqual(expect.arrayContaining(['转院', 'zhuanyuan', 'zy']));
    expect(words('11')).toEqual(expect.arrayContaining(['砍树', 'kanshu', 'ks']));
    expect(words('13')).toEqual(expect.arrayContaining(['房产证', 'fangchanzheng', 'fcz']));
    expect(words('10')).toEqual(expect.arrayContaining(['合作社', 'hezuoshe', 'hzs', 'nmzyhzsdj']));
    expect(words('1')).toEqual(expect.arrayContaining(['拉横幅', '条幅', 'tiaofu', 'tf']));
    expect(words('7')).toEqual(expect.arrayContaining(['贷款', 'dk', '补贴', 'butie']));
    // 给 is read jǐ in 给付, not gěi.
    expect(words('12')?.join(' ')).toContain('jifu');
  });

  it('every item brings at least six everyday words', () => {
    for (const item of seedCatalogue.items)
      expect(EVERYDAY_WORDS[item.id]?.length, item.shortName).toBeGreaterThanOrEqual(6);
  });
});
