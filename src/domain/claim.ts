import type { Case } from './case.ts';
import type { Signed } from './handling.ts';
import type { OfficeId } from './office.ts';
import type { LegalDate } from './time.ts';

/** For what another hall takes a case: the papers told as missing, the applicant's request to end it, its result. */
export const CLAIM_PURPOSES = ['supplement', 'withdrawal', 'delivery'] as const;
export type ClaimPurpose = (typeof CLAIM_PURPOSES)[number];

/**
 * 认领: another hall takes a case for one act, because the applicant stands there. It names the code on the receipt, so
 * that nobody claims what no applicant has shown them.
 */
export interface Claim extends Signed {
  /** Absent = for a supplement. */
  readonly for?: Exclude<ClaimPurpose, 'supplement'>;
  /** The day of the act that ended it, whoever did that. */
  readonly doneOn?: LegalDate;
}

export const purposeOf = (claim: Pick<Claim, 'for'>): ClaimPurpose => claim.for ?? 'supplement';

/** The claim by which a hall has the case for a purpose now. */
export const openClaim = (
  { claims = [] }: Pick<Case, 'claims'>,
  office: OfficeId,
  purpose: ClaimPurpose,
): Claim | undefined =>
  claims.find((one) => one.office === office && one.doneOn === undefined && purposeOf(one) === purpose);

/**
 * The act for which it was claimed ends every claim of that kind, whoever does it: what is awaited next is claimed anew.
 * @param done absent = the case has ended: nothing that it was claimed for is left to do. A claim for a supplement says
 *   nothing then, and stays as events from before there were others have left it.
 */
export const claimsDone = (
  { claims }: Pick<Case, 'claims'>,
  on: LegalDate,
  done?: ClaimPurpose,
): Pick<Case, 'claims'> =>
  claims
    ? {
        claims: claims.map((one) =>
          (done === undefined ? one.for !== undefined : purposeOf(one) === done)
            ? { doneOn: on, ...one }
            : one,
        ),
      }
    : {};
