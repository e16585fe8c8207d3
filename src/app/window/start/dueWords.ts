import type { DueKind, DueNow } from '../../../domain/due.ts';
import type { Rules } from '../../../domain/rules.ts';
import type { LegalDate } from '../../../domain/time.ts';
import { type Urgency, urgencyOf } from '../../../domain/urgency.ts';
import type { BadgeKind } from '../../parts/badge.tsx';
import { dateInFull } from '../../parts/dates.ts';

export const SAID: Readonly<Record<Urgency, string>> = {
  overdue: '已超期',
  due: '今天到期',
  near: '剩 1 个工作日',
  calm: '',
};

/** What a day is for: before the word of how near it is, and after the date. */
const NAMES: Readonly<Record<DueKind, readonly [name: string, until: string]>> = {
  tell: ['受理或告知', '受理，或者一次性告知'],
  bring: ['补正', '补正'],
  takeIn: ['代收材料待并入', '并入代收的材料'],
  fulfil: ['容缺补交', '补齐容缺材料'],
  decide: ['', '办结'],
  deliver: ['送达', '送达'],
  mend: ['整改', '整改'],
  handOff: ['监管部门办理', '由监管部门签收或反馈'],
};

/** What comes after the end has words of its own (`afterBadges`). */
export const isAfter = ({ kind }: DueNow): boolean => kind === 'mend' || kind === 'handOff';

export const colourOf = (urgency: Urgency): BadgeKind =>
  urgency === 'overdue' || urgency === 'due' ? 'overdue' : urgency === 'near' ? 'waiting' : 'neutral';

export interface DueBadge {
  readonly word: string;
  readonly kind: BadgeKind;
}

/** On a row: warned of one working day before, due, overdue; a day that is far off is no news, papers that lie elsewhere are. */
export function dueBadges(dues: readonly DueNow[], today: LegalDate, { calendar }: Rules): DueBadge[] {
  return dues.flatMap(({ kind, date }) => {
    const urgency = urgencyOf(date, today, calendar);
    const [name] = NAMES[kind];
    if (kind === 'takeIn' && urgency === 'calm') return [{ word: name, kind: 'waiting' as const }];
    const comma = kind === 'takeIn' ? '，' : '';
    return urgency === 'calm' ? [] : [{ word: `${name}${comma}${SAID[urgency]}`, kind: colourOf(urgency) }];
  });
}

/** On the page of the case: with the date, also where it is far off. */
export function dueInWords({ date, kind, provisional }: DueNow, urgency: Urgency): string {
  const said = urgency === 'near' ? '还剩 1 个工作日' : SAID[urgency];
  const [, until] = NAMES[kind];
  return `${dateInFull(date)}前${until}${said && `，${said}`}${provisional ? '（日期待复核）' : ''}`;
}

/** Of notices: what should have been done, or should be, by the day that stands before it. */
export const shouldBe = (kind: DueKind): string => `应当${NAMES[kind][1]}`;
