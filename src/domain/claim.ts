import type { Case, CaseEvent } from './case.ts';
import type { CasePayloads } from './commands.ts';
import type { Signed } from './handling.ts';
import { signedBy } from './judged.ts';
import type { OfficeId } from './office.ts';
import { ok, type Result, refuse } from './result.ts';
import type { Scene } from './scene.ts';
import type { LegalDate } from './time.ts';

/**
 * 认领: another hall takes a case for one supplement, because the applicant stands there with the missing papers. It names
 * the code on the receipt, so that nobody claims what no applicant has shown them.
 */
export interface Claim extends Signed {
  /** The day of the supplement that ended it, whoever made that. */
  readonly doneOn?: LegalDate;
}

export function decideClaim(found: Case, payload: CasePayloads['claim'], scene: Scene): Result<CaseEvent[]> {
  if (payload.code !== found.code) return refuse('claim.codeWrong', { number: found.number });
  if (openClaim(found, scene.office)) return refuse('claim.already', { number: found.number });
  return ok([{ type: 'claimed', data: signedBy(scene) }]);
}

/** The claim by which a hall may supplement now. */
export const openClaim = ({ claims = [] }: Pick<Case, 'claims'>, office: OfficeId): Claim | undefined =>
  claims.find((one) => one.office === office && one.doneOn === undefined);

/** A supplement ends every claim: what is awaited next is claimed anew. */
export const claimsDone = ({ claims }: Pick<Case, 'claims'>, on: LegalDate): Pick<Case, 'claims'> =>
  claims ? { claims: claims.map((one) => ({ doneOn: on, ...one })) } : {};
