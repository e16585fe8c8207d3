import { addWorkingDays } from './calendar.ts';
import { type Case, type CaseEvent, evolve } from './case.ts';
import type { CasePayloads } from './commands.ts';
import { openHandOff } from './handOff.ts';
import { handedOver } from './handOffEnds.ts';
import type { Item } from './item.ts';
import { checkText, signedBy } from './judged.ts';
import { ok, type Result, refuse } from './result.ts';
import { flagged, type Scene } from './scene.ts';

/**
 * What was decided of a licence goes to its supervising department with the act that ended the judgement, in the same
 * recording: nobody has to remember to send it.
 */
export function withHandOff(
  found: Case,
  item: Item,
  result: Result<CaseEvent[]>,
  scene: Scene,
): Result<CaseEvent[]> {
  const { supervision } = item;
  if (!result.ok || !supervision) return result;
  const after = result.value.reduce<Case | null>((now, event) => evolve(now, event, found.id), found);
  const what = after && handedOver(found, after, item);
  if (!what) return result;
  const { office: to, claimDays, answerDays } = supervision;
  const within = (days: number) => addWorkingDays(scene.today, days, scene.now.calendar);
  const dates = { claimBy: within(claimDays), answerBy: within(answerDays) };
  return ok([...result.value, { type: 'handedOff', data: { ...signedBy(scene), what, to, ...dates } }]);
}

/** 签收: somebody of the supervising department has it now. */
export function decideClaimHandOff(found: Case, scene: Scene): Result<CaseEvent[]> {
  const open = openHandOff(found);
  if (!open) return refuse('handOff.none');
  if (open.claimed) return refuse('handOff.claimedAlready', { name: open.claimed.name, on: open.claimed.on });
  return ok([{ type: 'handOffClaimed', data: signedBy(scene) }]);
}

/** 反馈. A problem is flagged: whoever decided has to look at it, and a grant may be revoked for it. */
export function decideAnswerHandOff(
  found: Case,
  { outcome, text }: CasePayloads['answerHandOff'],
  scene: Scene,
): Result<CaseEvent[]> {
  const open = openHandOff(found);
  if (!open) return refuse('handOff.none');
  if (!open.claimed) return refuse('handOff.notClaimed');
  const refusal = outcome === 'problem' ? checkText(text) : undefined;
  if (refusal) return { ok: false, refusal };
  const answered: CaseEvent = { type: 'handOffAnswered', data: { ...signedBy(scene), outcome, text } };
  return ok(
    outcome === 'problem'
      ? [answered, flagged('handOff.problem', { office: scene.office }, scene)]
      : [answered],
  );
}
