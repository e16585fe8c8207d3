import type { CaseEvent, Flag } from './case.ts';
import type { OfficeId, Role } from './office.ts';
import type { Rules } from './rules.ts';
import type { Actor } from './standing.ts';
import type { Instant, LegalDate } from './time.ts';

/** Everything that a decision depends on besides the case and the command. No clock, no store, no network. */
export interface DecideContext {
  /** The instant at which the act counts (`legalTime`). */
  readonly at: Instant;
  /** What the device's clock said, where the act cannot have happened then and counts at another time (`legalTime`). */
  readonly claimed?: Instant;
  readonly office: OfficeId;
  /** Posts held at that office at that moment. */
  readonly roles: readonly Role[];
  /** Who acts: the id of the person, and the name that goes on the paper. */
  readonly by: string;
  readonly name: string;
  /** What the person saw: the version of the case, and for a judgement the hash of its file (`caseFile.ts`). */
  readonly basis: { readonly version: number; readonly file?: string | undefined };
  /** The catalogue as it is known to whoever decides. */
  readonly now: Rules;
  /** The catalogue that the device had when the act was done. On a device the same as `now`. */
  readonly seen: Rules;
  /**
   * Somebody else, with the posts held at that office at that moment; undefined for whoever is not there. Absent where
   * the people of the office are not known: what hangs on it is then left to the endpoint.
   */
  readonly colleague?: (person: string) => Named | undefined;
  /** The refused command that this one mends: it keeps the number, whichever office now sends it. */
  readonly replaces: Replaced | null;
}

/** Whom an act names. */
export interface Named {
  readonly name: string;
  readonly roles: readonly Role[];
}

/** What is known of a refused command. */
export interface Replaced {
  /**
   * The day on which the papers were handed over cannot lie before this: the legal date of the first receipt that was
   * refused under the number. Null where that is not known, and the printed day proves nothing.
   */
  readonly receivedNotBefore: LegalDate | null;
}

/** The context with what every rule needs looked up. */
export interface Scene extends DecideContext {
  readonly today: LegalDate;
  readonly actor: Actor;
}

/** A flag event: recorded, and shown to a person (待核). */
export function flagged(code: string, facts: Flag['facts'], scene: Pick<Scene, 'at'>): CaseEvent {
  return { type: 'flagged', data: { code, facts, at: scene.at } };
}
