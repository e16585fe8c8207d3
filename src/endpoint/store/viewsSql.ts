import { type Kysely, sql } from 'kysely';
import type { Catalogue } from '../../domain/rules.ts';
import type { CaseFound, CaseQuery, Catalogues, FeedRowFound, Views } from './store.ts';
import type { Tables } from './tables.ts';
import { type Db, template } from './template.ts';

/** Sorts after every character of a number. */
const AFTER_ANY = '~';

export function viewQueries(db: Kysely<Tables>) {
  return {
    feed: template<
      { scope: string; after: number; limit: number },
      Omit<FeedRowFound, 'gone'> & { gone: number }
    >((slot) =>
      db
        .selectFrom('feed')
        .innerJoin('stream', 'stream.id', 'feed.stream')
        .where('scope', '=', slot.scope)
        .where('position', '>', slot.after)
        .orderBy('position')
        .limit(slot.limit)
        .select(['position', 'gone', 'stream.id', 'version', 'head', 'state']),
    ),
  };
}

export function viewsOn(db: Db, queries: ReturnType<typeof viewQueries>): Views {
  return {
    feed: async (scope, after, limit) =>
      (await queries.feed(db, { scope, after, limit })).map((row) => ({
        ...row,
        position: Number(row.position),
        gone: Number(row.gone) !== 0,
      })),
    cases: (query) => cases(db, query),
    caseIn: async (id, scopes) =>
      (await casesIn(db, scopes).where('stream.id', '=', id).execute()).map(caseOf)[0],
    caseByNumber: async (numberKey) => {
      const found = db.sql
        .selectFrom('stream')
        .where('number_key', '=', numberKey)
        .where('kind', '=', 'case')
        .where('state', 'is not', null);
      return (await found.select(['id', 'version', 'head', 'state']).execute()).map(caseOf)[0];
    },
    casesBySticker: async (numberKey) => {
      const uses = db.sql
        .selectFrom('sticker')
        .innerJoin('stream', 'stream.id', 'sticker.stream')
        .where('sticker.number_key', '=', numberKey)
        .orderBy('sticker.turn');
      return (await uses.select(['stream.id', 'version', 'head', 'state']).execute()).map(caseOf);
    },
    events: async (stream) =>
      db.sql
        .selectFrom('event')
        .where('stream', '=', stream)
        .orderBy('version')
        .select(['version', 'type', 'header', 'hash', 'salt', 'data'])
        .execute(),
    feedEnd: async () => {
      const counter = db.sql.selectFrom('counter').where('name', '=', 'feed').select('value');
      return Number((await counter.executeTakeFirst())?.value ?? 0);
    },
    attemptsSince: (subject, since) => attemptsSince(db, subject, since),
    lastAttempts: async (subject, since) => {
      const failed = db.sql.selectFrom('attempt').where('subject', '=', subject).where('at', '>', since);
      return (await failed.orderBy('at', 'desc').select('at').execute()).map((row) => row.at);
    },
    alive: async () => (await sql`select 1 as one`.execute(db.sql)).rows.length === 1,
  };
}

export async function attemptsSince(db: Db, subject: string, since: string): Promise<number> {
  const failed = db.sql.selectFrom('attempt').where('subject', '=', subject).where('at', '>', since);
  const row = await failed.select((eb) => eb.fn.countAll().as('count')).executeTakeFirstOrThrow();
  return Number(row.count);
}

function casesIn(db: Db, scopes: readonly string[]) {
  return db.sql
    .selectFrom('stream')
    .where('kind', '=', 'case')
    .where('state', 'is not', null)
    .select(['stream.id', 'version', 'head', 'state'])
    .$if(!scopes.includes('all'), (found) =>
      found.where((eb) =>
        eb.exists(
          eb
            .selectFrom('feed')
            .whereRef('feed.stream', '=', 'stream.id')
            .where('feed.scope', 'in', scopes.length > 0 ? [...scopes] : [''])
            .where('feed.gone', '=', 0)
            .select('feed.stream'),
        ),
      ),
    );
}

async function cases(db: Db, query: CaseQuery): Promise<CaseFound[]> {
  let found = casesIn(db, query.scopes).orderBy('stream.id', 'desc').limit(query.limit);
  if (query.number !== undefined)
    found = found.where('number_key', '>=', query.number).where('number_key', '<', query.number + AFTER_ANY);
  if (query.item !== undefined) found = found.where('item', '=', query.item);
  if (query.status !== undefined) found = found.where('status', '=', query.status);
  if (query.hall !== undefined) found = found.where('hall', '=', query.hall);
  if (query.before !== undefined) found = found.where('stream.id', '<', query.before);
  return (await found.execute()).map(caseOf);
}

function caseOf(row: { id: string; version: number; head: string | null; state: string | null }): CaseFound {
  return { id: row.id, version: Number(row.version), head: row.head, state: row.state ?? 'null' };
}

export function cataloguesOn(db: Db): Catalogues {
  return {
    newestCatalogue: async () => {
      const newest = db.sql
        .selectFrom('catalogue')
        .orderBy('version', 'desc')
        .limit(1)
        .select(['data', 'etag']);
      const row = await newest.executeTakeFirst();
      return row && { catalogue: JSON.parse(row.data) as Catalogue, etag: row.etag };
    },
    catalogue: async (version) => {
      const found = db.sql.selectFrom('catalogue').where('version', '=', version).select('data');
      const row = await found.executeTakeFirst();
      return row && (JSON.parse(row.data) as Catalogue);
    },
  };
}
