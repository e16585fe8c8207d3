import type { CaseStatus } from '../../domain/case.ts';
import type { ItemState, Route } from '../../domain/item.ts';

/** Words of the window. One place, so that a thing is called the same on every screen and paper. */

export const statusWords: Readonly<Record<CaseStatus, string>> = {
  received: '已收件',
  correcting: '待补正',
  returned: '已退回材料',
  declined: '不予受理',
  closed: '已终止',
  accepted: '已受理',
  withdrawn: '已撤回',
};

/** Silence has accepted it (行政许可法第三十二条). */
export const DEEMED = '已受理（依法视为）';

export const routeWords: Readonly<Record<Route, { readonly name: string; readonly means: string }>> = {
  direct: { name: '直接下放', means: '本镇受理、本镇决定' },
  review: { name: '下放实质性审核权', means: '本镇审核，区里见章发证' },
  window: { name: '服务窗口前移', means: '本镇收件受理，区里部门决定' },
  district: { name: '区级大厅', means: '区级大厅收件，区里部门决定' },
};

export const itemStateWords: Readonly<Record<ItemState, string>> = {
  in_force: '正常受理',
  suspended: '暂停受理',
  cancelled: '已取消',
  superseded: '已并入其他事项',
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
};

/** Fallback for a role that the guide does not name (any more). */
export const roleWords: Readonly<Record<string, string>> = { applicant: '申请人', agent: '代理人' };
