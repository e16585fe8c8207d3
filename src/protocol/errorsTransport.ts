import type { Facts } from '../domain/result.ts';
import type { ErrorEntry } from './errors.ts';
import { type Words, wordsFrom } from './errorWords.ts';

const problem = (status: number, what: string, todo: string): ErrorEntry => ({ status, what, todo });

/** Refusals of the wire, of access and of administration. */
export const TRANSPORT_ERRORS = {
  // commands
  'command.malformed': problem(400, '这条记录的格式不对。', '内容仍在本机。请更新应用，再点“修改后重报”。'),
  'command.unknownType': problem(400, '区里不认识这种操作。', '内容仍在本机。请更新应用后再报。'),
  'command.versionTooNew': problem(
    400,
    '本机应用比区里的新，区里还读不懂这条记录。',
    '内容仍在本机。区里升级后再点“修改后重报”。',
  ),
  'command.idReused': problem(409, '同一编号下已经有内容不同的记录。', '两份都已保留，请联系督查人员核对。'),
  'command.replaced': problem(409, '这条记录已经由改好的一条代替。', '不用再报，请打开办件看最新状态。'),
  'command.streamMismatch': problem(
    400,
    '操作与记录类别不符。',
    '内容仍在本机。请更新应用，再点“修改后重报”。',
  ),
  'payload.malformed': problem(422, '内容有不合规范的地方（{path}）。', '请点“修改后重报”，改好后再提交。'),
  'payload.hashMismatch': problem(
    400,
    '内容与签名不一致，可能在传送中损坏。',
    '内容仍在本机。请点“修改后重报”。',
  ),
  'files.mismatch': problem(
    400,
    '照片清单与签名的内容不一致，可能在传送中损坏。',
    '内容和照片仍在本机。请点“修改后重报”。',
  ),
  'file.unknown': problem(404, '没有这份文件，或者您无权查看。', '请刷新办件后再试。'),
  'file.onTheWay': problem(409, '这份文件还在从大厅传来的路上。', '传到后自动能看，请稍后再试。'),
  'file.gone': problem(410, '这份文件已按保存期限销毁。', '办件的处理记录仍在。'),
  'file.unreadable': problem(
    422,
    '这份文件打不开，或者内容与所报的类型不符。',
    '请联系收件大厅重新拍照；收件大厅用“补正”补上。',
  ),
  'file.notHere': problem(
    410,
    '有一张照片本机找不到了。',
    '表单还在。请删去打不开的那张，重新拍照后再提交。',
  ),
  'carry.unreadable': problem(
    400,
    '这个文件读不出来：可能没有拷完、损坏了，或者不是就近办导出的。',
    '原来那台设备上的都还在。请在那台设备上重新导出、重新拷贝。',
  ),
  'mirror.notChosen': problem(400, '没有选文件夹，或者浏览器不让用这个文件夹。', '需要时请再选一次。'),
  'mirror.failed': problem(
    500,
    '没能写进镜像文件夹：可能满了、删了，或者 U 盘拔了。',
    '本机的都在，照常上报。请检查那个文件夹，或者另选一个。',
  ),
  'carry.nothing': problem(409, '没有要上报的，不用导出。', '需要时再导出。'),
  'upload.tooLarge': problem(413, '文件太大，每个最多 10 MB。', '文件仍在本机。请重新拍照或者另选一个。'),
  'upload.malformed': problem(400, '文件没有按约定的方式传来。', '文件仍在本机，会自动再传。'),
  'upload.hashMismatch': problem(
    422,
    '传到的文件与原来的不一致，没有收下。',
    '文件仍在本机，会从头再传，不用处理。',
  ),
  'upload.unknown': problem(404, '没有这次传送，可能已经传完或者过期。', '文件仍在本机，会自动再传。'),
  'upload.conflict': problem(409, '这一段接不上已经传到的部分。', '文件仍在本机，会从断开的地方接着传。'),
  'upload.clock': problem(401, '传送的时间与区里的时钟相差太大。', '文件仍在本机，对好时间后会自动再传。'),
  'signature.invalid': problem(403, '签名不正确。', '内容仍在本机。请重新登录后点“修改后重报”。'),
  'signature.keyUnknown': problem(403, '区里没有登记这把签名钥匙。', '请连网登录一次，再点“修改后重报”。'),
  'signature.notTheirs': problem(403, '签名人与办理人不是同一人。', '请由本人登录后点“修改后重报”。'),
  'replaces.notRefused': problem(409, '要替换的那条记录没有被退回。', '请刷新后查看办件，不用重报。'),
  'replaces.otherStream': problem(400, '替换的不是同一个办件。', '请从“需处理”里打开原记录再修改。'),
  'after.unknown': problem(409, '前一步还没有送到区里。', '会自动再报，不用处理。'),
  'after.refused': problem(409, '前一步被退回，这一步先等着。', '请先在“需处理”里改好前一步。'),
  'store.busy': problem(503, '区里暂时没有存下。', '会自动再报，不用处理。'),
  'person.disabled': problem(403, '办理人的账号已停用。', '记录在区里单独存放，没有丢失；恢复后会自动登记。'),
  'device.revoked': problem(403, '这台设备已停用。', '记录在区里单独存放，没有丢失；由督查人员核对后登记。'),
  'device.wiping': problem(
    403,
    '这台设备已下令清除，可能不在本单位人员手里。',
    '记录在区里单独存放，没有丢失；由督查人员核对后登记。',
  ),
  'quarantine.setAside': problem(
    409,
    '督查人员核对后没有登记这条记录。',
    '区里留有记录和理由。请联系督查人员；需要的，请重新收件。',
  ),
  'quarantine.unknown': problem(404, '没有这条待核定的记录，可能已经处理过了。', '请刷新后再看。'),
  'envelope.signatureInvalid': problem(
    403,
    '封装上的设备签名不正确，可能在传送中损坏。',
    '内容仍在本机。请点“修改后重报”。',
  ),
  'envelope.deviceUnknown': problem(
    403,
    '区里没有登记封装这条记录的设备。',
    '内容仍在本机。请联系系统管理员。',
  ),
  'seal.keyUnknown': problem(409, '区里换过封装钥匙。', '解锁后会自动重新封装再报，不用处理。'),
  'seal.unopenable': problem(400, '封装打不开，可能在传送中损坏。', '内容仍在本机。请点“修改后重报”。'),
  'device.notFound': problem(404, '没有这台设备。', '请刷新后再试。'),
  'device.unknown': problem(
    401,
    '区里没有登记这台设备。',
    '请连网登录，重新登记设备；待上报的内容不会丢失。',
  ),
  'device.signatureInvalid': problem(
    401,
    '设备签名不正确。',
    '待上报的内容不会丢失，请不要清除本机数据，并联系系统管理员。',
  ),
  // on the device: nothing of these ever comes from the endpoint
  'store.failed': problem(
    507,
    '本机没有存下。',
    '内容还在页面上，没有提交。请不要关闭页面，稍等再点一次；仍不行请刷新页面，草稿会保留。',
  ),
  'store.quota': problem(
    507,
    '本机存储空间满了，没有存下。',
    '内容还在页面上，没有提交。请删掉这台设备上别的大文件后再点一次；不要清除浏览器数据，没上报的会一起没有。',
  ),
  'store.noRoomForFile': problem(
    507,
    '本机剩下的空间放不下这张照片。',
    '已经保存的都在。不拍照照样能收件；连网上报后，照片会自动腾出空间。',
  ),
  'store.unreadable': problem(
    507,
    '本机有一条记录读不出来。',
    '记录仍留在本机，没有删除。请联系系统管理员。',
  ),
  'line.offline': problem(503, '现在没有连上区里。', '内容已存在本机，连上后自动再报，不用处理。'),
  'line.timeout': problem(503, '区里没有在时间内答复。', '内容已存在本机，会自动再报；不会重复记录。'),
  'line.notOurs': problem(
    503,
    '收到的答复不是区里发的，可能是上网认证页面挡住了。',
    '请先打开浏览器完成上网认证；内容已存在本机，会自动再报。',
  ),
  'photo.unreadable': problem(
    422,
    '这台设备打不开这张照片，格式可能是 HEIC，或者文件已经损坏。',
    '原来的文件没有动，已放好的页都还在。请用相机直接拍，或者另存为 JPEG 再选。',
  ),
  'photo.tooLarge': problem(
    413,
    '这个文件太大，处理不了：照片最多 {photo} MB，PDF 最多 {pdf} MB。',
    '原来的文件没有动，已放好的页都还在。请用相机直接拍，或者把文件分成几份再选。',
  ),
  'photo.kind': problem(
    415,
    '这不是照片，也不是 PDF 文件。',
    '原来的文件没有动，已放好的页都还在。请选 JPEG、PNG 照片或者 PDF，或者用相机直接拍。',
  ),
  'catalogue.missing': problem(503, '本机还没有事项目录。', '请连网一次，目录会自动下载到本机。'),
  'command.notHere': problem(404, '本机没有这条退回的记录。', '可能已经处理过了，请看列表的最新状态。'),
  'after.setAside': problem(409, '前一步已经放弃，这一步不能接着报。', '请核对后重报，或者一并放弃。'),
  'after.superseded': problem(
    409,
    '前一步改成了别的处理结果，这一步不能接着报。',
    '请核对后重报，或者放弃。',
  ),
  // unlocking
  'lock.wrong': problem(
    401,
    '解锁口令不对，还可以试 {left} 次。',
    '请再试一次；忘了的，可以连网用密码登录后重新设置。',
  ),
  'lock.wait': problem(
    429,
    '试错次数多了，请过 {seconds} 秒再试。',
    '忘了的，可以连网用密码登录后重新设置。',
  ),
  'lock.clockBack': problem(429, '本机时间被往回调过，请过 {seconds} 秒再试。', '请核对本机的日期和时间。'),
  'lock.exhausted': problem(
    403,
    '解锁口令错了 10 次，本机不再接受。',
    '请连网用密码登录，再设新的解锁口令。办件和草稿都没有丢失。',
  ),
  'lock.copyOwed': problem(
    409,
    '这台设备的钥匙副本还没有送到区里，暂时不能设新的解锁方式。',
    '请保持连网，过一会儿再登录；或者由已设好的同事先解锁一次。',
  ),
  'lock.unknown': problem(404, '本机没有这位工作人员的解锁方式。', '请连网用密码登录。'),
  'lock.locked': problem(401, '屏幕已锁定。', '请先解锁。内容都在本机，没有丢失。'),
  'lock.passkeyFailed': problem(
    401,
    '通行密钥没有验证成功。',
    '请再试一次；不行的，连网用密码登录后重新设置。',
  ),
  'secret.tooShort': problem(
    422,
    '口令太短：数字至少 {digits} 位，口令短语至少 {characters} 个字符。',
    '请设长一些。',
  ),
  'secret.tooSimple': problem(
    422,
    '口令太容易猜到。',
    '不要用连号、重复的数字，也不要用姓名、用户名、电话。',
  ),
  'secret.needsEncryptedDisk': problem(
    422,
    '这台设备没有登记磁盘加密，六位数字不够安全。',
    '请设至少 10 位数字，或者一句口令短语。',
  ),
  // requests
  'line.unreachable': problem(503, '现在连不上区里。', '没有改动任何内容。请等有网络后再试。'),
  'request.malformed': problem(400, '提交的内容不完整或者格式不对（{path}）。', '请检查后再提交。'),
  'body.notJson': problem(400, '提交的内容不是可读的格式。', '内容仍在本机，会自动再报。'),
  'body.tooLarge': problem(413, '一次上报的内容太大。', '会自动分小批再报，不用处理。'),
  'body.encoding': problem(415, '提交内容的编码不支持。', '请更新应用后再试。'),
  'route.notFound': problem(404, '没有这个地址。', '请检查网址，或者回到首页。'),
  'rate.limited': problem(429, '操作太频繁。', '请过 {seconds} 秒再试。'),
  'internal.error': problem(500, '区里出了差错。', '没有丢失任何内容，请稍后再试。'),
  // session
  'session.required': problem(401, '登录已过期。', '请重新登录；待上报的内容不受影响。'),
  'session.wrong': problem(401, '用户名或者密码不对。', '请核对后再试。'),
  'session.forbidden': problem(403, '您的岗位不能做这件事。', '请换由有相应岗位的人员办理。'),
  'session.otherOrigin': problem(403, '请求不是从本系统页面发出的。', '请从本系统的网址打开后再试。'),
  'feed.scopeForbidden': problem(403, '您不能查看该单位的办件。', '请用有权限的账号登录。'),
  'session.renewalRefused': problem(401, '没能自动续上登录。', '请用密码重新登录；待上报的内容不受影响。'),
  'enrol.codeWrong': problem(403, '登记码不对，或者已经过期。', '请核对后再输；过期的请管理员再出一个。'),
  'enrol.codeUsed': problem(409, '这个登记码已经用过了。', '每个登记码只能登记一台设备，请管理员再出一个。'),
  'enrol.private': problem(
    403,
    '这个窗口看起来是无痕（隐私）窗口，关掉后内容就没有了，不能登记。',
    '请在普通窗口里打开本页，再登记这台设备。',
  ),
  'enrol.wechat': problem(
    403,
    '在微信里打开的页面存不住内容，不能登记。',
    '请点右上角“…”，选“在浏览器打开”，再登记这台设备。',
  ),
  'enrol.taken': problem(
    409,
    '这台设备已经用另一把钥匙登记过。',
    '请不要清除本机数据，待上报的内容还在里面；请联系系统管理员。',
  ),
  // administration
  'setup.done': problem(409, '系统已经有管理员了。', '请用管理员账号登录。'),
  'setup.codeWrong': problem(403, '一次性口令不对。', '请查看首次启动时服务器显示的口令。'),
  'staff.usernameTaken': problem(409, '用户名已经有人用了。', '请换一个用户名。'),
  'staff.unknown': problem(404, '没有这个人员。', '请刷新后再试。'),
  'staff.lastAdmin': problem(409, '不能停用最后一个系统管理员。', '请先增加另一个系统管理员。'),
  'catalogue.invalid': problem(
    422,
    '目录没有通过检查：{problems}',
    '没有发布，现行目录不变。请改好后再发布。',
  ),
  'catalogue.conflict': problem(409, '目录刚刚被别人更新过。', '请刷新后再发布。'),
} as const satisfies Record<string, ErrorEntry>;

/**
 * The words of what can go wrong before anybody is at a desk: the first screen, which loads nothing that it does not need,
 * has no use for the rules' own.
 */
export const transportInWords = (code: string, facts: Facts = {}): Words =>
  wordsFrom(TRANSPORT_ERRORS, code, facts);
