import type { Instant } from '../../domain/time.ts';
import type { GivenUp } from './givenUp.ts';
import type { StoreProblem } from './storeWatch.ts';

/** How the device stands with the district: what every screen shows. Counts are right while locked too. */
export interface LineStatus {
  /** The last attempt reached the endpoint, or the browser says that there is a network and none was made yet. */
  readonly online: boolean;
  readonly sending: boolean;
  /** Commands not yet recorded and not refused. */
  readonly waiting: number;
  /** Commands under 需处理. */
  readonly refused: number;
  /** Those of them that the district keeps for a supervisor: nothing is to be done here. */
  readonly apart: number;
  readonly lastContact: Instant | null;
  /** When the next automatic attempt is due. */
  readonly nextAttempt: Instant | null;
  /** The endpoint asked for a sign-in; sending goes on without one. */
  readonly sessionEnded: boolean;
  /** Set when the store failed. */
  readonly storeProblem: StoreProblem | null;
  /** Share of what the browser lets this app keep that is used, 0 to 1; null where it does not say. */
  readonly storageShare: number | null;
  /** Milliseconds that the device's clock is behind (+) or ahead (−) of the endpoint's. */
  readonly clockOffsetMs: number;
  /** Whether the browser has promised not to clear what is kept here; null before it was asked. */
  readonly persisted: boolean | null;
  /** By when there must have been contact before the device wipes itself; null while that is not near. */
  readonly wipeAt: Instant | null;
  /** Everything readable was given up here, and nobody has begun anew. */
  readonly gaveUp: GivenUp | null;
}
