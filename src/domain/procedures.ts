import { addWorkingDays, type Calendar } from './calendar.ts';
import type { Case } from './case.ts';
import { evaluate } from './condition.ts';
import type { CompleteGuide, GuideStep } from './guide.ts';
import type { IntakeRule } from './item.ts';
import { type Reason, reasonsFor, SUSPENDING_PROCEDURES } from './reasons.ts';
import { addDays, type LegalDate } from './time.ts';

/** Whether a step of the guide is one of a case's: in its situation, or in all of them. */
export const isStepOf = ({ when }: GuideStep, { answers }: Pick<Case, 'answers'>): boolean =>
  !when || evaluate(when, answers) === true;

/**
 * For which procedures the clock of a case may be stopped. One that the guide has as a step of its own is for the
 * situations that have this step: the public notice of a first registration for no other registration.
 * @param guide undefined where it is not known: then what is a step stays out of the question
 */
export function proceduresFor(
  found: Pick<Case, 'answers'>,
  rule: IntakeRule,
  guide: CompleteGuide | undefined,
): readonly Reason[] {
  const uncounted = (guide?.steps ?? []).filter((step) => !step.counts && isStepOf(step, found));
  return reasonsFor(SUSPENDING_PROCEDURES, rule).filter(
    ({ step }) => step === undefined || !guide || uncounted.some((one) => one.kind === step),
  );
}

/** The first day on which a public notice that began on a day may end; undefined where no rule says how long it is. */
export function noticeUntil(
  { atLeast }: Pick<GuideStep, 'atLeast'>,
  from: LegalDate,
  calendar: Calendar,
): LegalDate | undefined {
  if (!atLeast) return undefined;
  const { days, unit } = atLeast;
  return unit === 'workingDays' ? addWorkingDays(from, days, calendar).date : addDays(from, days);
}
