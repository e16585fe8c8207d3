import type { ErrorEntry } from './errors.ts';

const problem = (status: number, what: string, todo: string): ErrorEntry => ({ status, what, todo });

/** Refusals that citizens read. Few enough that a citizen's page can bring them along. */
export const CITIZEN_ERRORS = {
  'citizen.noLine': problem(
    503,
    '现在连不上网，这一步要连网才能办。',
    '填的内容还在这一页上，没有丢。有信号以后再点一次。',
  ),
  'citizen.incomplete': problem(400, '有一项没有选，或者填得不对。', '请看一看必填的几项，改好再提交。'),
  'citizen.wordsTooLong': problem(400, '写的话太长了，最多 500 个字。', '请删短一些再提交。'),
  'citizen.telephoneWrong': problem(400, '电话号码不对。', '请改好再提交；不想留电话的，空着就行。'),
  'progress.numberWrong': problem(
    422,
    '办件编号不对：错了、多了或者少了字符。',
    '请对照回执一个一个字符地核对，再输一次。',
  ),
  'progress.unknown': problem(
    404,
    '没有查到。编号或者查询码不对，或者大厅还没有把这件上报。',
    '请对照回执再输一次；在村里收的件，大厅连网后才能查到。',
  ),
  'progress.stickerShared': problem(
    409,
    '这个收件贴的编号登记过不止一件，要再核对一下才能看。',
    '请在查进度的网页上加填申请人证件号码的后 4 位；还是查不到的，请到收件大厅换一份凭证。',
  ),
  'progress.stickerOther': problem(
    409,
    '这张收件贴先用在了别的一件上，凭它查不到您这一件。您这一件照样算数。',
    '请到收件大厅换一份凭证，用新凭证上的编号查。',
  ),
  'progress.tooMany': problem(
    429,
    '查询码连着输错几次，这个编号先停一会儿。',
    '请在 {until} 以后再查，或者到任一大厅询问。',
  ),
  'evaluation.closed': problem(
    409,
    '这一件已经评价过，最晚可以改到 {until}。',
    '还有话要说的，可以投诉，或者到任一大厅反映。',
  ),
  'evaluation.tooOften': problem(429, '这一件的评价改得太多次了。', '前面说的都留着，以最后一次为准。'),
  'complaint.officeUnknown': problem(422, '没有这个大厅。', '请从十个大厅里选一个。'),
  'complaint.dateWrong': problem(422, '日期不能晚于今天。', '请选事情发生的那一天。'),
  'complaint.tooMany': problem(
    429,
    '从您这里今天已经提交了 {most} 件投诉。',
    '请在 {until} 零点以后再提交；急的请到区级大厅当面说。',
  ),
  'complaint.numberWrong': problem(
    422,
    '投诉编号不对：错了、多了或者少了字符。',
    '请对照记下的编号一个一个字符地核对，再输一次。',
  ),
  'complaint.unknown': problem(404, '没有这个编号的投诉。', '请对照记下的编号再输一次。'),
  'followUp.unknown': problem(404, '没有这一条。', '请刷新后再看。'),
  'followUp.answered': problem(409, '这一条已经有人答复了。', '请刷新后再看。'),
  'followUp.ownCase': problem(403, '您参与办理过这一件，不能看对它的评价。', '请由别的督查人员答复。'),
} as const satisfies Record<string, ErrorEntry>;
