import type { CaseStatus } from '../../domain/case.ts';

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
  revoked: '已撤销',
};

/** Silence has accepted it (行政许可法第三十二条). */
export const DEEMED = '已受理（依法视为）';
