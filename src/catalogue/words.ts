import { PINYIN } from './pinyin.generated.ts';

const said = (words: string): readonly string[] => words.split(' ');

/** What people say at the counter, by item: never the official wording alone. */
export const EVERYDAY_WORDS: Readonly<Record<string, readonly string[]>> = {
  '1': said(
    '横幅 条幅 拉横幅 挂条幅 标语 海报 贴广告 挂气球 充气拱门 拱门 气球 宣传 宣传栏 广告布 喷绘 悬挂广告 灯杆广告 路灯广告 墙体广告 刷墙 门口广告 活动宣传 开业宣传 道旗 彩旗 贴通知 贴标语',
  ),
  '2': said(
    '转院 异地就医 外地看病 去外地住院 医保备案 转诊 跨省看病 外省看病 外地住院 外地做手术 北京看病 上海看病 大医院看病 转上级医院 异地结算 异地报销 转院备案 转院单 转诊单 转院手续 外地医院 去外地看病 异地医保 异地备案 出省看病',
  ),
  '3': said(
    '医保 新农合 居民医保 参保 交医保 新生儿医保 医保改信息 停医保 上医保 医保缴费 城乡居民医保 农村合作医疗 合作医疗 宝宝医保 孩子医保 断缴 续医保 补缴医保 医保手机号 医保账户 单位医保 员工医保 职工医保 灵活就业医保 医疗保险 退医保 医保登记 学生医保 老人医保 医保断了 入医保 医保卡 医保转移',
  ),
  '4': said(
    '证书查询 查证书 技能证 资格证 职业证 技能等级 电工证 职称 焊工证 厨师证 会计证 教师资格证 护士证 建造师 育婴师 月嫂证 美容师 保育员 钳工证 车工证 职业技能 证书真假 真假证书 证书编号 考证 技工证 高级工 中级工 技师证 保安证 茶艺师 上岗证 职业资格',
  ),
  '5': said(
    '社保 养老金 打社保 社保证明 缴费记录 养老保险 待遇证明 打印证明 社保流水 社保清单 退休金 退休证明 缴费年限 交了几年 工伤保险 失业保险 参保证明 社保记录 领养老金 社保查询 查社保 养老 退休 五险 社保缴费 待遇领取 社保打印 老保',
  ),
  '6': said(
    '二胎 三胎 生孩子 准生证 生育证 生育登记 再生育 四胎 怀孕 生娃 要孩子 生育 生育指标 计划生育 计生 计生证明 再婚生育 超生 怀孕登记',
  ),
  '7': said(
    '贷款 创业贷款 担保贷款 贴息 补贴 创业补贴 创业 一次性补贴 开店贷款 小额贷款 无息贷款 低息贷款 贷款开店 借钱创业 贴息贷款 创业补助 开店补贴 大学生创业 返乡创业 回乡创业 农民工创业 退伍军人创业 退伍军人贷款 下岗创业 领补贴 创业资金 补助',
  ),
  '8': said(
    '土地 承包地 流转 租地 延包 承包合同 集体分红 成员资格 口粮田 土地政策 包地 地租 出租土地 土地到期 承包到期 到期延包 外嫁女 妇女土地 离婚土地 出嫁女 村集体 股份分红 土地确权 责任田 分地 调地 流转合同 种粮大户 土地入股 集体经济 股权 承包证 土地纠纷 农村土地 征地 家里的地 我家的地 村里的地 转包',
  ),
  '9': said(
    '个人独资 独资企业 营业执照 办执照 开厂 注销执照 分支机构 独资 个独 厂子 加工厂 工厂 分厂 开工厂 办厂 注册企业 企业注册 企业注销 企业变更 变更地址 换投资人 作坊 开企业 办企业 食品厂 小工厂 执照注销 执照变更',
  ),
  '10': said(
    '合作社 办合作社 合作社注销 社员 营业执照 入社 种植合作社 养殖合作社 农民合作社 专业合作社 联合社 理事长 入股合作社 加入合作社 退社 果品合作社 几户联合 抱团种地 合作社变更 农机合作社 养鸡合作社 养猪合作社 成立合作社',
  ),
  '11': said(
    '砍树 伐树 杨树 采伐证 伐木 卖树 移树 林木 砍伐 伐木证 锯树 挖树 移栽 树木移栽 死树 枯树 树死了 木材 卖木头 林地 果树 山林 林子 树林 间伐 采伐 砍木头 树木 老树 房后的树 山上的树 地头的树 采伐许可证',
  ),
  '12': said(
    '救灾 救灾款 受灾 水灾 旱灾 雹灾 房子倒了 冬春救助 救济 棉被 洪水 发大水 冰雹 大风 暴雨 台风 地震 雪灾 冻灾 遭灾 灾害 自然灾害 房屋倒塌 房子塌了 房顶 屋顶 刮跑了 冲了 庄稼 没饭吃 救灾粮 救灾物资 灾民 生活困难 受灾补助 救助 淹了',
  ),
  '13': said(
    '房产证 过户 房本 宅基地 不动产证 买房 继承房子 抵押 土地证 林权证 房屋登记 房屋产权 房证 二手房 新房办证 继承 赠与房子 房子赠与 离婚房子 解押 抵押登记 土地使用证 房产查询 查房产 补房产证 自建房 宅基地证 房产继承 房产过户 房子过户 卖房 房子办证 房屋继承 产权证 盖房 不动产',
  ),
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
