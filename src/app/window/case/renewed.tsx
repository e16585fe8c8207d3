import { isDeemedRenewed } from '../../../domain/renewal.ts';
import { dateInFull } from '../../parts/dates.ts';
import { Notice } from '../../parts/notice.tsx';
import type { CaseScene } from './caseActions.ts';

/** Silence has renewed it: whoever works on it has to know before they write another word. */
export function Renewed({ scene: { found, status, today } }: { readonly scene: CaseScene }) {
  if (!found.renews || !isDeemedRenewed(found, status, today)) return null;
  return (
    <Notice
      kind="warn"
      heading={`原证 ${dateInFull(found.renews.until)}到期，到期前没有作出决定，依法视为准予延续`}
      todo="《行政许可法》第五十条。不能再不予；请尽快作出准予的决定，给申请人出文书。"
    />
  );
}
