import type { ErrorEntry } from './errors.ts';

const refusal = (what: string, todo: string, status = 422): ErrorEntry => ({ status, what, todo });

/** Refusals of handling: opinion, decision, approval, seal, department, clock, steps, paper, delivery. */
export const HANDLING_ERRORS = {
  'power.item': refusal('这个事项不用这一步。', '请打开办件，按页面上给出的步骤办理。'),
  // judging what was seen
  'file.notNamed': refusal('没有说明看的是哪一份卷宗。', '请打开办件，看过材料以后再办。'),
  'file.changed': refusal(
    '您看过以后，卷宗又有了变化。',
    '写的内容还在。请再看一遍变化的地方，确认后重新提交。',
    409,
  ),
  'reason.missing': refusal('没有选择理由。', '请从列出的理由中选择，再写明具体情况。'),
  'reason.unknown': refusal('列出的理由里没有这一条。', '请从列出的理由中选择。'),
  'text.missing': refusal('没有写明具体情况。', '请补写后再提交。'),
  // three people
  'duty.drafter': refusal('起草的人不能自己批准或者用印。', '请换一位有相应岗位的人办理。', 403),
  'duty.approver': refusal('批准的人不能自己用印。', '请换一位监印人办理。', 403),
  // what a good end waits for
  'deferral.open': refusal('容缺的材料还没有补齐：{materials}。', '请登记补齐以后再办。'),
  'paper.notHere': refusal('纸质材料还没有签收。', '请先签收移交的材料，再办这一步。'),
  'step.required': refusal('还缺规定的步骤：{steps}。', '请先登记过程记录，再办这一步。'),
  'objection.open': refusal('有一条异议还没有处理。', '请登记异议的处理结果，再办这一步。'),
  'opinion.disagrees': refusal('镇里的审核意见是不同意，不能发证。', '请办理“依审核意见不予”。'),
  'opinion.agrees': refusal(
    '镇里的审核意见是同意，部门不能改作不予。',
    '请见章发证；章或者清单有问题的，形式退回。',
  ),
  // steps
  'step.unknown': refusal('服务指南里没有这个步骤。', '请更新目录后重新登记。'),
  'step.notOurs': refusal(
    '“{step}”不由本单位登记。',
    '请由服务指南写明的单位登记；要对方办的，可以在业务往来里写给对方。',
    403,
  ),
  'step.dateWrong': refusal('日期应当在 {first} 到 {last} 之间。', '请改选日期。'),
  'step.officers': refusal('现场核查要有两名以上工作人员。', '请把在场的人都写上。'),
  'step.noticeDates': refusal('公示没有写明截止日期，或者截止在开始之前。', '请补填公示的起止日期。'),
  // clock
  'clock.suspended': refusal('正在中止计时，要等规定程序的结果。', '请先恢复计时，再办这一步。', 409),
  'clock.notSuspended': refusal('现在没有中止计时。', '不用恢复。', 409),
  'suspend.noticeMissing': refusal('没有写明告知书的文号或者日期。', '请先书面告知申请人所需时间，再登记。'),
  'extend.twice': refusal('已经延期过一次，不能再延。', '请在现有期限内办结。', 409),
  'extend.none': refusal('这个情形的期限不能延长。', '请在现有期限内办结。'),
  'extend.tooLong': refusal('最多延长 {most} 个工作日。', '请改填天数。'),
  'extend.tooLate': refusal('期限（{due}）已经过了，不能再延。', '请尽快办结，并说明超期的理由。'),
  // paper
  'paper.notOurs': refusal('这份纸质材料不在本单位，也不是移交给本单位的。', '请核对清单上的单位。', 409),
  'paper.onItsWay': refusal('这份纸质材料已经在移交的路上。', '请等对方签收，或者登记未到。', 409),
  'paper.notSent': refusal('这份纸质材料还没有移交。', '请和移出的单位核对清单。', 409),
  'paper.signedAlready': refusal('这一行已经签收过。', '不用再签。', 409),
  'paper.otherList': refusal('这份材料在另一张移交清单上。', '请扫描那一张清单，或者核对编号。', 409),
  // notes between offices
  'note.notOurs': refusal('这一件和本单位没有关系，不能留言。', '请核对办件编号，或者联系经办的单位。', 403),
  'note.tooLong': refusal('留言最多 {most} 字。', '写的内容还在，请缩短后再提交。'),
  'note.tooMany': refusal('这一件的留言已经有 {most} 条，不能再加。', '请改用电话联系对方。', 409),
  // delivery
  'deliver.receiverMissing': refusal('没有写明谁收的。', '请填写签收人。'),
  'deliver.postMissing': refusal('邮寄没有填写单号。', '请填写挂号信或者快递单号。'),
  'deliver.witnessMissing': refusal('留置送达没有写明见证人。', '请填写见证人。'),
  'deliver.noConsent': refusal('电子送达要受送达人同意。', '请征得同意，或者换一种送达方式。'),
} as const satisfies Record<string, ErrorEntry>;
