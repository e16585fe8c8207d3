import { sql } from 'kysely';
import type { CaseStatus } from '../../domain/case.ts';
import type { Evidence } from './store.ts';
import type { Db } from './template.ts';

/** The states after which nothing more becomes of a case. */
const ENDED = ['returned', 'declined', 'closed', 'withdrawn'] as const satisfies readonly CaseStatus[];

/** Reads for programs that run rarely, so nothing here is compiled ahead. The verifier trusts no row. */
export function evidenceOn(db: Db): Evidence {
  return {
    streamsAfter: async (id, limit) => {
      const rows = await db.sql
        .selectFrom('stream')
        .where('id', '>', id)
        .orderBy('id')
        .limit(limit)
        .select(['id', 'kind', 'version', 'head', 'state', 'number_key', 'item', 'status', 'hall'])
        .execute();
      return rows.map(({ number_key, ...row }) => ({
        ...row,
        version: Number(row.version),
        numberKey: number_key,
      }));
    },
    orphanStreams: async () => {
      const found = await sql<{ stream: string }>`select distinct stream from event
        where not exists (select 1 from stream where stream.id = event.stream)
        union select distinct stream from command where outcome = 'recorded'
        and not exists (select 1 from stream where stream.id = command.stream)`.execute(db.sql);
      return found.rows.map((row) => row.stream);
    },
    eventlessCommands: async () =>
      db.sql
        .selectFrom('command')
        .where('outcome', '=', 'recorded')
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('event')
                .whereRef('event.stream', '=', 'command.stream')
                .whereRef('event.version', '=', 'command.version')
                .select('event.version'),
            ),
          ),
        )
        .select(['id', 'stream'])
        .execute(),
    recordedCommands: async (ids) => {
      if (ids.length === 0) return [];
      const rows = await db.sql
        .selectFrom('command')
        .where('id', 'in', [...ids])
        .where('outcome', '=', 'recorded')
        .select(['id', 'header', 'header_hash', 'signature', 'payload', 'salt', 'version'])
        .execute();
      return rows.map(({ header_hash, ...row }) => ({ ...row, headerHash: header_hash }));
    },
    personKeys: async () => {
      const rows = await db.sql.selectFrom('person_key').select(['key_id', 'person', 'public_key']).execute();
      return rows.map((row) => ({ keyId: row.key_id, person: row.person, publicKey: row.public_key }));
    },
    ...retentionOn(db),
  };
}

/** What the rule of retention looks for. */
function retentionOn(db: Db): Pick<Evidence, 'endedCases' | 'withoutCase'> {
  return {
    endedCases: async (after, limit) => {
      const rows = await db.sql
        .selectFrom('stream')
        .where('kind', '=', 'case')
        .where('status', 'in', ENDED)
        .where('state', 'is not', null)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .select(['id', 'state'])
        .execute();
      return rows.map(({ id, state }) => ({ id, state: state ?? 'null' }));
    },
    withoutCase: async (before, limit) => {
      const found = await sql<{ stream: string }>`select distinct command.stream as stream from command
        left join stream on stream.id = command.stream
        left join kept on kept.id = command.id
        where ((command.payload is not null and command.received_at < ${before}) or kept.received_at < ${before})
        and (stream.id is null or stream.kind = 'slip' or (stream.kind = 'case' and stream.state is null))
        limit ${limit}`.execute(db.sql);
      return found.rows.map((row) => row.stream);
    },
  };
}
