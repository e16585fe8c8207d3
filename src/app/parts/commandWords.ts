import type { AccessCommandType } from '../../domain/commands.ts';
import type { CaseCommandType } from '../../domain/transitions.ts';

export type AnyCommandType = CaseCommandType | 'issueSlip' | AccessCommandType;

/** What somebody did, called the same at every desk. */
export const commandWords: Readonly<Record<AnyCommandType, string>> = {
  receive: '收件',
  requireCorrection: '一次性补正告知',
  supplement: '补正材料',
  returnPapers: '退回材料',
  decline: '不予受理',
  close: '终止',
  accept: '受理',
  fulfil: '补齐容缺',
  withdraw: '撤回',
  setAside: '放弃重报',
  recordStep: '过程记录',
  opine: '审核意见',
  decide: '决定',
  approve: '批准',
  sendBack: '退回重办',
  seal: '用印',
  forward: '转报',
  returnForForm: '形式退回',
  recallOpinion: '撤回意见',
  issue: '见章发证',
  refuseOnOpinion: '依审核意见不予',
  deliver: '送达',
  suspend: '中止计时',
  resume: '恢复计时',
  extend: '延期',
  answer: '答复',
  escalate: '转请部门',
  dispatchPapers: '移交材料',
  signForPapers: '签收材料',
  reportMissing: '材料未到',
  note: '业务留言',
  assign: '指定承办人',
  copied: '登记系统编号',
  settle: '核对待核',
  verifyPromise: '核查承诺',
  revoke: '撤销决定',
  rectify: '更正',
  claimHandOff: '签收推送',
  answerHandOff: '监管反馈',
  claim: '认领',
  issueSlip: '出单',
  reveal: '查看证件号或者电话',
  handOver: '交接草稿',
  print: '打印文书',
};

/** A newer device may send what this screen does not know yet. */
export function commandInWords(type: string): string {
  return Object.hasOwn(commandWords, type) ? commandWords[type as AnyCommandType] : '其他操作';
}
