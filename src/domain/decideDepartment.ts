import type { Case, CaseEvent } from './case.ts';
import type { CasePayloads } from './commands.ts';
import { guideOf } from './decideAccept.ts';
import { custodyRefusal } from './decidePaper.ts';
import { openObjection } from './decideSteps.ts';
import { checkFiles, deliverySignature } from './files.ts';
import type { Delivery } from './handling.ts';
import type { Item } from './item.ts';
import { checkReasons, checkSeen, checkText, signedBy } from './judged.ts';
import { FORM_REASONS } from './reasons.ts';
import { ok, type Result, refuse } from './result.ts';
import type { Scene } from './scene.ts';

/** 转报（转递）: the case goes to the department; the paper follows in a list of its own. */
export function decideForward(
  found: Case,
  item: Item,
  payload: CasePayloads['forward'],
  scene: Scene,
): Result<CaseEvent[]> {
  const before = (found.stations ?? []).filter((one) => one.office === item.department).length;
  const { text } = payload;
  return ok([
    { type: 'forwarded', data: { ...signedBy(scene), to: item.department, text, nth: before + 1 } },
  ]);
}

/** 形式退回: for its form alone; the substance of a `review` case is the town's. */
export function decideReturnForForm(
  item: Item,
  payload: CasePayloads['returnForForm'],
  scene: Scene,
): Result<CaseEvent[]> {
  const refusal = checkReasons([payload.reason], FORM_REASONS, item.intakeRule) ?? checkText(payload.text);
  if (refusal) return { ok: false, refusal };
  return ok([
    {
      type: 'sentBack',
      data: {
        ...signedBy(scene),
        what: 'returnForForm',
        to: 'returnedByDepartment',
        reason: payload.reason,
        text: payload.text,
      },
    },
  ]);
}

/** 见章发证: the town's seal is there, the opinion agrees, and the department follows it. */
export function decideIssue(
  found: Case,
  item: Item,
  payload: CasePayloads['issue'],
  scene: Scene,
): Result<CaseEvent[]> {
  if (found.opinion?.agree !== true) return refuse('opinion.disagrees');
  const refusal = checkSeen(found, scene) ?? openObjection(found) ?? custodyRefusal(found, item, scene);
  if (refusal) return { ok: false, refusal };
  return ok([
    {
      type: 'issued',
      data: { ...signedBy(scene), granted: true, number: payload.number.trim(), text: payload.text },
    },
  ]);
}

/** 依审核意见不予: only what the town's opinion says. */
export function decideRefuseOnOpinion(
  found: Case,
  payload: CasePayloads['refuseOnOpinion'],
  scene: Scene,
): Result<CaseEvent[]> {
  if (found.opinion?.agree !== false) return refuse('opinion.agrees');
  const refusal = checkSeen(found, scene);
  if (refusal) return { ok: false, refusal };
  return ok([
    { type: 'issued', data: { ...signedBy(scene), granted: false, number: '', text: payload.text } },
  ]);
}

/** 送达: without a receipt of delivery nothing has been delivered (送达回证). */
export function decideDeliver(
  found: Case,
  payload: CasePayloads['deliver'],
  scene: Scene,
): Result<CaseEvent[]> {
  const data = delivered(found, payload, scene);
  return data.ok ? ok([{ type: 'delivered', data: data.value }]) : data;
}

/** Who got it and how, whatever it is that was handed over. */
export function delivered(
  found: Case,
  payload: CasePayloads['deliver'],
  scene: Scene,
): Result<Delivery & Pick<CasePayloads['deliver'], 'files'>> {
  const { way, receiver, post = '', witness = '', consent, files } = payload;
  if (receiver.trim() === '') return refuse('deliver.receiverMissing');
  if (way === 'post' && post.trim() === '') return refuse('deliver.postMissing');
  if (way === 'leftBehind' && witness.trim() === '') return refuse('deliver.witnessMissing');
  if (way === 'electronic' && consent !== true) return refuse('deliver.noConsent');
  const guide = guideOf(found, scene);
  // Only who stands there can sign on the tablet.
  const own = way === 'inPerson' ? [deliverySignature(found.revocation ? 'revocation' : 'decision')] : [];
  const refusal = guide && checkFiles(files, found.files, guide, found.answers, own);
  if (refusal) return { ok: false, refusal };
  return ok({
    ...signedBy(scene),
    way,
    receiver: receiver.trim(),
    ...(way === 'post' ? { post: post.trim() } : {}),
    ...(way === 'leftBehind' ? { witness: witness.trim() } : {}),
    ...(files ? { files } : {}),
  });
}

/** 答复 (item 8). */
export function decideAnswer(payload: CasePayloads['answer'], scene: Scene): Result<CaseEvent[]> {
  const refusal = checkText(payload.text);
  if (refusal) return { ok: false, refusal };
  return ok([{ type: 'answered', data: { ...signedBy(scene), text: payload.text } }]);
}

/** 转请部门 (item 8): what the town cannot answer, with what is asked of the department. */
export function decideEscalate(payload: CasePayloads['escalate'], scene: Scene): Result<CaseEvent[]> {
  const refusal = checkText(payload.text);
  if (refusal) return { ok: false, refusal };
  return ok([{ type: 'escalated', data: { ...signedBy(scene), text: payload.text } }]);
}
