import type { Calendar } from '../../src/domain/calendar.ts';
import type { Case } from '../../src/domain/case.ts';
import type { CompleteGuide } from '../../src/domain/guide.ts';
import type { LegalDate } from '../../src/domain/time.ts';

/**
 * The due date once more, written to be read against the law and not against `clock.ts`: it walks through the days, and
 * asks of each whether the clock stood, and else whether the day is spent.
 */
export function slowDue(
  { acceptedOn = '', suspensions = [], extension }: Pick<Case, 'acceptedOn' | 'suspensions' | 'extension'>,
  guide: CompleteGuide,
  calendar: Calendar,
): LegalDate {
  const limit = guide.limits[0]?.statutory;
  if (!limit) throw new Error('no limit');
  const works = workingIn(calendar);
  let left = limit.days + (extension?.days ?? 0);
  let last = acceptedOn;
  for (const today of daysAfter(acceptedOn)) {
    const stands = suspensions.some(({ on, until = '' }) => on < today && today <= until);
    if (limit.unit === 'workingDays') {
      // A rest day is nobody's, whether the clock stands or not; but once the time is spent it ends the count.
      if (!works(today) && (left > 0 || stands)) continue;
      if (!stands && left === 0) return last;
      if (!stands) left -= 1;
      last = today;
      continue;
    }
    if (!stands && left === 0 && works(last)) return last;
    if (!stands && left > 0) left -= 1;
    last = today;
  }
  throw new Error('never due');
}

function* daysAfter(from: LegalDate): Generator<LegalDate> {
  const day = new Date(from);
  for (let count = 0; count < 1000; count += 1) {
    day.setUTCDate(day.getUTCDate() + 1);
    yield day.toISOString().slice(0, 10);
  }
}

const workingIn =
  ({ years }: Calendar) =>
  (day: LegalDate): boolean => {
    const year = years[day.slice(0, 4)];
    if (year?.on.some((one) => one === day)) return true;
    const weekend = [0, 6].includes(new Date(day).getUTCDay());
    return !weekend && !year?.off.some((one) => one === day);
  };
