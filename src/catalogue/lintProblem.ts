import type { CompleteGuide } from '../domain/guide.ts';
import type { IntakeSource } from '../domain/item.ts';

/** A reason why a catalogue must not be published. */
export interface LintProblem {
  /** Stable, for tests and for the endpoint's answer. */
  readonly code: LintCode;
  /** Where: `item 7`, `guide 10@1 material charter`. */
  readonly where: string;
  /** In words, for the editor. */
  readonly message: string;
}

/** Every code with what it says to the editor. */
export const LINT_MESSAGES = {
  'id.duplicate': '编号重复',
  'text.empty': '必填的文字是空的',
  'date.invalid': '日期不是真实的日期',
  'number.insane': '数字超出合理范围',
  'office.idKind': '机构编号和机构类别对不上',
  'calendar.invalid': '工作日历有误：日期不在该年，或者同一天既放假又上班',
  'item.noticeCode': '缺少通知所列的 13 位事项编码，或者格式不对',
  'item.codeKind': '事项编码的类型位和事项类型对不上',
  'item.noStatus': '事项没有状态',
  'item.noReferral': '没有实施的事项，要写明依据和群众该去哪里',
  'item.noBasis': '事项没有依据',
  'item.noGuide': '事项没有服务指南',
  'item.guideUnknown': '所列的服务指南不存在，或者不属于本事项',
  'item.departmentUnknown': '区级部门不存在',
  'item.delegation': '只能下放到镇，且同一时间不能重复下放',
  'item.decider': '决定机关和下放方式对不上',
  'item.intakeRule': '收件规则和事项类型对不上',
  'item.seal': '下放方式要求的用印没有设置',
  'item.renewal': '不是行政许可的事项写了延续',
  'item.supervision': '行政许可没有写明由谁监管，或者不是许可的写了',
  'item.subject': '识别同一事由的角色或者问题，在服务指南里不存在',
  'item.target': '录入系统的栏目没有名称，或者取自的当事人、问题在服务指南里不存在',
  'item.handlingTown': '确定办理镇的问题，在服务指南里不存在',
  'guide.itemUnknown': '服务指南不属于任何事项',
  'guide.version': '版本号重复或者不连续',
  'question.options': '选项重复、太少，或者取值范围颠倒',
  'question.elsewhere': '转去别处的选项要写明去哪里、为什么',
  'condition.unknownQuestion': '条件里提到的问题不存在',
  'condition.laterQuestion': '问题的前提只能是排在它前面的问题',
  'condition.value': '条件里的取值不是该问题的选项，或者类型不对',
  'material.reserved': '材料编号和签名、步骤照片的记号相同',
  'material.noBasis': '没有依据的材料不能要求提交',
  'material.form': '材料要写明收原件、复印件还是只核验',
  'material.coreDeferrable': '核心材料不能容缺',
  'check.noBasis': '校验规则没有依据',
  'check.unconfirmed': '没有核定的规则只能提示，不能挡住受理',
  'form.field': '申请表的内容要取自本指南的材料、当事人和问题',
  'roster.column': '名册的列要取自本指南的当事人和问题，要有姓名和证件号码，不能重复',
  'party.rule': '当事人的人数或者类别有误',
  'limit.none': '没有写明对各种情形都适用的办理时限',
  'limit.noBasis': '法定时限没有依据',
  'limit.beyondStatutory': '承诺时限比法定时限长',
  'limit.instant': '即办事项的承诺时限应当是当场',
  'limit.borrowed': '公共服务和给付不能套用行政许可的法定时限',
  'limit.extension': '只有法定时限可以延长，延长不能超过原时限',
  'step.direct': '直接下放的事项，要由镇作决定',
  'step.review': '下放实质性审核权的事项，要有审核意见、转报、发证三步，顺序不能乱，区里不再审核',
  'step.window': '服务窗口前移的事项，镇只能受理和转递，不能作决定',
  'step.visit': '现场勘查要计入办理时限',
  'step.clock': '只有法律另有规定的公告等环节可以不计入时限',
  'baseline.steps': '环节比核定的原标准多',
  'baseline.days': '时限比核定的原标准长',
  'baseline.materials': '材料比核定的原标准多',
  'baseline.dropped': '已核定的原标准不能去掉或者放宽',
  'publication.version': '目录版本号应当比上一版大一',
  'publication.changedInPlace': '已发布的指南版本不能改动，请另出新版本',
  'publication.vanished': '已发布的内容不能删除',
  'publication.history': '已发布的状态记录不能改写，只能追加',
  'publication.calendar': '工作日历有改动，要换日历版本号',
} as const satisfies Record<string, string>;

export type LintCode = keyof typeof LINT_MESSAGES;

export const problem = (code: LintCode, where: string): LintProblem => ({
  code,
  where,
  message: LINT_MESSAGES[code],
});

/** A problem unless the fact holds. */
export const unless = (holds: boolean, code: LintCode, where: string): LintProblem[] =>
  holds ? [] : [problem(code, where)];

/** One problem for every id that stands more than once. */
export function duplicates(ids: readonly (string | number)[], code: LintCode, where: string): LintProblem[] {
  const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
  return [...twice].map((id) => problem(code, `${where} ${id}`));
}

/** Whether an intake by this guide can know what a form or the system of record is filled from. */
export function knows(guide: CompleteGuide, from: IntakeSource): boolean {
  if (from.of === 'answer') return guide.questions.some((one) => one.id === from.question);
  return guide.parties.some((one) => one.role === from.role);
}

export const isBlank = (text: string): boolean => text.trim() === '';
