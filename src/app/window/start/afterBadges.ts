import type { AfterSummary } from '../../../domain/afterwards.ts';
import type { LegalDate } from '../../../domain/time.ts';

export interface AfterBadge {
  readonly word: string;
  readonly kind: 'waiting' | 'overdue';
}

/** What is still to be done with a case after its end; whoever was to do it and whoever waits for it see the same. */
export function afterBadges(after: AfterSummary | undefined, today: LegalDate): readonly AfterBadge[] {
  if (!after) return [];
  const { promise, mendBy, sealed, handOff } = after;
  const badges: AfterBadge[] = [];
  if (promise === 'check') badges.push({ word: '承诺待核查', kind: 'waiting' });
  if (promise === 'mend' && mendBy !== undefined)
    badges.push(
      mendBy < today
        ? { word: `整改期限已过（${mendBy}），待核查`, kind: 'overdue' }
        : { word: `责令整改到 ${mendBy}`, kind: 'waiting' },
    );
  if (promise === 'revoke') badges.push({ word: '整改后仍没有履行，待决定', kind: 'overdue' });
  if (sealed !== undefined) badges.push({ word: '撤销决定还没有送达', kind: 'waiting' });
  if (handOff) {
    const late = handOff.due < today;
    const what = handOff.claimed ? '监管部门反馈' : '监管部门签收';
    badges.push(
      late
        ? { word: `${what}已超期（${handOff.due}）`, kind: 'overdue' }
        : { word: `待${what}，${handOff.due} 前`, kind: 'waiting' },
    );
  }
  return badges;
}
