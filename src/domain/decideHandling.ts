import type { Case, CaseEvent } from './case.ts';
import { checklistOf, tally } from './checklist.ts';
import type { CasePayloads } from './commands.ts';
import { guideOf } from './decideAccept.ts';
import { custodyRefusal } from './decidePaper.ts';
import { checkSteps, openObjection } from './decideSteps.ts';
import { titleToSeal } from './documentTitle.ts';
import { drafterOf, dutyRefusal } from './duty.ts';
import { outcomeOf, sealNeeded } from './handling.ts';
import type { Item } from './item.ts';
import { checkReasons, checkRunning, checkSeen, checkText, signedBy } from './judged.ts';
import { REFUSAL_REASONS, SEND_BACK_REASONS } from './reasons.ts';
import { ok, type Refusal, type Result } from './result.ts';
import type { Scene } from './scene.ts';

/** 审核意见: the town's reviewer on a `review` case. A disagreeing one names its reasons. */
export function decideOpine(
  found: Case,
  item: Item,
  payload: CasePayloads['opine'],
  scene: Scene,
): Result<CaseEvent[]> {
  const { agree, reasons, text } = payload;
  const refusal =
    checkSeen(found, scene) ??
    checkRunning(found) ??
    (agree ? undefined : (checkReasons(reasons, REFUSAL_REASONS, item.intakeRule) ?? checkText(text))) ??
    checkSteps(found, 'opine', agree, scene);
  if (refusal) return { ok: false, refusal };
  return ok([{ type: 'opined', data: { ...signedBy(scene), agree, reasons: agree ? [] : reasons, text } }]);
}

/** 决定: a grant waits for every deferred paper, and for the paper file itself where the item needs it. */
export function decideDecide(
  found: Case,
  item: Item,
  payload: CasePayloads['decide'],
  scene: Scene,
): Result<CaseEvent[]> {
  const { granted, reasons, text } = payload;
  const refusal =
    checkSeen(found, scene) ??
    checkRunning(found) ??
    (granted
      ? (deferredRefusal(found, scene) ?? custodyRefusal(found, item, scene))
      : (checkReasons(reasons, REFUSAL_REASONS, item.intakeRule) ?? checkText(text))) ??
    checkSteps(found, 'decide', granted, scene);
  if (refusal) return { ok: false, refusal };
  return ok([
    { type: 'decided', data: { ...signedBy(scene), granted, reasons: granted ? [] : reasons, text } },
  ]);
}

/** What was accepted with papers to come (容缺) is not granted before they are in. */
export function deferredRefusal(found: Case, scene: Scene): Refusal | undefined {
  const guide = guideOf(found, scene);
  const open = guide ? tally(checklistOf(guide, found.answers), found.marks).deferred : [];
  if (open.length === 0) return undefined;
  return { code: 'deferral.open', facts: { materials: open.map((line) => line.material.name) } };
}

/** 批准: by the leader, who is not the one that drafted it. */
export function decideApprove(
  found: Case,
  payload: CasePayloads['approve'],
  scene: Scene,
): Result<CaseEvent[]> {
  const refusal =
    checkSeen(found, scene) ??
    checkRunning(found) ??
    dutyRefusal('approve', found, scene.by) ??
    objectionTo(found);
  if (refusal) return { ok: false, refusal };
  return ok([{ type: 'approved', data: { ...signedBy(scene), text: payload.text } }]);
}

const objectionTo = (found: Case): Refusal | undefined =>
  outcomeOf(found) === 'granted' ? openObjection(found) : undefined;

/**
 * 用印: a named person releases the document under the seal of the office, and enters it in the register. Neither the
 * drafter nor the approver; an agreeing opinion waits for the deferred papers, as a grant does.
 */
export function decideSeal(
  found: Case,
  item: Item,
  payload: CasePayloads['seal'],
  scene: Scene,
): Result<CaseEvent[]> {
  const agreed = found.opinion?.agree === true;
  const refusal =
    checkSeen(found, scene) ??
    checkRunning(found) ??
    dutyRefusal('seal', found, scene.by) ??
    objectionTo(found) ??
    (agreed ? deferredRefusal(found, scene) : undefined);
  if (refusal) return { ok: false, refusal };
  const { copies, text } = payload;
  const names = { drafter: drafterOf(found)?.name ?? '', approver: found.approval?.name ?? '' };
  const [title, seal] = [titleToSeal(found, item), sealNeeded(item, found.route)];
  return ok([{ type: 'sealed', data: { ...signedBy(scene), title, seal, copies, text, ...names } }]);
}

/** 退回重办: the leader or the sealer gives it back with a reason; what was drafted is kept in the record only. */
export function decideSendBack(
  found: Case,
  item: Item,
  payload: CasePayloads['sendBack'],
  scene: Scene,
): Result<CaseEvent[]> {
  const refusal =
    checkReasons([payload.reason], SEND_BACK_REASONS, item.intakeRule) ?? checkText(payload.text);
  if (refusal) return { ok: false, refusal };
  const to = found.route === 'window' ? 'atDepartment' : 'accepted';
  return ok([
    {
      type: 'sentBack',
      data: { ...signedBy(scene), what: 'sendBack', to, reason: payload.reason, text: payload.text },
    },
  ]);
}

/** 撤回意见: the town takes its opinion back, with a reason, until the department has followed it. */
export function decideRecall(payload: CasePayloads['recallOpinion'], scene: Scene): Result<CaseEvent[]> {
  const refusal = checkText(payload.text);
  if (refusal) return { ok: false, refusal };
  return ok([
    {
      type: 'sentBack',
      data: { ...signedBy(scene), what: 'recallOpinion', to: 'accepted', reason: '', text: payload.text },
    },
  ]);
}
