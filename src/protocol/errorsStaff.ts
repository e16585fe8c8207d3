import type { ErrorEntry } from './errors.ts';

const refusal = (what: string, todo: string): ErrorEntry => ({ status: 422, what, todo });

/** Refusals of administering staff that no first screen needs. */
export const STAFF_ERRORS = {
  'deputy.self': refusal('自己不能为自己代班。', '请选另一位同事。'),
  'deputy.notHeld': refusal('{name}在这个单位没有所选的岗位，不能请人代班。', '请核对单位和岗位。'),
  'deputy.days': refusal(
    '代班的起止日期不对：要到今天或者以后，最长 {most} 天。',
    '请改日期；时间更长的，请直接调整岗位。',
  ),
  'deputy.unknown': {
    status: 404,
    what: '没有这一次代班。',
    todo: '请刷新名单再看。',
  },
  'deputy.over': refusal('这次代班已经结束了。', '不用再结束；请刷新名单再看。'),
} as const satisfies Record<string, ErrorEntry>;
