import type { Case, CaseEvent } from './case.ts';
import type { CasePayloads } from './commands.ts';
import { custodyOf } from './handling.ts';
import type { Item } from './item.ts';
import { checkText, signedBy } from './judged.ts';
import { ok, type Refusal, type Result, refuse } from './result.ts';
import type { Scene } from './scene.ts';

/**
 * The paper file of a case, on its way between offices. A transfer list is a name that several cases share: each line
 * is handed over and signed for by an act on its own case, so that a missing file holds nothing else back, and nobody
 * can sign for the same line twice.
 */

/** `issue` and a grant wait for the paper to be signed for, where the item says that paper is needed. */
export function custodyRefusal(found: Case, item: Item, scene: Scene): Refusal | undefined {
  const atDepartment = scene.actor.office.kind === 'department';
  if (!item.papersRequired || !atDepartment) return undefined;
  const { at, way } = custodyOf(found);
  return at === scene.office && !way ? undefined : { code: 'paper.notHere', facts: { at } };
}

/** 移交: from the office that has it, into a list. */
export function decideDispatch(
  found: Case,
  item: Item,
  payload: CasePayloads['dispatchPapers'],
  scene: Scene,
): Result<CaseEvent[]> {
  const { at, way } = custodyOf(found);
  if (at !== scene.office) return refuse('paper.notOurs', { at });
  if (way) return refuse('paper.onItsWay', { to: way.to });
  // Whoever gets the paper sees the case: it goes to those only who have a part in it.
  const parts = [found.hall, found.handlingTown, item.department];
  if (payload.to === scene.office || !parts.includes(payload.to))
    return refuse('office.unknown', { office: payload.to });
  return ok([{ type: 'papersDispatched', data: { ...signedBy(scene), list: payload.list, to: payload.to } }]);
}

/** 签收, line by line. */
export function decideSign(
  found: Case,
  payload: CasePayloads['signForPapers'],
  scene: Scene,
): Result<CaseEvent[]> {
  const refusal = arriving(found, payload.list, scene);
  if (refusal) return { ok: false, refusal };
  const { at: from, on: sent } = custodyOf(found);
  const line = { list: payload.list, from, sent };
  return ok([{ type: 'papersSigned', data: { ...signedBy(scene), line } }]);
}

/** On the list, and not in the bundle: the line stays open and shows at both ends. */
export function decideMissing(
  found: Case,
  payload: CasePayloads['reportMissing'],
  scene: Scene,
): Result<CaseEvent[]> {
  const refusal = arriving(found, payload.list, scene) ?? checkText(payload.text);
  if (refusal) return { ok: false, refusal };
  return ok([{ type: 'papersMissing', data: { ...signedBy(scene), text: payload.text } }]);
}

function arriving(found: Case, list: string, scene: Scene): Refusal | undefined {
  const { at, way } = custodyOf(found);
  if (!way) return { code: at === scene.office ? 'paper.signedAlready' : 'paper.notSent', facts: { at } };
  if (way.to !== scene.office) return { code: 'paper.notOurs', facts: { at: way.to } };
  return way.list === list ? undefined : { code: 'paper.otherList', facts: {} };
}
