import { type Kysely, sql } from 'kysely';
import { namingQueries } from './namingQueries.ts';
import { row } from './row.ts';
import { subjectQueries } from './subjectQueries.ts';
import type { Tables } from './tables.ts';
import { lookup, rowWriter, template } from './template.ts';

export type RecordingQueries = ReturnType<typeof recordingQueries>;

/** The queries of the recording path, compiled on first use. */
export function recordingQueries(db: Kysely<Tables>) {
  return {
    ...lookups(db),
    ...inserts(db),
    ...namingQueries(db),
    ...subjectQueries(db),
    takePosition: template<object, { value: number }>(() =>
      db.updateTable('counter').set({ value: sql`value + 0` }).where('name', '=', 'feed').returning('value'),
    ),
    setPosition: template<{ value: number }>((slot) =>
      db.updateTable('counter').set({ value: slot.value }).where('name', '=', 'feed'),
    ),
    takeSerial: template<{ series: string }, { value: number }>((slot) =>
      db
        .insertInto('counter')
        .values({ name: slot.series, value: 1 })
        .onConflict((taken) => taken.column('name').doUpdateSet({ value: sql`counter.value + 1` }))
        .returning('value'),
    ),
    mendCommand: template<{ id: string; by: string }>((slot) =>
      db.updateTable('command').set({ mended_by: slot.by }).where('id', '=', slot.id),
    ),
    settleQuarantine: template<{ id: string; at: string }>((slot) =>
      db.updateTable('quarantine').set({ settled_at: slot.at }).where('id', '=', slot.id),
    ),
    mendTurnedAway: template<{ id: string; by: string }>((slot) =>
      db.updateTable('turned_away').set({ mended_by: slot.by }).where('id', '=', slot.id),
    ),
  };
}

function lookups(db: Kysely<Tables>) {
  return {
    commands: lookup((ids) =>
      db
        .selectFrom('command')
        .where('id', 'in', ids)
        .select([
          'id',
          'header_hash',
          'stream',
          'outcome',
          'code',
          'facts',
          'version',
          'replaces',
          'mended_by',
        ]),
    ),
    quarantined: lookup((ids) =>
      db
        .selectFrom('quarantine')
        .where('id', 'in', ids)
        .select(['id', 'header_hash', 'stream', 'code', 'ruling']),
    ),
    turnedAway: lookup((ids) =>
      db.selectFrom('turned_away').where('id', 'in', ids).select(['id', 'stream', 'code', 'mended_by']),
    ),
    streams: lookup((ids) =>
      db.selectFrom('stream').where('id', 'in', ids).select(['id', 'kind', 'version', 'head', 'state']),
    ),
    numbers: lookup((keys) =>
      db.selectFrom('stream').where('number_key', 'in', keys).select(['number_key', 'id']),
    ),
    signers: lookup((persons) =>
      db.selectFrom('person').where('id', 'in', persons).select(['id', 'name', 'disabled_at']),
    ),
    devices: lookup((ids) => db.selectFrom('device').where('id', 'in', ids).selectAll()),
    refusedContent: template<{ id: string }, Pick<Tables['command'], 'header' | 'payload' | 'legal_at'>>(
      (slot) =>
        db
          .selectFrom('command')
          .where('id', '=', slot.id)
          .where('outcome', '=', 'refused')
          .select(['header', 'payload', 'legal_at']),
    ),
    contactBefore: template<{ device: string; seq: number }, { at: string }>((slot) =>
      db
        .selectFrom('contact')
        .where('device', '=', slot.device)
        .where('made', '<', slot.seq)
        .orderBy('made', 'desc')
        .limit(1)
        .select('at'),
    ),
  };
}

function inserts(db: Kysely<Tables>) {
  return {
    addCommands: rowWriter<Tables['command']>((rows) =>
      db.insertInto('command').values(rows.map((slot) => row(slot, COMMAND))),
    ),
    addEvents: rowWriter<Tables['event']>((rows) =>
      db.insertInto('event').values(rows.map((slot) => row(slot, EVENT))),
    ),
    putStreams: rowWriter<Tables['stream']>((rows) =>
      db
        .insertInto('stream')
        .values(rows.map((slot) => row(slot, STREAM)))
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((eb) => ({
            version: eb.ref('excluded.version'),
            head: eb.ref('excluded.head'),
            state: eb.ref('excluded.state'),
            number_key: eb.ref('excluded.number_key'),
            item: eb.ref('excluded.item'),
            status: eb.ref('excluded.status'),
            hall: eb.ref('excluded.hall'),
            updated_at: eb.ref('excluded.updated_at'),
          })),
        ),
    ),
    putFeed: rowWriter<{ scope: string; stream: string; position: number }>((rows) =>
      db
        .insertInto('feed')
        .values(rows.map((slot) => row(slot, ['scope', 'stream', 'position'])))
        .onConflict((conflict) =>
          conflict
            .columns(['scope', 'stream'])
            .doUpdateSet((eb) => ({ position: eb.ref('excluded.position'), gone: 0 })),
        ),
    ),
    putContacts: rowWriter<Tables['contact']>((rows) =>
      db
        .insertInto('contact')
        .values(rows.map((slot) => row(slot, ['device', 'made', 'at'])))
        .onConflict((conflict) =>
          conflict
            .columns(['device', 'made'])
            .doUpdateSet((eb) => ({ at: eb.ref('excluded.at') }))
            .where('excluded.at', '>', sql<string>`contact.at`),
        ),
    ),
    quarantine: template<Omit<Tables['quarantine'], 'settled_at' | 'ruling'>>((slot) =>
      db
        .insertInto('quarantine')
        .values({ ...row(slot, [...WHOLE, 'header', 'stream', 'code']), settled_at: null, ruling: null }),
    ),
    kept: template<Tables['kept']>((slot) =>
      db
        .insertInto('kept')
        .values(row(slot, WHOLE))
        .onConflict((conflict) => conflict.doNothing()),
    ),
    turnAway: template<Omit<Tables['turned_away'], 'mended_by'>>((slot) =>
      db
        .insertInto('turned_away')
        .values({ ...row(slot, ['id', 'stream', 'code', 'sent_by', 'at']), mended_by: null })
        .onConflict((conflict) => conflict.doNothing()),
    ),
  };
}

const COMMAND = [
  'id',
  'header',
  'header_hash',
  'signature',
  'payload',
  'salt',
  'stream',
  'device',
  'sent_by',
  'received_at',
  'outcome',
  'code',
  'facts',
  'version',
  'replaces',
  'mended_by',
  'legal_at',
] as const;
const EVENT = ['stream', 'version', 'type', 'header', 'hash', 'salt', 'data'] as const;
const STREAM = [
  'id',
  'kind',
  'version',
  'head',
  'state',
  'number_key',
  'item',
  'status',
  'hall',
  'updated_at',
] as const;
const WHOLE = ['id', 'header_hash', 'envelope', 'sent_by', 'received_at'] as const;
