import type { AfterSummary } from '../../../domain/afterwards.ts';
import type { Calendar } from '../../../domain/calendar.ts';
import type { LegalDate } from '../../../domain/time.ts';
import { urgencyOf } from '../../../domain/urgency.ts';
import { SAID } from './dueWords.ts';

export interface AfterBadge {
  readonly word: string;
  readonly kind: 'waiting' | 'overdue';
}

/** What is still to be done with a case after its end; whoever was to do it and whoever waits for it see the same. */
export function afterBadges(
  after: AfterSummary | undefined,
  today: LegalDate,
  calendar: Calendar,
): readonly AfterBadge[] {
  if (!after) return [];
  const { promise, mendBy, sealed, handOff } = after;
  const badges: AfterBadge[] = [];
  const until = (day: LegalDate, late: string, before: string): void => {
    const urgency = urgencyOf(day, today, calendar);
    if (urgency === 'overdue') badges.push({ word: late, kind: urgency });
    else if (urgency === 'calm') badges.push({ word: before, kind: 'waiting' });
    else
      badges.push({ word: `${before}，${SAID[urgency]}`, kind: urgency === 'due' ? 'overdue' : 'waiting' });
  };
  if (promise === 'check') badges.push({ word: '承诺待核查', kind: 'waiting' });
  if (promise === 'mend' && mendBy !== undefined)
    until(mendBy, `整改期限已过（${mendBy}），待核查`, `责令整改到 ${mendBy}`);
  if (promise === 'revoke') badges.push({ word: '整改后仍没有履行，待决定', kind: 'overdue' });
  if (sealed !== undefined) badges.push({ word: '撤销决定还没有送达', kind: 'waiting' });
  if (handOff) {
    const { claimed, due } = handOff;
    const what = claimed ? '监管部门反馈' : '监管部门签收';
    until(due, `${what}已超期（${due}）`, `待${what}，${due} 前`);
  }
  return badges;
}
