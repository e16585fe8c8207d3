import type { ClaimPurpose } from '../../../domain/claim.ts';

/** For what another hall takes a case. */
export const claimWords: Readonly<Record<ClaimPurpose, string>> = {
  supplement: '补正',
  delivery: '送达',
  withdrawal: '撤回申请',
};
