import type { Case } from './case.ts';
import { standingOf } from './checklist.ts';
import {
  type Delivery,
  type Numbered,
  outcomeOf,
  type Sealing,
  type Signed,
  sealNeeded,
} from './handling.ts';
import { type HandedOver, type HandOff, handOffDue, openHandOff } from './handOff.ts';
import type { Item } from './item.ts';
import type { OfficeId } from './office.ts';
import type { Rectification } from './rectify.ts';
import type { LegalDate } from './time.ts';

/** What happens to a case after its result was handed over. */

/** 核查承诺: whether what was promised instead of a paper is so (山东省优化营商环境条例第二十九条). */
export interface PromiseCheck extends Signed, Numbered {
  readonly met: boolean;
  /** Materials whose promise is not kept; empty when all are. */
  readonly lines: readonly string[];
  readonly text: string;
  /** 责令限期整改: told with the first finding that something is not kept; absent in the finding after it. */
  readonly mendBy?: LegalDate;
}

/** 撤销: drafted by whoever found it, decided by the leader, sealed by a third person where the item asks for a seal. */
export interface Revocation extends Signed {
  readonly reason: string;
  readonly text: string;
  /** Who found what it rests on. */
  readonly drafter: { readonly by: string; readonly name: string };
  readonly sealing?: Sealing;
  readonly delivery?: Delivery;
}

/** The part of a case that comes after its end; everything is absent until it happens. */
export interface Afterwards {
  readonly promiseChecks?: readonly PromiseCheck[];
  readonly revocation?: Revocation;
  /** Clerical errors that were put right, the oldest first. */
  readonly rectifications?: readonly Rectification[];
  /** To the supervising department, the oldest first. */
  readonly handOffs?: readonly HandOff[];
}

/**
 * `mend`: told to be mended, and neither mended nor found unmended yet. `revoke`: found unmended after the day that was
 * told.
 */
export type PromiseState = 'none' | 'check' | 'met' | 'mend' | 'revoke';

/** The lines of the checklist that a promise stands in for. */
export const promisedLines = ({ marks }: Pick<Case, 'marks'>): readonly string[] =>
  Object.keys(marks).filter((id) => standingOf(marks[id]) === 'promised');

/** What a promise waits for: of a grant that was handed over, and is not revoked. */
export function promiseStateOf(found: Case): PromiseState {
  if (found.status !== 'delivered' || outcomeOf(found) !== 'granted') return 'none';
  if (promisedLines(found).length === 0) return 'none';
  const last = found.promiseChecks?.at(-1);
  if (!last) return 'check';
  if (last.met) return 'met';
  return last.mendBy === undefined ? 'revoke' : 'mend';
}

/** The last order to mend (责令限期整改), whatever came of it. */
export const mendingOrder = ({ promiseChecks = [] }: Afterwards): PromiseCheck | undefined =>
  promiseChecks.filter((one) => one.mendBy !== undefined).at(-1);

/**
 * The office that answers for what was decided, also after it was handed over. On the review route the town answers for
 * its opinion; what the department issued on it, only the department can revoke (`transitions.ts`).
 */
export function deciderOf(
  { hall, handlingTown, route }: Pick<Case, 'hall' | 'handlingTown' | 'route'>,
  item: Item,
): OfficeId {
  if (route === 'window' || route === 'district') return item.department;
  return handlingTown ?? hall;
}

/** Whether a revocation is sealed here: what the department revokes of a `review` case bears its own seal, as what it issued did. */
export const isSealedHere = ({ route }: Pick<Case, 'route'>, item: Item): boolean =>
  route !== 'review' && sealNeeded(item, route) !== 'none';

/** Whether a revocation may be handed over: it is released by its seal, where it needs one. */
export const isRevocationReleased = (found: Pick<Case, 'route' | 'revocation'>, item: Item): boolean =>
  found.revocation?.sealing !== undefined || !isSealedHere(found, item);

/** What lists have to know of it, so that nothing waits unseen. */
export interface AfterSummary {
  readonly promise?: 'check' | 'mend' | 'revoke';
  readonly mendBy?: LegalDate;
  /** Of a revocation that was not handed over yet. */
  readonly sealed?: boolean;
  readonly handOff?: {
    readonly what: HandedOver;
    readonly to: OfficeId;
    readonly claimed: boolean;
    readonly due: LegalDate;
  };
}

const handOffInShort = (one: HandOff): NonNullable<AfterSummary['handOff']> => ({
  ...{ what: one.what, to: one.to, claimed: one.claimed !== undefined },
  due: handOffDue(one).date,
});

/** Undefined where nothing is left to do. */
export function afterSummaryOf(found: Case): AfterSummary | undefined {
  const promise = promiseStateOf(found);
  const mendBy = promise === 'mend' ? found.promiseChecks?.at(-1)?.mendBy : undefined;
  const { revocation } = found;
  const handOff = openHandOff(found);
  const open = revocation !== undefined && revocation.delivery === undefined;
  const summary: AfterSummary = {
    ...(promise === 'none' || promise === 'met' ? {} : { promise }),
    ...(mendBy === undefined ? {} : { mendBy }),
    ...(open ? { sealed: revocation.sealing !== undefined } : {}),
    ...(handOff ? { handOff: handOffInShort(handOff) } : {}),
  };
  return Object.keys(summary).length > 0 ? summary : undefined;
}
