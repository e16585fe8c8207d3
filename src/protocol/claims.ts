import * as v from 'valibot';
import { CASE_STATUSES } from '../domain/case.ts';
import { CLAIM_PURPOSES } from '../domain/claim.ts';
import { Id, OfficeId } from './command.ts';

/**
 * `POST /api/claims`: what a clerk of any hall sees of a case for its exact number and the code on its receipt, before
 * claiming it (`claim`). Nothing of whose it is.
 */
export const Claimable = v.strictObject({
  id: Id,
  version: v.number(),
  number: v.string(),
  item: v.string(),
  hall: OfficeId,
  /** The one that counts, deemed acceptance included. */
  status: v.picklist(CASE_STATUSES),
  /** For what it can be claimed as it stands; empty = nothing can be done at another hall now. */
  open: v.array(v.picklist(CLAIM_PURPOSES)),
  /** The office whose turn it is. */
  holder: OfficeId,
  /** Where the paper file lies; `to` while it is on its way. */
  paper: v.strictObject({ at: OfficeId, to: v.exactOptional(OfficeId) }),
  /** As the receipt has it. */
  code: v.string(),
});
export type Claimable = v.InferOutput<typeof Claimable>;

export const ClaimQuery = v.strictObject({
  number: v.pipe(v.string(), v.maxLength(60)),
  code: v.pipe(v.string(), v.maxLength(12)),
  /** Asks for `open`, `holder` and `paper` too: an earlier app reads strictly, and is answered without them. */
  ways: v.exactOptional(v.literal(true)),
});
