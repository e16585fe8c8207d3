import type { Baseline, CompleteGuide, GuideStep, Limit, LimitRule } from '../domain/guide.ts';
import type { Item } from '../domain/item.ts';
import { never } from '../domain/result.ts';
import { duplicates, isBlank, type LintProblem, problem, unless } from './lintProblem.ts';

/** Five working days in seven calendar days: good enough to compare limits of different units. */
const WORKING_SHARE = 5 / 7;
const MAX_DAYS = 365;
/** Under whichever full or short name it is cited. */
const PERMIT_LAW = '行政许可法';

function inWorkingDays(limit: Limit): number {
  switch (limit.unit) {
    case 'onTheSpot':
      return 0;
    case 'workingDays':
      return limit.days;
    case 'calendarDays':
      return Math.ceil(limit.days * WORKING_SHARE);
    default:
      return never(limit.unit);
  }
}

/** Whether `limit` is longer than `than`: in their unit where they share one, else in working days. */
function isLonger(limit: Limit, than: Limit): boolean {
  return limit.unit === than.unit ? limit.days > than.days : inWorkingDays(limit) > inWorkingDays(than);
}

/** Derivation rule 2 of domain.md part 5. */
export function lintLimits(guide: CompleteGuide, item: Item, where: string): LintProblem[] {
  return [
    // The first rule that fits counts; without one for every other situation some case would have no limits.
    ...unless(
      guide.limits.some((rule) => !rule.when),
      'limit.none',
      where,
    ),
    ...guide.limits.flatMap((rule, at) => lintRule(rule, item, `${where} limit ${at + 1}`)),
  ];
}

function lintRule({ statutory, promised }: LimitRule, item: Item, where: string): LintProblem[] {
  const limits = [statutory, promised].filter((one) => one !== null);
  return [
    ...unless(limits.every(isSane), 'number.insane', where),
    ...unless(!statutory || !isBlank(statutory.basis?.law ?? ''), 'limit.noBasis', where),
    ...unless(!statutory || !promised || !isLonger(promised, statutory), 'limit.beyondStatutory', where),
    ...unless(item.pace !== 'instant' || promised?.unit === 'onTheSpot', 'limit.instant', where),
    ...unless(item.kind === 'permit' || !statutory?.basis?.law.includes(PERMIT_LAW), 'limit.borrowed', where),
    ...unless(promised?.extension === undefined, 'limit.extension', where),
    ...unless((statutory?.extension ?? 0) <= (statutory?.days ?? 0), 'limit.extension', where),
  ];
}

function isSane({ days, unit, extension = 0 }: Limit): boolean {
  const whole = Number.isInteger(days) && Number.isInteger(extension) && extension >= 0;
  return whole && (unit === 'onTheSpot' ? days === 0 : days >= 1 && days <= MAX_DAYS);
}

/** Derivation rules 3 and 4. Consultation has no decision, so no order of steps binds it. */
export function lintSteps(guide: CompleteGuide, item: Item, where: string): LintProblem[] {
  const clocks = guide.steps.flatMap((step) => {
    const here = `${where} step ${step.id}`;
    if (isBlank(step.name)) return [problem('text.empty', here)];
    if (step.counts) return [];
    if (step.kind === 'visit') return [problem('step.visit', here)];
    return unless(step.kind === 'notice', 'step.clock', here);
  });
  if (item.pace === 'consultation') return clocks;
  return [...clocks, ...lintRoute(guide.steps, item, where)];
}

function lintRoute(steps: readonly GuideStep[], item: Item, where: string): LintProblem[] {
  const at = (kind: GuideStep['kind'], by: GuideStep['by']): number =>
    steps.findIndex((step) => step.kind === kind && step.by === by);
  const has = (kind: GuideStep['kind'], by: GuideStep['by']): boolean => at(kind, by) >= 0;
  switch (item.route) {
    case 'direct':
      return unless(has('decide', 'town') && !has('decide', 'district'), 'step.direct', where);
    case 'review': {
      const opinion = at('opinion', 'town');
      const forward = at('forward', 'town');
      const ordered = opinion >= 0 && opinion < forward && forward < at('issue', 'district');
      // 见章发证: the department neither judges again nor decides otherwise.
      const again = (['check', 'visit', 'opinion', 'decide'] as const).some((kind) => has(kind, 'district'));
      return unless(ordered && !again && !has('decide', 'town'), 'step.review', where);
    }
    case 'window': {
      const handedOn = at('forward', 'town') >= 0 && at('forward', 'town') < at('decide', 'district');
      const townDecides = has('decide', 'town') || has('issue', 'town') || has('opinion', 'town');
      return unless(handedOn && !townDecides, 'step.window', where);
    }
    default:
      return never(item.route);
  }
}

/** Only less (DESIGN, invariant 9): against a baseline that a department has confirmed, and only against that. */
export function lintBaseline(guide: CompleteGuide, baseline: Baseline | null, where: string): LintProblem[] {
  if (baseline?.confirmation !== 'confirmed') return [];
  const known = new Set(baseline.materials);
  const more = guide.materials.filter((one) => !known.has(one.id) && !known.has(one.name));
  const limits = guide.limits.map((rule) => rule.promised ?? rule.statutory).filter((one) => one !== null);
  return [
    ...duplicates(baseline.materials, 'id.duplicate', `${where} baseline`),
    ...unless(guide.steps.length <= baseline.steps, 'baseline.steps', where),
    ...unless(
      limits.every((limit) => inWorkingDays(limit) <= baseline.days),
      'baseline.days',
      where,
    ),
    ...more.map((one) => problem('baseline.materials', `${where} material ${one.id}`)),
  ];
}
