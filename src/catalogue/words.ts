import { PINYIN } from './pinyin.generated.ts';

/** What people say at the counter, by item: never the official wording alone. */
export const EVERYDAY_WORDS: Readonly<Record<string, readonly string[]>> = {
  '1': ['横幅', '条幅', '拉横幅', '挂条幅', '标语', '海报', '贴广告', '挂气球', '充气拱门', '宣传'],
  '2': ['转院', '异地就医', '外地看病', '去外地住院', '医保备案', '转诊', '跨省看病'],
  '3': ['医保', '新农合', '居民医保', '参保', '交医保', '新生儿医保', '医保改信息', '停医保'],
  '4': ['证书查询', '查证书', '技能证', '资格证', '职业证', '技能等级', '电工证', '职称'],
  '5': ['社保', '养老金', '打社保', '社保证明', '缴费记录', '养老保险', '待遇证明', '打印证明'],
  '6': ['二胎', '三胎', '生孩子', '准生证', '生育证', '生育登记', '再生育'],
  '7': ['贷款', '创业贷款', '担保贷款', '贴息', '补贴', '创业补贴', '创业', '一次性补贴'],
  '8': ['土地', '承包地', '流转', '租地', '延包', '承包合同', '集体分红', '成员资格', '口粮田', '土地政策'],
  '9': ['个人独资', '独资企业', '营业执照', '办执照', '开厂', '注销执照', '分支机构'],
  '10': ['合作社', '办合作社', '合作社注销', '社员', '营业执照', '入社', '种植合作社', '养殖合作社'],
  '11': ['砍树', '伐树', '杨树', '采伐证', '伐木', '卖树', '移树', '林木'],
  '12': ['救灾', '救灾款', '受灾', '水灾', '旱灾', '雹灾', '房子倒了', '冬春救助', '救济', '棉被'],
  '13': ['房产证', '过户', '房本', '宅基地', '不动产证', '买房', '继承房子', '抵押', '土地证', '林权证'],
};

/** Letters of the Latin alphabet, digits and marks do not take part in pinyin. */
export const hanOf = (text: string): string => text.replace(/[^\p{Script=Han}]/gu, '');

const LEXICON: ReadonlyMap<string, readonly string[]> = new Map(
  PINYIN.trim()
    .split('\n')
    .map((line): [string, readonly string[]] => {
      const [word = '', ...sounds] = line.trim().split(' ');
      return [word, sounds];
    }),
);

/**
 * The search tokens of an item: its names and everyday words, each with full pinyin and initials.
 * A word that the lexicon does not know keeps only its characters; a test says when the lexicon must be made anew.
 */
export function searchWords(id: string, names: readonly string[]): readonly string[] {
  const spoken = [...names, ...(EVERYDAY_WORDS[id] ?? [])];
  return [...new Set(spoken.flatMap((word) => [word, ...(LEXICON.get(hanOf(word)) ?? [])]))];
}
