import { formatCaseNumber, numberPrefixOf } from '../../domain/caseNumber.ts';
import type { OfficeId } from '../../domain/office.ts';
import type { LegalDate } from '../../domain/time.ts';
import type { Counters, Database } from './database.ts';
import { crockford } from './ids.ts';
import { getMeta, putMeta } from './meta.ts';
import type { Randomness } from './ports.ts';

const RANDOM_IN_NUMBER = 4;
const DAYS_KEPT = 30;
const NONE: Counters = { made: 0, days: {} };

/** Numbers that an act will have if nobody takes them before it is saved. */
export interface Numbers {
  /** One for each command asked for, in order. */
  readonly seqs: readonly number[];
  /** The day's sequence; `null` when no number was asked for. */
  readonly sequence: number | null;
  readonly taking: Taking;
}

/** How the counters move when an act is saved. */
export interface Taking {
  readonly before: Counters;
  readonly after: Counters;
}

const countersOf = async (db: Database): Promise<Counters> => (await getMeta(db, 'counters')) ?? NONE;

/**
 * The counters of this device, for all its windows: the table alone counts. What was last seen is remembered, so that
 * an act is numbered without reading; saving it finds out whether the numbers are still free.
 */
export class CounterBook {
  readonly #db: Database;
  #seen: Counters | null = null;

  constructor(db: Database) {
    this.#db = db;
  }

  /** As they most likely are. */
  async likely(): Promise<Counters> {
    this.#seen ??= await countersOf(this.#db);
    return this.#seen;
  }

  /**
   * Inside the transaction that takes numbers: whether nobody, in any tab, has taken them. The signed header contains
   * them, and nothing may be signed inside a transaction, so they are foreseen, signed, and taken together with what
   * bears them. None is ever given twice, and none is lost.
   */
  async areFree({ before }: Taking): Promise<boolean> {
    this.#seen = await countersOf(this.#db);
    // Whatever takes a number makes a command, so this alone tells whether anything was taken.
    return this.#seen.made === before.made;
  }

  /** Inside the transaction that saves what bears them. Should it fail, the next act finds out. */
  async take({ after }: Taking): Promise<void> {
    await putMeta(this.#db, 'counters', after);
    this.#seen = after;
  }
}

/** The `seq`s that come next, and the day's next sequence where a number is needed. Nothing is taken yet. */
export function nextNumbers(before: Counters, commands: number, numberOn: LegalDate | null): Numbers {
  const sequence = numberOn === null ? null : (before.days[numberOn] ?? 0) + 1;
  const days =
    numberOn === null || sequence === null ? before.days : { ...before.days, [numberOn]: sequence };
  return {
    seqs: Array.from({ length: commands }, (_, index) => before.made + 1 + index),
    sequence,
    taking: { before, after: { made: before.made + commands, days: recent(days) } },
  };
}

/** How many commands this device has made so far. */
export const madeSoFar = async (db: Database): Promise<number> => (await countersOf(db)).made;

/** The newest days, so that a clock that was put back for a while finds its sequence again. */
function recent(days: Counters['days']): Counters['days'] {
  const entries = Object.entries(days).sort(([a], [b]) => (a < b ? 1 : -1));
  return Object.fromEntries(entries.slice(0, DAYS_KEPT));
}

/** A number's four random characters keep it unique even when a rolled-back disk gives a sequence twice. */
export function caseNumber(
  where: { readonly office: OfficeId; readonly slot: string; readonly date: LegalDate },
  sequence: number,
  randomness: Randomness,
): string {
  const random = crockford(RANDOM_IN_NUMBER, randomness);
  return formatCaseNumber({
    town: numberPrefixOf(where.office),
    date: where.date,
    slot: where.slot,
    sequence,
    random,
  });
}

/** Commands of this device have come back to a disk that was rolled back: what is made from now on is counted after them. */
export async function countOn(db: Database, seqs: readonly number[]): Promise<void> {
  const before = await countersOf(db);
  const made = Math.max(before.made, ...seqs);
  if (made > before.made) await putMeta(db, 'counters', { ...before, made });
}
