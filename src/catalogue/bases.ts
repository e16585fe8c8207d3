import type { LegalBasis } from '../domain/item.ts';

/**
 * The laws that the catalogue rests on, by the name under which data files speak of them.
 * Marked in `domain.md`: A = read in the original; B = provincial or municipal practice, to be confirmed.
 */
export const LAW = {
  notice: '山政办发〔2021〕12 号',
  permit: '《行政许可法》',
  businessClimate: '《优化营商环境条例》',
  shandongClimate: '《山东省优化营商环境条例》',
  onlineService: '《国务院关于在线政务服务的若干规定》',
  reconsideration: '《行政复议法》',
  litigation: '《行政诉讼法》',
  sanitation: '《城市市容和环境卫生管理条例》',
  shandongSanitation: '《山东省城镇容貌和环境卫生管理办法》',
  socialInsurance: '《社会保险法》',
  insuranceHandling: '《社会保险经办条例》',
  remoteCare: '《关于进一步做好基本医疗保险跨省异地就医直接结算工作的通知》（医保发〔2022〕22 号）',
  lastingInsurance: '《关于健全基本医疗保险参保长效机制的指导意见》（国办发〔2024〕38 号）',
  insuranceRecords: '《社会保险个人权益记录管理办法》（人力资源和社会保障部令第 14 号）',
  qualifications: '《国家职业资格目录》',
  personalInformation: '《个人信息保护法》',
  population: '《人口与计划生育法》',
  shandongPopulation: '《山东省人口与计划生育条例》',
  employment: '《就业促进法》',
  shandongEmployment: '《山东省就业促进条例》',
  startUpLoan: '《山东省创业担保贷款实施办法》（鲁人社字〔2020〕27 号）',
  inclusiveFinance: '《普惠金融发展专项资金管理办法》（财金〔2023〕75 号）',
  landContract: '《农村土地承包法》',
  landContractManagement: '《农村土地承包合同管理办法》（农业农村部令 2023 年第 1 号）',
  landTransfer: '《农村土地经营权流转管理办法》（农业农村部令 2021 年第 1 号）',
  collective: '《农村集体经济组织法》',
  soleProprietorship: '《个人独资企业法》',
  registration: '《市场主体登记管理条例》',
  registrationRules: '《市场主体登记管理条例实施细则》',
  enterpriseNames: '《企业名称登记管理规定》',
  cooperative: '《农民专业合作社法》',
  forest: '《森林法》',
  forestRules: '《森林法实施条例》',
  shandongForest: '《山东省森林资源条例》',
  disaster: '《自然灾害救助条例》',
  realEstate: '《不动产登记暂行条例》',
  realEstateRules: '《不动产登记暂行条例实施细则》',
  realEstateFee: '《关于不动产登记收费标准等有关问题的通知》（发改价格规〔2016〕2559 号）',
  civilCode: '《民法典》',
} as const;

/** The delegation itself. */
export const NOTICE: LegalBasis = { law: LAW.notice, article: '附件' };

/** Someone else may hand the application in (Administrative Licensing Law art. 29). */
export const AGENCY: LegalBasis = {
  law: LAW.permit,
  article: '第二十九条',
  says: '申请人可以委托别人代为提出申请。',
};

/** A permit and the forms for it cost nothing. */
export const NO_PERMIT_FEE: LegalBasis = {
  law: LAW.permit,
  article: '第五十八条',
  says: '实施行政许可不收费，申请书的格式文本也不收费。',
};

/** The two remedies, against every decision whether or not it is a permit. */
export const RECONSIDERATION: LegalBasis = { law: LAW.reconsideration, article: '第二十条' };
export const LITIGATION: LegalBasis = { law: LAW.litigation, article: '第四十六条' };
