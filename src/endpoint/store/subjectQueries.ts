import type { Kysely } from 'kysely';
import type { CaseStatus } from '../../domain/case.ts';
import { row } from './row.ts';
import type { Tables } from './tables.ts';
import { lookup, rowWriter } from './template.ts';

/** States after which a case is no longer under way. */
const ENDED = [
  'returned',
  'declined',
  'closed',
  'withdrawn',
  'delivered',
  'revoked',
] as const satisfies readonly CaseStatus[];

/**
 * What cases are about, by a hash: a likely duplicate is found wherever it was received. A deposit is about the case that
 * it was taken for, by its number.
 */
export function subjectQueries(db: Kysely<Tables>) {
  return {
    sameSubject: lookup((keys) =>
      db
        .selectFrom('subject')
        .innerJoin('stream', 'stream.id', 'subject.stream')
        .where('subject.key', 'in', keys)
        .where('stream.status', 'not in', ENDED)
        .select(['subject.key', 'subject.stream', 'stream.hall', 'stream.number_key']),
    ),
    slipsAbout: lookup((keys) =>
      db
        .selectFrom('subject')
        .innerJoin('stream', 'stream.id', 'subject.stream')
        .innerJoin('event', 'event.stream', 'stream.id')
        .where('subject.key', 'in', keys)
        .where('stream.kind', '=', 'slip')
        .where('event.version', '=', 1)
        .select(['subject.key', 'event.header', 'stream.state']),
    ),
    stickers: lookup((keys) =>
      db
        .selectFrom('sticker')
        .innerJoin('stream', 'stream.id', 'sticker.stream')
        .where('sticker.number_key', 'in', keys)
        .orderBy('sticker.turn')
        .select(['sticker.number_key as key', 'sticker.stream', 'stream.number_key']),
    ),
    // Two that think they are the first collide, and one of them is recorded anew.
    addStickers: rowWriter<Tables['sticker']>((rows) =>
      db.insertInto('sticker').values(rows.map((slot) => row(slot, ['number_key', 'turn', 'stream']))),
    ),
    putSubjects: rowWriter<Tables['subject']>((rows) =>
      db
        .insertInto('subject')
        .values(rows.map((slot) => row(slot, ['key', 'stream'])))
        .onConflict((conflict) => conflict.columns(['key', 'stream']).doNothing()),
    ),
  };
}
