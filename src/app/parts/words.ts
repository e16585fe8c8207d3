/** The three honest marks of waiting, in order. They mean the same on every screen. */
export const markWords = { saved: '已存本机', sent: '已发出', recorded: '区里已登记' } as const;

/** Default word of each badge; a badge may carry a more exact one. */
export const statusWords = {
  ...markWords,
  refused: '需处理',
  waiting: '待上报',
  overdue: '已逾期',
  pending: '待部门核定',
  flagged: '待核',
  sealed: '已用印',
  neutral: '',
} as const;

/** How a line of the checklist stands. */
export const lineWords = {
  open: '待查看',
  done: '已齐',
  deferred: '容缺后补',
  missing: '缺',
  promised: '告知承诺',
  shared: '免提交，数据共享',
  depends: '视情形而定',
} as const;

export const intakeSteps = ['选事项', '情形', '当事人', '材料', '结果'] as const;

export const product = { name: '就近办', stampPlace: '盖章处' } as const;

export const actions = {
  show: '显示',
  hide: '遮盖',
  look: '查看',
  looked: '已记录查看',
  close: '关闭',
  busy: '正在处理',
  skip: '跳到正文',
  shortcuts: '键盘快捷键',
} as const;
