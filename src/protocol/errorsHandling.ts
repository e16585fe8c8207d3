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
  'step.timeWrong': refusal('{time} 还没有到。', '请改填看现场的时间。'),
  'step.officers': refusal('现场核查要有两名以上工作人员。', '请把在场的人都写上。'),
  'step.placeAndTime': refusal(
    '现场核查没有写明在哪里、几点看的。',
    '请补填地点和几点，再提交；写的内容和拍的照片都还在。',
  ),
  'step.noticeDates': refusal('公示没有写明截止日期，或者截止在开始之前。', '请补填公示的起止日期。'),
  'step.noticeShort': refusal(
    '公示不够天数：规定不少于 {days}，最早到 {until} 止。',
    '请改填公示截止的日期；还没有到期的，到期以后再登记结果。',
  ),
  // clock
  'clock.suspended': refusal('正在中止计时，要等规定程序的结果。', '请先恢复计时，再办这一步。', 409),
  'clock.notSuspended': refusal('现在没有中止计时。', '不用恢复。', 409),
  'suspend.noticeMissing': refusal('没有写明告知书的文号或者日期。', '请先书面告知申请人所需时间，再登记。'),
  'suspend.notHere': refusal('这个情形没有这道程序，不能为它中止计时。', '请核对办的是哪一种，另选程序。'),
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
  'paper.scanUnknown': refusal(
    '这不是办件、文书、收件贴或者移交清单上的编号。',
    '请扫收件凭证、文书、收件贴或者移交清单上的二维码，或者输入办件编号。',
  ),
  // notes between offices
  'note.notOurs': refusal('这一件和本单位没有关系，不能留言。', '请核对办件编号，或者联系经办的单位。', 403),
  'note.tooLong': refusal('留言最多 {most} 字。', '写的内容还在，请缩短后再提交。'),
  'note.tooMany': refusal('这一件的留言已经有 {most} 条，不能再加。', '请改用电话联系对方。', 409),
  // what a system of record gave back
  'copied.otherSystem': refusal('这个事项不录入{system}。', '请更新目录后，照办件页上写的系统登记。'),
  'copied.noNumber': refusal('没有填写{system}给的编号。', '请照系统页面上显示的编号填写。'),
  'copied.tooLong': refusal('编号最多 {most} 个字符。', '请核对，只填系统给的编号。'),
  'copied.same': refusal('{name}已经登记过编号 {number}。', '不用再登记；要改，请填新的编号。', 409),
  'copied.tooMany': refusal('这一件登记的编号已经有 {most} 个，不能再加。', '请联系督查人员核对。', 409),
  // what waits for a person
  'settle.unknown': refusal('这一件没有这一条待核。', '请打开办件看最新状态。', 409),
  'settle.already': refusal(
    '{name}已经在 {on} 核对过这一条。',
    '不用再核；有不同意见，可以在业务往来里写。',
    409,
  ),
  'settle.tooLong': refusal('说明最多 {most} 字。', '写的内容还在，请缩短后再提交。'),
  // who sees to it
  'assign.notThere': refusal('{name}在本单位没有办件的岗位。', '请换一位现在在岗的同事，写的内容还在。'),
  'assign.notTurn': refusal(
    '{name}办不了现在这一步：没有相应岗位，或者这一件是自己起草、批准的。',
    '请换一位同事，写的内容还在。',
  ),
  'assign.ownOnly': refusal(
    '您的岗位只能自己领办，或者交还自己手里的件。',
    '要由别的同事承办，请审核、批准的人或者部门经办来指定。',
    403,
  ),
  'assign.reasonMissing': refusal('这一件在{name}手里，没有写明为什么改派。', '请写一句原因再提交。'),
  'assign.same': refusal('这一件已经由{name}承办。', '不用再指定；要换人，请另选一位。', 409),
  'assign.nobody': refusal('这一件没有指定承办人，大家都可以办。', '不用交还，直接办理或者领办。', 409),
  'assign.taken': refusal(
    '您提交以前，{by}已经在 {on} 指定{name}承办这一件。',
    '请看一下办件上现在由谁承办；还要换人的，重新提交，写的内容还在。',
    409,
  ),
  'assign.freed': refusal(
    '您提交以前，这一件已经办到下一步，或者交还了，现在没有指定承办人。',
    '请看一下办件现在到了哪一步；还要指定的，重新提交，写的内容还在。',
    409,
  ),
  // delivery
  'deliver.receiverMissing': refusal('没有写明谁收的。', '请填写签收人。'),
  'deliver.postMissing': refusal('邮寄没有填写单号。', '请填写挂号信或者快递单号。'),
  'deliver.witnessMissing': refusal('留置送达没有写明见证人。', '请填写见证人。'),
  'deliver.noConsent': refusal('电子送达要受送达人同意。', '请征得同意，或者换一种送达方式。'),
  // after the end: promises, revocation
  'promise.none': refusal('这一件没有用承诺代替的材料。', '不用核查承诺。'),
  'promise.notGranted': refusal('这一件没有准予，没有承诺要核查。', '请打开办件看结果。'),
  'promise.metWithLines': refusal(
    '选了“都履行了”，又勾了没有履行的承诺或者整改日期。',
    '请改选其中一种，写的内容还在。',
  ),
  'promise.linesMissing': refusal('没有选哪一项承诺没有履行。', '请勾选没有履行的承诺。'),
  'promise.unknownLine': refusal('这一件里没有这一项承诺。', '请从列出的承诺中勾选。'),
  'promise.mendBy': refusal('整改期限要在明天到 {latest} 之间。', '请改填整改到哪天，写的内容还在。'),
  'promise.timeRuns': refusal(
    '整改期限到 {due}，还没有过。',
    '整改好了可以随时登记“都履行了”；没有改好的，期限过后再核查。',
    409,
  ),
  'promise.mendTwice': refusal(
    '已经责令限期整改过一次，不能再给期限。',
    '请不填整改日期，如实登记核查结果。',
    409,
  ),
  'promise.foundAlready': refusal('已经核查过：整改后仍没有履行。', '请由负责人决定是否撤销。', 409),
  'revoke.notGranted': refusal('这一件没有准予，没有可以撤销的决定。', '请打开办件看结果。'),
  'revoke.noFinding': refusal('没有核查发现的问题，不能撤销。', '请先由经办人核查承诺，如实登记。'),
  'revoke.mendingRuns': refusal(
    '已经责令整改到 {due}，整改以后的核查还没有登记。',
    '请等期限过后由经办人再核查；写的内容还在。',
    409,
  ),
  'revoke.none': refusal('这一件没有撤销。', '请打开办件看最新状态。', 409),
  'revoke.sealedAlready': refusal('撤销决定已经用过印。', '不用再用印。', 409),
  'revoke.notSealed': refusal('撤销决定还没有用印，不能送达。', '请先由监印人用印。', 409),
  'revoke.deliveredAlready': refusal('撤销决定已经送达。', '不用再送。', 409),
  'revoke.noPromise': refusal('没有核查出承诺没有履行，不能按这一条撤销。', '请改选符合事实的理由。'),
  // handing over to whoever supervises
  'handOff.none': refusal('这一件没有要签收或者反馈的推送。', '请打开办件看最新状态。', 409),
  'handOff.claimedAlready': refusal('{name}已于 {on} 签收。', '不用再签收，可以直接反馈。', 409),
  'handOff.notClaimed': refusal('这一件推送还没有签收。', '请先签收，再反馈；写的内容还在。', 409),
  'handOff.problem': refusal(
    '监管部门反馈：发现问题。',
    '请作出决定的单位核查；确有法定情形的，可以由负责人撤销。',
  ),
  // clerical errors
  'rectify.notClerical': refusal(
    '这一处不是笔误能改的：它关系到材料、期限或者由谁办理。',
    '内容确实变了的，请申请人另行申请变更。',
  ),
  'rectify.changed': refusal('这一处已经有人改过。', '请打开办件看最新内容，需要时再更正。', 409),
  'rectify.same': refusal('更正后的内容和原来的一样。', '请填写正确的内容。'),
  'rectify.invalid': refusal('正确的内容没有填，或者格式不对。', '请核对姓名、电话或者文字，写的内容还在。'),
  'duty.finder': refusal('核查的人不能自己决定撤销。', '请换一位负责人办理。', 403),
} as const satisfies Record<string, ErrorEntry>;
