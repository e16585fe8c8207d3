import type { ErrorEntry } from './errors.ts';

const refusal = (what: string, todo: string, status = 422): ErrorEntry => ({ status, what, todo });

const TYPE_IT = '姓名和号码也可以照着证件打字，系统一样核对。';

/** Refusals of the window in a queue: the card reader and a pasted list. */
export const COUNTER_ERRORS = {
  'reader.address': refusal(
    '读卡服务的地址要在本机：http://127.0.0.1 开头，带端口。',
    '请照读卡器的说明书填写，比如 http://127.0.0.1:8989/api/read。',
  ),
  'reader.unreachable': refusal(
    '读卡服务没有回应：没有启动，或者地址、端口不对。',
    `请看读卡器的服务程序开着没有。${TYPE_IT}`,
    503,
  ),
  'reader.timeout': refusal(
    '等了一会儿，读卡器没有读完。',
    `请把身份证拿开再放上，重读一次。${TYPE_IT}`,
    504,
  ),
  'reader.noCard': refusal('读卡器没有读到身份证。', `请把身份证放正，重读一次。${TYPE_IT}`),
  'reader.nonsense': refusal(
    '读卡器送来的内容不是一张身份证（{part}），什么都没有填进去。',
    `请重读一次；还是这样，请核对“读卡器设置”。${TYPE_IT}`,
  ),
  'reader.expired': refusal(
    '这张身份证 {until} 到期，已经过期。',
    '号码和姓名已经填好。请提醒来人换证；要不要收，按事项的规定办。',
  ),
  'reader.allFilled': refusal(
    '这一步要填身份证的人都填好了，没有读卡。',
    '要换成别人，请按那个人栏里的“读身份证”；还有人要写，请先添加一栏。',
  ),
  'reader.already': refusal(
    '这张身份证上的人，这一步里已经填过了，没有再填一遍。',
    '请放上下一个人的身份证再读；确实是同一个人，请按这一栏里的“读身份证”。',
  ),
  'reader.somebodyElse': refusal(
    '读到的是另一个人，这一栏里填的没有动。',
    '要换人请按“换成刚读的人”；读错了卡请按“不换”。',
  ),
  'reader.notKept': refusal('读卡器设置没有存下。', '本机空间可能不足，请清理后再存。', 500),
  'roster.empty': refusal(
    '没有读出名册：里面没有一行能用的。',
    '请在表格里连表头一起选中、复制，再粘贴到这里。',
  ),
  'roster.tooLong': refusal('名册太长：一次最多 {most} 行，这里有 {rows} 行。', '请分几次粘贴。'),
} as const satisfies Record<string, ErrorEntry>;
