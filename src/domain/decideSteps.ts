import type { Case, CaseEvent } from './case.ts';
import { checkFiles } from './checkFiles.ts';
import type { CasePayloads } from './commands.ts';
import { guideOf } from './decideAccept.ts';
import type { GuideStep } from './guide.ts';
import { daysInWords } from './inWords.ts';
import type { Route } from './item.ts';
import { signedBy } from './judged.ts';
import { isStepOf, noticeUntil } from './procedures.ts';
import { ok, type Refusal, type Result, refuse } from './result.ts';
import { isComplete } from './rules.ts';
import type { Scene } from './scene.ts';
import type { Actor } from './standing.ts';
import { type LegalDate, legalTimeOfDay } from './time.ts';

/** What was substantively verified was seen by two (行政许可法第三十四条第三款). */
const OFFICERS_AT_VISIT = 2;

/** 过程记录: a step that the guide declares has happened. */
export function decideRecordStep(
  found: Case,
  payload: CasePayloads['recordStep'],
  scene: Scene,
): Result<CaseEvent[]> {
  const guide = guideOf(found, scene);
  if (!guide) return refuse('guide.unknown', { guide: found.guide });
  const step = guide.steps.find((one) => one.id === payload.step);
  if (!step) return refuse('step.unknown', { step: payload.step });
  if (!stepIsOf(step, found.route, scene.actor)) return refuse('step.notOurs', { step: step.name });
  const refusal =
    checkStep(found, step, payload, scene) ?? checkFiles(payload.files, found.files, guide, found.answers);
  if (refusal) return { ok: false, refusal };
  const { files, catalogue: _, ...said } = payload;
  return ok([{ type: 'stepRecorded', data: { ...signedBy(scene), ...said, ...(files ? { files } : {}) } }]);
}

/**
 * Whoever a step names records it. Where only one side has to do with the case, all of them are that side's; a department
 * that decides records what the town saw for it, but on a case that the town judges it records its own steps alone, so
 * that no step is a way into the substance. A town's review that a decision waits for is its reviewer's word: neither the
 * window nor the department that waits for it says it in its place.
 */
export function stepIsOf(
  { by, kind: what, before }: GuideStep,
  route: Route,
  { office: { kind }, roles }: Pick<Actor, 'office' | 'roles'>,
): boolean {
  const review = by === 'town' && what === 'check' && before !== undefined;
  if (review && route !== 'district') return kind !== 'department' && roles.includes('reviewer');
  if (route === 'direct' || route === 'district') return true;
  return kind === 'department' ? route === 'window' || by === 'district' : by !== 'district';
}

function checkStep(
  found: Case,
  step: GuideStep,
  { at, time, until, officers, place, text, outcome }: CasePayloads['recordStep'],
  scene: Scene,
): Refusal | undefined {
  const first = found.acceptedOn ?? found.receivedOn;
  if (at > scene.today || at < first) return { code: 'step.dateWrong', facts: { first, last: scene.today } };
  if (time !== undefined && at === scene.today && time > legalTimeOfDay(scene.at))
    return { code: 'step.timeWrong', facts: { time } };
  const named = new Set(officers.map((one) => one.trim()).filter((one) => one !== ''));
  if (step.kind === 'visit') {
    if (named.size < OFFICERS_AT_VISIT) return { code: 'step.officers', facts: {} };
    // Asked of commands alone: what was recorded before stands as it is. An older app that sends a visit without them is
    // refused, and whoever was there adds what no rule could know; photos and words stand in the form that mends it.
    if (time === undefined || place.trim() === '') return { code: 'step.placeAndTime', facts: {} };
  }
  if (step.kind === 'notice' && outcome === 'done' && (until === undefined || until < at))
    return { code: 'step.noticeDates', facts: {} };
  const short =
    outcome === 'done' && until !== undefined ? tooShort(found, step.id, at, until, scene) : undefined;
  if (short) return short;
  if (outcome !== 'done' && text.trim() === '') return { code: 'text.missing', facts: {} };
  return undefined;
}

/** As long as the rule asks that stood in the catalogue of whoever recorded it: what did not say so binds nobody. */
function tooShort(
  found: Case,
  id: string,
  at: LegalDate,
  until: LegalDate,
  { seen, now }: Scene,
): Refusal | undefined {
  const guide = seen.guide(found.guide, found.guideVersion);
  const step = isComplete(guide) ? guide.steps.find((one) => one.id === id) : undefined;
  const first = step && noticeUntil(step, at, now.calendar);
  if (!step?.atLeast || first === undefined || until >= first) return undefined;
  return { code: 'step.noticeShort', facts: { days: daysInWords(step.atLeast), until: first } };
}

/**
 * Required steps gate the act that they name, and what goes before an opinion goes before a decision too, where the
 * citizen went to the district hall and nobody gives an opinion. An objection that nobody has settled gates a good end.
 */
export function checkSteps(
  found: Case,
  command: 'opine' | 'decide',
  good: boolean,
  scene: Scene,
): Refusal | undefined {
  const objected = good ? openObjection(found) : undefined;
  if (objected) return objected;
  const required = (guideOf(found, scene)?.steps ?? []).filter(
    (step) => (step.before === 'opine' || step.before === command) && isStepOf(step, found),
  );
  const lacking = required.filter((step) => !isDone(found, step, scene));
  if (lacking.length === 0) return undefined;
  return { code: 'step.required', facts: { steps: lacking.map((step) => step.name) } };
}

/** An objection that nobody has settled stands in the way of a good end, at every step of it. */
export function openObjection({ steps = [] }: Case): Refusal | undefined {
  const open = steps.some((one, index) => one.outcome === 'objection' && !isSettled(steps, index));
  return open ? { code: 'objection.open', facts: {} } : undefined;
}

const isSettled = (records: NonNullable<Case['steps']>, index: number): boolean =>
  records
    .slice(index + 1)
    .some((later) => later.step === records[index]?.step && later.outcome === 'settled');

/** A public notice is done when its last day has passed. */
function isDone(found: Case, step: GuideStep, { today }: Scene): boolean {
  return (found.steps ?? []).some(
    (one) => one.step === step.id && one.outcome === 'done' && (one.until === undefined || one.until < today),
  );
}
