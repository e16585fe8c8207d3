import type { Case, CaseEvent } from './case.ts';
import { clockOf } from './clock.ts';
import type { CasePayloads } from './commands.ts';
import { guideOf } from './decideAccept.ts';
import type { CompleteGuide } from './guide.ts';
import { openStop } from './handling.ts';
import type { Item } from './item.ts';
import { checkReasons, checkText, signedBy } from './judged.ts';
import { type Deadlines, limitRuleOf } from './limits.ts';
import { proceduresFor } from './procedures.ts';
import { SUSPENDING_PROCEDURES } from './reasons.ts';
import { ok, type Result, refuse } from './result.ts';
import { isComplete } from './rules.ts';
import type { Scene } from './scene.ts';

/** 中止计时: only for a procedure of the law's list, with the written notice that told how long it takes (第四十五条). */
export function decideSuspend(
  found: Case,
  item: Item,
  payload: CasePayloads['suspend'],
  scene: Scene,
): Result<CaseEvent[]> {
  if (openStop(found)) return refuse('clock.suspended');
  const refusal = checkReasons([payload.procedure], SUSPENDING_PROCEDURES, item.intakeRule);
  if (refusal) return { ok: false, refusal };
  // By the catalogue of whoever stopped it: what was told before this was said stands.
  const seen = scene.seen.guide(found.guide, found.guideVersion);
  const fitting = proceduresFor(found, item.intakeRule, isComplete(seen) ? seen : undefined);
  if (!fitting.some((one) => one.code === payload.procedure)) return refuse('suspend.notHere');
  if (payload.notice.trim() === '') return refuse('suspend.noticeMissing');
  const { procedure, notice, days } = payload;
  return ok([{ type: 'suspended', data: { ...signedBy(scene), procedure, notice: notice.trim(), days } }]);
}

/** 恢复: the result of the procedure is there; the days up to and with this one do not count. */
export function decideResume(found: Case, scene: Scene): Result<CaseEvent[]> {
  const stop = openStop(found);
  if (!stop) return refuse('clock.notSuspended');
  const guide = guideOf(found, scene);
  if (!guide) return refuse('guide.unknown', { guide: found.guide });
  const suspensions = (found.suspensions ?? []).map((one) =>
    one === stop ? { ...one, until: scene.today } : one,
  );
  const dates = datesOf({ ...found, suspensions }, guide, scene);
  return ok([{ type: 'resumed', data: { ...signedBy(scene), dates } }]);
}

/** 延期: once, by the leader, as many days as the limit allows, before the time is over, with the reason told (第四十二条). */
export function decideExtend(
  found: Case,
  payload: CasePayloads['extend'],
  scene: Scene,
): Result<CaseEvent[]> {
  const guide = guideOf(found, scene);
  if (!guide) return refuse('guide.unknown', { guide: found.guide });
  if (found.extension) return refuse('extend.twice');
  const most = limitRuleOf(guide, found.answers)?.statutory?.extension ?? 0;
  if (most === 0) return refuse('extend.none');
  if (payload.days > most) return refuse('extend.tooLong', { most });
  const due = clockOf(accepted(found), guide, scene.now.calendar, scene.today).statutory?.date;
  if (due !== undefined && scene.today > due) return refuse('extend.tooLate', { due });
  const refusal = checkText(payload.text);
  if (refusal) return { ok: false, refusal };
  const extension = { ...signedBy(scene), days: payload.days, text: payload.text };
  const dates = datesOf({ ...found, extension }, guide, scene);
  const until = openStop(found) ? undefined : dates.statutory?.date;
  const told = due === undefined || until === undefined ? null : { was: due, until };
  return ok([{ type: 'extended', data: { ...extension, told, dates } }]);
}

/** What silence accepted, and nobody has given notice of yet, runs from the day of its papers. */
const accepted = (found: Case): Case => ({ ...found, acceptedOn: found.acceptedOn ?? found.papersOn });

/** The dates that hold from now on, as they are told to the applicant. */
function datesOf(found: Case, guide: CompleteGuide, { now }: Scene): Deadlines {
  const { statutory, promised, calendar } = clockOf(accepted(found), guide, now.calendar);
  return { statutory, promised, calendar };
}
