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

export interface Allotted {
  /** One for each command asked for, in order. */
  readonly seqs: readonly number[];
  /** The day's sequence; `null` when no number was asked for. */
  readonly sequence: number | null;
}

/**
 * Takes `seq`s, and the day's next sequence where a number is needed, in one strict transaction of their own: the
 * signed header contains them, and nothing may be signed inside a transaction. What is taken is never given again,
 * in any tab; when the command is not saved after all a gap remains, which is harmless.
 */
export async function allot(db: Database, commands: number, numberOn: LegalDate | null): Promise<Allotted> {
  return await db.transaction('rw', db.meta, async () => {
    const before = (await getMeta(db, 'counters')) ?? NONE;
    const sequence = numberOn === null ? null : (before.days[numberOn] ?? 0) + 1;
    const days =
      numberOn === null || sequence === null ? before.days : { ...before.days, [numberOn]: sequence };
    await putMeta(db, 'counters', { made: before.made + commands, days: recent(days) });
    return { seqs: Array.from({ length: commands }, (_, index) => before.made + 1 + index), sequence };
  });
}

/** How many commands this device has made so far. */
export async function madeSoFar(db: Database): Promise<number> {
  return (await getMeta(db, 'counters'))?.made ?? 0;
}

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
