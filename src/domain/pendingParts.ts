import type {
  ApplicationForm,
  Baseline,
  Check,
  CompleteGuide,
  Guide,
  GuideStep,
  Limit,
  LimitRule,
  Material,
  Question,
  Statement,
} from './guide.ts';
import { approvalNeeded } from './handling.ts';
import { conditionInWords, daysInWords, formInWords } from './inWords.ts';
import type { Item, ItemState, Route, SealNeed } from './item.ts';
import type { Confirmation, Office, OfficeId } from './office.ts';
import type { StatedFact } from './pendingFacts.ts';

/** The pending facts of an office, an item and a guide, each in words. */

type Doubtful = { readonly confirmation: Confirmation } | null;

/** One fact for each that is pending. */
const pending = <T extends Doubtful>(
  list: readonly T[],
  state: (one: NonNullable<T>) => StatedFact,
): readonly StatedFact[] => list.flatMap((one) => (one?.confirmation === 'pending' ? [state(one)] : []));

export function officeFacts(office: Office): readonly StatedFact[] {
  return pending([office], ({ name, address, telephone, hours }) => ({
    name: '地址、电话和办公时间',
    says: lines(
      name,
      `地址：${address ?? NOTHING}`,
      `电话：${telephone ?? NOTHING}`,
      `办公时间：${hours ?? NOTHING}`,
    ),
  }));
}

export function itemFacts(item: Item, nameOf: (office: OfficeId) => string): readonly StatedFact[] {
  return [
    ...pending(item.codes, ({ scheme, value, from, to }) => ({
      name: '事项编码',
      says: lines(`${SCHEMES[scheme]}：${value}`, from && `自 ${from} 起`, to && `到 ${to} 止`),
    })),
    ...pending(item.status, ({ state, from, basis }) => ({
      name: '事项状态',
      says: lines(`自 ${from} 起${STATES[state]}`, basis),
    })),
    ...pending([item.needsSeal], ({ delegated, district }) => ({
      name: '用印',
      says: `下放后在镇办：${SEALS[delegated]}；在区级大厅办：${SEALS[district]}`,
    })),
    ...pending([item.needsApproval], () => ({
      name: '领导批准',
      says: `下放后在镇办：${approval(item, item.route)}；在区级大厅办：${approval(item, 'district')}`,
    })),
    ...pending([item.supervision ?? null], ({ office, claimDays, answerDays }) => ({
      name: '审管衔接',
      says: lines(`推送给：${nameOf(office)}`, `${claimDays} 个工作日内签收，${answerDays} 个工作日内反馈`),
    })),
    ...pending([item.renewal ?? null], ({ daysBefore }) => ({
      name: '延续',
      says: `有效期届满可以申请延续，期满 ${daysBefore} 日前提出`,
    })),
    ...pending([item.target], ({ name, fields }) => ({
      name: '还要录入的系统',
      says: lines(name, `栏目：${fields.map(({ label }) => label).join('、')}`),
    })),
  ];
}

const approval = (item: Item, route: Route): string =>
  approvalNeeded(item, route) ? '要领导批准' : '不用领导批准';

export function guideFacts(guide: Guide): readonly StatedFact[] {
  const head = [...statements('收费', [guide.fee]), ...statements('办理结果', [guide.result])];
  return guide.state === 'complete' ? [...head, ...completeFacts(guide)] : head;
}

function completeFacts(guide: CompleteGuide): readonly StatedFact[] {
  return [
    ...statements('办理条件', guide.conditions),
    ...pending(guide.questions, (one) => questionFact(guide, one)),
    ...statements('不属于本事项', guide.boundaries),
    ...pending(guide.materials, (one) => materialFact(guide, one)),
    ...pending(guide.checks, (one) => checkFact(guide, one)),
    ...guide.limits.flatMap((rule) => limitFacts(guide, rule)),
    ...pending(guide.steps, stepFact),
    ...statements('不予办理的情形', guide.refusals),
    ...statements('申请人的权利', guide.rights),
    ...pending(guide.faq, ({ q, a }) => ({ name: `常见问题：${q}`, says: a })),
    ...pending(guide.forms ?? [], (one) => formFact(guide, one)),
    ...pending([guide.baseline], (one) => baselineFact(guide, one)),
  ];
}

const statements = (name: string, list: readonly Statement[]): readonly StatedFact[] =>
  pending(list, ({ text, basis }) => ({ name, says: text, basis }));

function questionFact(guide: CompleteGuide, question: Question): StatedFact {
  return {
    name: `情形：${question.text}`,
    says: lines(
      ...answersTo(question),
      question.help && `提示：${question.help}`,
      question.when && `什么时候问：${conditionInWords(guide, question.when)}`,
    ),
  };
}

function answersTo(question: Question): readonly string[] {
  switch (question.kind) {
    case 'choice':
      return question.options.map(({ label, help, elsewhere }) => {
        const other = elsewhere && `不是本事项，请到${elsewhere.goTo}：${elsewhere.why}`;
        const notes = [help, other].filter(Boolean).join('；');
        return `可选：${label}${notes && `（${notes}）`}`;
      });
    case 'number':
      return [`填数字，${question.min} 到 ${question.max} ${question.unit}`];
    case 'date':
      return ['填日期'];
    case 'text':
      return [`填文字，最多 ${question.maxLength} 个字`];
  }
}

const ORIGINS: Readonly<Record<Material['origin']['from'], string>> = {
  applicant: '申请人自备',
  government: '政府部门出具',
  intermediary: '中介机构出具',
  village: '村里出具',
};

function materialFact(guide: CompleteGuide, material: Material): StatedFact {
  const { form, when, why, origin, waiver, deferrable, core, basis } = material;
  return {
    name: `材料：${material.name}`,
    says: lines(
      `${formInWords(form)}，${ORIGINS[origin.from]}${origin.who ? `（${origin.who}）` : ''}`,
      `为什么要：${why}`,
      when && `什么时候要：${conditionInWords(guide, when)}`,
      core && '主要材料，不能容缺',
      deferrable && `可以容缺，${deferrable.workingDays} 个工作日内补齐`,
      waiver.sharing && '可以数据共享免提交',
      waiver.promise && '可以告知承诺',
    ),
    basis,
  };
}

function checkFact(guide: CompleteGuide, { when, must, message, basis, severity }: Check): StatedFact {
  return {
    name: severity === 'block' ? '校验（不符合不能受理）' : '校验（不符合只提示）',
    says: lines(
      message,
      `应当：${conditionInWords(guide, must)}`,
      when && `什么时候查：${conditionInWords(guide, when)}`,
    ),
    basis,
  };
}

function limitFacts(guide: CompleteGuide, rule: LimitRule): readonly StatedFact[] {
  const state = (name: string) => (limit: Limit) => ({
    name,
    says: lines(
      daysInWords(limit),
      limit.extension !== undefined && `可以延长 ${limit.extension} 个工作日`,
      rule.when && `适用：${conditionInWords(guide, rule.when)}`,
    ),
    basis: limit.basis,
  });
  return [...pending([rule.statutory], state('法定期限')), ...pending([rule.promised], state('承诺期限'))];
}

const DOERS: Readonly<Record<GuideStep['by'], string>> = {
  town: '镇',
  district: '区',
  applicant: '申请人',
};

const stepFact = ({ name, by, counts, atLeast }: GuideStep): StatedFact => ({
  name: `环节：${name}`,
  says: lines(
    `由${DOERS[by]}办，${counts ? '计入' : '不计入'}办理期限`,
    atLeast && `公示不少于 ${daysInWords(atLeast)}`,
  ),
  ...(atLeast ? { basis: atLeast.basis } : {}),
});

function formFact(
  guide: CompleteGuide,
  { material, title, fields, declaration }: ApplicationForm,
): StatedFact {
  const paper = guide.materials.find(({ id }) => id === material)?.name ?? material;
  return {
    name: `申请表：${title}`,
    says: lines(
      `即材料“${paper}”`,
      `栏目：${fields.map(({ label }) => label).join('、')}`,
      `申请人声明：${declaration}`,
    ),
  };
}

function baselineFact({ materials }: CompleteGuide, baseline: Baseline): StatedFact {
  const names = baseline.materials.map((id) => materials.find((one) => one.id === id)?.name ?? id);
  return {
    name: '原区级标准',
    says: lines(
      `${baseline.steps} 个环节，${baseline.days} 天，${names.length} 样材料`,
      names.length > 0 && names.join('、'),
    ),
  };
}

const NOTHING = '还没有';

const SCHEMES: Readonly<Record<Item['codes'][number]['scheme'], string>> = {
  NOTICE_13: '通知所列编码（13 位）',
  NATIONAL_BASIC_12: '国家基本目录编码（12 位）',
  PERMIT_LIST_12: '行政许可事项清单编码（12 位）',
  HANDLING_14: '业务办理项编码（14 位）',
  IMPLEMENT_31: '实施编码（31 位）',
};

const STATES: Readonly<Record<ItemState, string>> = {
  in_force: '正常受理',
  suspended: '暂停受理',
  cancelled: '取消',
  superseded: '并入其他事项',
};

const SEALS: Readonly<Record<SealNeed, string>> = {
  none: '不用印',
  business: '业务专用章',
  approval: '审批专用章',
};

/** Line by line; what does not apply falls away. */
const lines = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join('\n');
