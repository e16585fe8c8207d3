import { isRevocationReleased } from './afterwards.ts';
import type { Case, CaseEvent, CaseStatus } from './case.ts';
import { type ClaimPurpose, openClaim } from './claim.ts';
import type { CasePayloads } from './commands.ts';
import { statusOn } from './intakeRules.ts';
import type { Item } from './item.ts';
import { signedBy } from './judged.ts';
import { ok, type Result, refuse } from './result.ts';
import type { Scene } from './scene.ts';
import { isOpenIn } from './standing.ts';

export function decideClaim(
  found: Case,
  item: Item,
  payload: CasePayloads['claim'],
  scene: Scene,
): Result<CaseEvent[]> {
  const { code, for: purpose } = payload;
  const { number } = found;
  if (code !== found.code) return refuse('claim.codeWrong', { number });
  if (openClaim(found, scene.office, purpose ?? 'supplement')) return refuse('claim.already', { number });
  const status = statusOn(found, item.intakeRule, scene.today, scene.now.calendar);
  if (!claimableFor(found, item, status).includes(purpose ?? 'supplement'))
    return refuse('claim.notNow', { number });
  return ok([{ type: 'claimed', data: { ...signedBy(scene), ...(purpose ? { for: purpose } : {}) } }]);
}

/**
 * For what a case can be claimed as it stands: where the table leaves the act to any hall, and the missing papers while
 * they are awaited.
 * @param status the status that counts, deemed acceptance included
 */
export function claimableFor(found: Case, item: Item, status: CaseStatus): readonly ClaimPurpose[] {
  const { route, revocation } = found;
  const served = revocation !== undefined && (revocation.delivery || !isRevocationReleased(found, item));
  return [
    ...(status === 'correcting' ? (['supplement'] as const) : []),
    ...(isOpenIn('deliver', item, route, status) && !served ? (['delivery'] as const) : []),
    ...(isOpenIn('withdraw', item, route, status) ? (['withdrawal'] as const) : []),
  ];
}
