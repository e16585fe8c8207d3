import type { ErrorEntry } from './errors.ts';

const refusal = (what: string, todo: string, status = 422): ErrorEntry => ({ status, what, todo });

/** Refusals and flags of the rules in `domain/`. */
export const CASE_ERRORS = {
  // powers
  'office.unknown': refusal('目录里没有这个单位（{office}）。', '请更新目录后重新选择单位。'),
  'power.role': refusal(
    '您在该单位没有办理这一步的岗位。',
    '请换由有相应岗位的人员办理，或者请管理员核对岗位后修改重报。',
  ),
  'power.office': refusal('这一步只能由收件大厅办理。', '请联系收件大厅；本件内容没有丢失。'),
  'power.route': refusal('这种办理方式没有这一步。', '请按该办件的办理方式选择下一步。'),
  'power.notDelegated': refusal(
    '该大厅在 {on} 没有承接这个事项。',
    '请核对承接范围，可引导到区级大厅并开具首问单，或者修改后重报。',
  ),
  // item and guide
  'item.unknown': refusal('目录里没有这个事项。', '请更新目录后重新选择事项。'),
  'item.notInForce': refusal(
    '该事项自 {since} 起暂停或者停止受理。',
    '可以收件后出具不予受理，或者开具首问单说明去处。',
  ),
  'guide.unknown': refusal('找不到这一版服务指南。', '请更新目录后重新办理。'),
  'guide.preparing': refusal('该事项的服务指南还在编制，暂不能在本系统收件。', '请开具首问单，写明去处。'),
  'guide.changed': refusal(
    '收件后服务指南有了新版本（收件用第 {used} 版，现行第 {current} 版）。',
    '按收件时的版本办理，请督查人员核对。',
  ),
  // case
  'case.unknown': refusal('区里还没有这个办件。', '请等收件记录送达后再试。', 404),
  'case.passed': refusal(
    '{name}已于 {on} {did}，现在不能做这一步。',
    '写的内容还在。请打开办件看最新状态，再决定怎么办。',
    409,
  ),
  'case.wrongState': refusal('办件现在的状态不能做这一步。', '请打开办件看最新状态，再决定怎么办。', 409),
  'case.deemedAccepted': refusal(
    '超过法定时间没有告知，依法自收到材料之日起即为受理。',
    '不能再要求补正、退回或者不予受理，请补打受理通知书。',
    409,
  ),
  'setAside.recorded': refusal(
    '要放弃的这一步区里已经记录在案，不能放弃。',
    '请打开办件看最新状态；确需撤回的，请办理撤回。',
    409,
  ),
  'case.numberInvalid': refusal('办件编号不正确。', '请核对编号；如从回执抄录，请再扫一次二维码。'),
  'case.numberOfOtherTown': refusal('办件编号不是本大厅的编号。', '请核对办理单位后修改重报。'),
  'case.likelyDuplicate': refusal(
    '同一个人（或者同一块地、同一家单位）的同一件事，别的大厅也收了：{numbers}。',
    '两件都算数，没有哪一件被拒。请和申请人核对：确是一件的，请申请人撤回其中一件。',
  ),
  'case.numberTaken': refusal(
    '这个办件编号已经用在另一件上。',
    '内容没有丢失，请联系督查人员核对两份回执。',
    409,
  ),
  'renewal.none': refusal('这个事项的批准没有有效期，不办延续。', '请按新办收件。'),
  'renewal.number': refusal('没有写明要延续的证照编号。', '请照原证补填编号。'),
  'renewal.expired': refusal('原证 {until} 已经到期，不能再延续。', '请按新办收件，不用再跑。'),
  'renewal.deemed': refusal(
    '到期前没有作出决定，依法已经视为准予延续（《行政许可法》第五十条），不能再不予。',
    '请改为准予，给申请人出文书。',
    409,
  ),
  // stickers
  'sticker.notOurs': refusal(
    '这不是收件贴上的二维码或者编号。',
    '请扫收件贴；手工输入的，先输贴号，再输查询码。',
  ),
  'sticker.notTaken': refusal(
    '收件贴还没有扫上。',
    '请在框里按回车确认，或者换一张；不用收件贴的，把框清空再提交。',
  ),
  'sticker.wrong': refusal(
    '收件贴的贴号或者查询码不对：错了、多了或者少了字符。',
    '请再扫一次，或者对照收件贴核对。',
  ),
  'sticker.otherHall': refusal(
    '收件贴 {sticker} 是别的大厅的。',
    '请换一张本大厅的收件贴，或者不用收件贴，回大厅打印凭证。',
  ),
  'sticker.used': refusal(
    '收件贴 {sticker} 已经用在办件 {number} 上。',
    '请换一张没用过的收件贴，再扫一次。',
    409,
  ),
  'sticker.changed': refusal(
    '收件凭证已经交给来人，重报不能添、换或者去掉收件贴。',
    '请删除这份草稿，再从“需处理”里点“修改后重报”；凭证不能用了的，重报后重新打印。',
    409,
  ),
  'sticker.usedTwice': refusal(
    '收件贴 {sticker} 已经先用在办件 {number} 上，凭它查不到这一件。',
    '这一件照样算数，收件日期不变。请给申请人换一份新打印的收件凭证，收回这张贴。',
  ),
  'case.codeInvalid': refusal('回执查询码不正确。', '请更新应用后修改重报。'),
  'case.routeWrong': refusal('办理方式与收件大厅不符。', '请修改后重报，系统会按收件大厅重新确定。'),
  'case.handlingTownWrong': refusal(
    '办理所在镇与填写的情形不符。',
    '请修改后重报，系统会按填写的情形重新确定。',
  ),
  // answers, parties
  'answers.incomplete': refusal('还有情形问题没有回答。', '请补答后再提交。'),
  'answers.elsewhere': refusal('按所选情形，这不是本事项：{why}', '请到：{goTo}'),
  'party.nameMissing': refusal('当事人姓名或者名称没有填写。', '请补填后再提交。'),
  'party.idInvalid': refusal('证件号码不正确。', '请对照证件重新填写。'),
  'party.telephoneInvalid': refusal('联系电话不正确。', '请填写 11 位手机号，或者带区号的固定电话。'),
  'party.roleUnknown': refusal('该情形下没有这类当事人。', '请删除后再提交。'),
  'party.kindWrong': refusal('该情形下当事人应当是另一种身份（个人或者单位）。', '请改选个人或者单位。'),
  'party.tooFew': refusal('当事人没有填全。', '请补填后再提交。'),
  'party.tooMany': refusal('当事人多于该情形允许的人数。', '请删除多余的当事人。'),
  // marks
  'mark.originalNeeded': refusal('“{name}”要收或者核验原件。', '请核验原件后再勾选。'),
  'mark.countTooSmall': refusal('“{name}”的份数不够。', '请按清单份数收取。'),
  'mark.notShared': refusal('“{name}”不能用数据共享代替。', '请收取材料，或者选其他处理方式。'),
  'mark.sourceMissing': refusal('“{name}”没有写明从哪里核到。', '请填写数据来源。'),
  'mark.noPromise': refusal('“{name}”不能用告知承诺代替。', '请收取材料，或者选其他处理方式。'),
  'mark.notDeferrable': refusal('“{name}”不能容缺。', '请收取材料，或者一次性告知。'),
  'mark.deferredTooLong': refusal('“{name}”的补齐日期超出了容缺期限。', '请改选期限内的日期。'),
  'mark.coreNeeded': refusal('“{name}”是主要材料，不能免收。', '请收取材料，或者一次性告知。'),
  'mark.whyMissing': refusal('“{name}”没有写明为什么不需要。', '请填写原因。'),
  'mark.unknownLine': refusal('清单里没有这份材料，不得要求提交。', '请更新清单后重新核对。'),
  'files.tooMany': refusal(
    '一件最多 {most} 个文件，现在有 {count} 个。',
    '请删去重复或者用不着的照片后再提交，别的内容都还在。',
  ),
  'files.twice': refusal('同一张照片放了两次。', '请删去一张后再提交。'),
  'files.unknownLine': refusal(
    '有照片放在清单里没有的材料下面。',
    '请把照片放到清单里的材料下面，或者删去后再提交。',
  ),
  'papers.incomplete': refusal('材料还不齐：{materials}。', '请收齐、容缺或者承诺，或者一次性告知。'),
  'check.failed': refusal('{message}', '请核对情况；符合条件后再受理。'),
  // telling
  'intake.notByThisRule': refusal('这类事项不用这种方式处理材料不齐。', '请改用页面上提供的处理方式。'),
  'told.empty': refusal('没有列出要告知的内容。', '请至少列出一项。'),
  'told.whatMissing': refusal('有一项没有写明缺什么、补到什么样。', '请补写后再提交。'),
  'told.incomplete': refusal('没有一次告知全部：还缺 {materials}。', '请把缺的材料全部列上，只告知一次。'),
  'correction.newLine': refusal(
    '第二次告知里有第一次没有列的材料：{materials}。',
    '一次性告知后不得再加；确需增加的，由督查人员办理并计入本大厅。',
    403,
  ),
  'correction.dueOutOfRange': refusal('补正期限应当在明天到 {latest} 之间。', '请改选日期。'),
  'supplement.empty': refusal('没有勾选补来的材料。', '请勾选后再提交。'),
  'close.deposited': refusal(
    '补正材料已于 {on} 在别的大厅代收（回执 {number}），没有逾期。',
    '请办理补正材料，把代收的材料并入本件。',
    409,
  ),
  // papers of a correction notice that another hall takes
  'deposit.caseNumber': refusal('代收回执上的办件编号不正确。', '请再扫一次补正告知书上的二维码。'),
  'deposit.nothingTaken': refusal('没有勾选收下的材料。', '请勾选来人带来的材料后再出回执。'),
  'deposit.notOurs': refusal(
    '这不是补正告知书上“就近补交”的二维码。',
    '请扫告知书材料表下面的那个码；已勾选的内容都还在。',
  ),
  'deposit.damaged': refusal(
    '二维码没有扫全，读不出内容。',
    '请先切换到英文输入，再扫一次；已勾选的内容都还在。',
  ),
  'deposit.notHere': refusal(
    '代收回执 {numbers} 不在这一件上，或者已经并入过补正。',
    '请打开办件看最新状态；勾选的内容都还在。',
    409,
  ),
  'claim.codeWrong': refusal(
    '查询码和办件编号对不上。',
    '请对照来人的收件凭证或者告知书再输一次；没有网时可以代收材料。',
    403,
  ),
  'claim.stickerShared': refusal(
    '这张收件贴登记过不止一件，凭贴号认不准是哪一件。',
    '请改用办件编号再查：来人的告知书上有，也可以问收件大厅。',
    409,
  ),
  'claim.already': refusal('这一件本大厅已经认领。', '请在办件列表里打开它办理。', 409),
  'claim.notNow': refusal(
    '这一件的状态变了，现在不能为这个认领。',
    '请用编号和查询码再查一次，看它现在在哪里、能办什么。',
    409,
  ),
  'deposit.caseUnknown': refusal(
    '代收的材料所属办件（{number}）区里还没有登记补正告知。',
    '已登记，收件大厅的告知书报到后会自动对上；一直对不上的，请督查人员核对编号。',
  ),
  'deposit.notAwaited': refusal(
    '别的大厅代收了材料（回执 {number}），但办件已经不在补正。',
    '材料已登记在案，请和代收大厅核对，退还申请人或者归入本件。',
  ),
  'deposit.notTold': refusal(
    '别的大厅代收了没有告知过的材料：{materials}（回执 {number}）。',
    '材料已登记在案，请和代收大厅核对，不需要的退还申请人。',
  ),
  'deposit.twice': refusal(
    '同样的材料代收了两次：{materials}（回执 {number}）。',
    '两次都已登记在案，请和代收大厅核对，多余的退还申请人。',
  ),
  'fulfil.notDeferred': refusal('这份材料没有容缺，不用补齐。', '请只勾选容缺的材料。'),
  'fulfil.notIn': refusal('容缺的材料还没有收到。', '请核验收到后再登记补齐。'),
  'fulfil.late': refusal('容缺材料在承诺日期之后才补齐。', '已登记，请督查人员核对。'),
  // endings
  'decline.groundUnknown': refusal('该事项不能用这个理由不予受理。', '请从列出的理由中选择。'),
  'decline.itemInForce': refusal(
    '该事项正常受理，不能以暂停或者取消为由不予受理。',
    '请更新目录后重新办理。',
  ),
  'decline.referralMissing': refusal('没有写明应当到哪里办理。', '请填写去处后再提交。'),
  'close.tooEarly': refusal('告知的补正期限（{due}）还没有过。', '请在期限过后再终止。'),
  'close.nothingLapsed': refusal('没有超过承诺日期的容缺材料。', '不能终止。'),
  'close.groundUnknown': refusal('现在的状态不能用这个理由终止。', '请打开办件看最新状态。'),
  'slip.alreadyIssued': refusal('这张单子已经登记过。', '不用再报。', 409),
  'access.alreadyRecorded': refusal('这次查看或者移交已经登记过。', '不用再报。', 409),
  'slip.referralMissing': refusal('首问单没有写明去处。', '请填写去处后再出单。'),
  'signing.witnessMissing': refusal('按指印的，没有写见证人的姓名。', '请填写在场看着按指印的人，再提交。'),
  'signing.witnessIsParty': refusal(
    '见证人和申请人是同一个名字：自己不能给自己作见证。',
    '请写在场的另一个人；确实同名的，在名字后面注明住哪里。',
  ),
  // what a citizen's phone brings
  'answers.notOurs': refusal(
    '这不是本系统办事清单上的二维码。',
    '请让来人打开办事清单，再扫一次；已填的内容都还在。',
  ),
  'answers.otherGuide': refusal('这个二维码是别的事项的。', '请核对来人要办的事；已填的内容都还在。'),
  'answers.guideUnknown': refusal(
    '二维码上的事项本机目录里没有，或者指南还在编制。',
    '请连网更新目录后再扫，或者在上面直接找事项；已填的内容都还在。',
  ),
  'answers.damaged': refusal(
    '二维码没有扫全，读不出回答。',
    '请先切换到英文输入，再扫一次；已填的内容都还在。',
  ),
  // flags
  'deadline.differs': refusal('回执上印的期限与区里计算的不一致。', '以回执为准，请督查人员核对日历版本。'),
  'time.unsettled': refusal('设备时间与区里时间对不上。', '已登记，请督查人员核定办理时间。'),
} as const satisfies Record<string, ErrorEntry>;
