import type { Case, CaseEvent } from './case.ts';
import type { CasePayloads } from './commands.ts';
import { guideOf } from './decideAccept.ts';
import type { Item } from './item.ts';
import { checkText, signedBy } from './judged.ts';
import { fitsField, rectifiable, sameField } from './rectify.ts';
import { ok, type Result, refuse } from './result.ts';
import type { Scene } from './scene.ts';

/**
 * 更正 of a clerical error, by the hall that wrote it down. It never touches what was decided, held or promised, nor who
 * did: whatever a condition hangs on is no clerical error, and goes the way of another application.
 */
export function decideRectify(
  found: Case,
  item: Item,
  payload: CasePayloads['rectify'],
  scene: Scene,
): Result<CaseEvent[]> {
  const guide = guideOf(found, scene);
  if (!guide) return refuse('guide.unknown', { guide: found.guide });
  const { field, was, text } = payload;
  const now = payload.now.trim();
  const place = rectifiable(found, guide, item).find((one) => sameField(one.field, field));
  if (!place) return refuse('rectify.notClerical');
  if (place.value !== was) return refuse('rectify.changed');
  if (now === was) return refuse('rectify.same');
  if (!fitsField(field, now, guide, found)) return refuse('rectify.invalid');
  const refusal = checkText(text);
  if (refusal) return { ok: false, refusal };
  return ok([{ type: 'rectified', data: { ...signedBy(scene), field, was, now, text } }]);
}
