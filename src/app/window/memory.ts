import type { Case } from '../../domain/case.ts';
import type { Draft, SavedSlip } from '../local/types.ts';

/**
 * What one screen hands to the next within this page, so that neither has to wait for the lists to catch up.
 * Everything in it is saved already; after a reload the lists have it.
 */

/** Drafts made from a refused receipt, by id. */
export const handedOver = new Map<string, Draft>();

/** Cases just saved, by id. */
export const justSaved = new Map<string, Made<Case>>();

export const justIssued = new Map<string, Made<SavedSlip>>();

/** What was made on this page, and the id of the person who made it: only their name may stand on its paper. */
export interface Made<T> {
  readonly made: T;
  readonly by: string | undefined;
}
