import type { Route } from '../../domain/item.ts';

/** Ways of handling. Apart from the words of states, which every list shows. */
export const routeWords: Readonly<Record<Route, { readonly name: string; readonly means: string }>> = {
  direct: { name: '直接下放', means: '本镇受理、本镇决定' },
  review: { name: '下放实质性审核权', means: '本镇审核，区里见章发证' },
  window: { name: '服务窗口前移', means: '本镇收件受理，区里部门决定' },
  district: { name: '区级大厅', means: '区级大厅收件，区里部门决定' },
};
