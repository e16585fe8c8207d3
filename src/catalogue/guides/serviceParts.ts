import type { Material, Statement } from '../../domain/guide.ts';
import type { LegalBasis } from '../../domain/item.ts';
import { LAW } from '../bases.ts';
import { AGENT_ID, known, MANDATE, RIGHTS } from './parts.ts';

/** Pieces of guides of public services, where the law of permits does not apply. */

/** What a mandate says follows from the Civil Code, since the article on permits does not reach services. */
const WRITTEN_MANDATE: LegalBasis = {
  law: LAW.civilCode,
  article: '第一百六十五条',
  says: '授权委托书要写明代办人、办什么、办到什么时候，由委托人签名或者盖章。',
};

export const SERVICE_MANDATE: Material = { ...MANDATE, basis: WRITTEN_MANDATE, confirmation: 'pending' };
export const SERVICE_AGENT_ID: Material = { ...AGENT_ID, basis: WRITTEN_MANDATE, confirmation: 'pending' };

/** Social insurance may ask for identity papers; anything more needs a law, regulation or State Council decision. */
export const INSURANCE_IDENTITY: LegalBasis = {
  law: LAW.insuranceHandling,
  article: '第七条、第三十一条',
  says: '社会保障卡和医保电子凭证是参保的凭证；身份证件以外的证明，要有法律、法规或者国务院决定作依据。',
};

const CORRECTION = known('登记的个人信息有错的，可以要求更正、补充。', {
  law: LAW.personalInformation,
  article: '第四十六条',
});

export const SERVICE_RIGHTS: readonly Statement[] = [...RIGHTS, CORRECTION];

export const INSURANCE_RIGHTS: readonly Statement[] = [
  ...SERVICE_RIGHTS,
  known('老人、残疾人不方便来的，可以请窗口上门，或者授权别人代办。', {
    law: LAW.insuranceHandling,
    article: '第三十条',
  }),
  known('您的参保和看病信息，经办的人不能泄露。', { law: LAW.insuranceHandling, article: '第四十九条' }),
];
