import type { Calendar, DatedLimit } from '../../../domain/calendar.ts';
import type { Answers } from '../../../domain/condition.ts';
import type { CompleteGuide } from '../../../domain/guide.ts';
import { type Deadlines as Dates, deadlinesOf } from '../../../domain/limits.ts';
import type { RenewalAsked } from '../../../domain/renewal.ts';
import type { LegalDate } from '../../../domain/time.ts';
import { Badge } from '../../parts/badge.tsx';
import { dateInFull } from '../../parts/dates.ts';
import styles from './intake.module.css';

interface DeadlinesProps {
  readonly guide: CompleteGuide;
  readonly answers: Answers;
  readonly accepted: LegalDate;
  readonly calendar: Calendar;
  readonly renews?: RenewalAsked | undefined;
}

/** The deadlines that acceptance today would give; the same are printed and computed again by the district. */
export function Deadlines({ guide, answers, accepted, calendar, renews }: DeadlinesProps) {
  return <DeadlineDates dates={deadlinesOf(guide, answers, accepted, calendar, renews)} />;
}

export function DeadlineDates({ dates }: { readonly dates: Dates }) {
  return (
    <section class={styles.deadlines} aria-label="办结期限">
      {dates.promised && <Deadline name="承诺办结" limit={dates.promised} />}
      {dates.statutory && <Deadline name="法定期限" limit={dates.statutory} />}
      {!dates.promised && !dates.statutory && <p>这种情形没有规定办结期限。</p>}
    </section>
  );
}

function Deadline({ name, limit }: { readonly name: string; readonly limit: DatedLimit }) {
  return (
    <p class={styles.deadline}>
      <span class={styles.label}>{name}</span>
      <b>{dateInFull(limit.date)}</b>
      {limit.provisional && <Badge kind="pending" word="暂定，待日历公布后复核" />}
    </p>
  );
}
