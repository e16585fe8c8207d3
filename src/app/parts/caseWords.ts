import type { CaseStatus } from '../../domain/case.ts';
import type { Route } from '../../domain/item.ts';

/** Words of a case. One place, so that a thing is called the same on every screen and paper. */

export const statusWords: Readonly<Record<CaseStatus, string>> = {
  received: '已收件',
  correcting: '待补正',
  returned: '已退回材料',
  declined: '不予受理',
  closed: '已终止',
  accepted: '已受理',
  withdrawn: '已撤回',
  opined: '已出审核意见',
  decided: '已作决定',
  approved: '已批准',
  sealed: '已用印',
  atDepartment: '在区里部门',
  returnedByDepartment: '部门形式退回',
  issued: '已发证',
  refused: '不予办理',
  delivered: '已送达',
  answered: '已答复',
  escalated: '已转请部门',
};

/** Silence has accepted it (行政许可法第三十二条). */
export const DEEMED = '已受理（依法视为）';

export const routeWords: Readonly<Record<Route, { readonly name: string; readonly means: string }>> = {
  direct: { name: '直接下放', means: '本镇受理、本镇决定' },
  review: { name: '下放实质性审核权', means: '本镇审核，区里见章发证' },
  window: { name: '服务窗口前移', means: '本镇收件受理，区里部门决定' },
  district: { name: '区级大厅', means: '区级大厅收件，区里部门决定' },
};

export const eventWords: Readonly<Record<string, string>> = {
  received: '收件',
  correctionRequired: '一次性补正告知',
  supplemented: '补正材料',
  papersReturned: '退回材料',
  declined: '不予受理',
  closed: '终止',
  accepted: '受理',
  fulfilled: '补齐容缺',
  withdrawn: '撤回',
  setAside: '放弃重报',
  flagged: '待核',
  stepRecorded: '过程记录',
  opined: '出具审核意见',
  decided: '作出决定',
  approved: '批准',
  sealed: '用印',
  sentBack: '退回',
  forwarded: '转报（转递）',
  issued: '发证或者不予',
  delivered: '送达',
  suspended: '中止计时',
  resumed: '恢复计时',
  extended: '延期',
  answered: '答复',
  escalated: '转请部门',
  claimed: '别的大厅认领补正',
  papersDeposited: '别的大厅代收补正材料',
  papersDispatched: '移交纸质材料',
  papersSigned: '签收纸质材料',
  papersMissing: '纸质材料未到',
};
