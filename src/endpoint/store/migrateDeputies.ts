import { type Kysely, sql } from 'kysely';
import { addDays, legalDateOf } from '../../domain/time.ts';

/** What the access chain says of the naming of a deputy, from the first on. */
interface Named {
  readonly person: string;
  readonly for: string;
  readonly post: { readonly office: string; readonly roles: readonly string[] };
  readonly from: string;
  readonly until: string;
}

const ACCESS = '00000000-0000-7000-8000-000000000000';

/**
 * For whom a deputy's post is held, and what it is called when it is ended early. Those named before are found in the
 * access chain; each is called by the id of its entry there.
 */
export async function deputies(db: Kysely<unknown>): Promise<void> {
  for (const column of ['deputy', 'deputy_for'])
    await db.schema.alterTable('post').addColumn(column, 'text').execute();
  const entries = await sql<{ header: string; data: string }>`
    select header, data from event
    where stream = ${ACCESS} and type = 'deputyNamed' and data is not null
    order by version`.execute(db);
  // Whose end is still the one that was named comes first: of two that began alike, the other one was ended early.
  const ended: typeof entries.rows = [];
  for (const entry of entries.rows) if (!(await fill(db, entry, sql`=`))) ended.push(entry);
  for (const entry of ended) await fill(db, entry, sql`<`);
}

const beginOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();

/** @returns whether the post was found */
async function fill(
  db: Kysely<unknown>,
  { header, data }: { readonly header: string; readonly data: string },
  ends: ReturnType<typeof sql>,
): Promise<boolean> {
  const { at, command } = JSON.parse(header) as { at: string; command: string };
  const { person, for: away, post, from, until } = JSON.parse(data) as Named;
  const begin = from > legalDateOf(at) ? beginOf(from) : at;
  const { numAffectedRows } = await sql`
    update post set deputy = ${command}, deputy_for = ${away}
    where person = ${person} and office = ${post.office} and roles = ${JSON.stringify(post.roles)}
      and valid_from = ${begin} and valid_to ${ends} ${beginOf(addDays(until, 1))} and deputy is null`.execute(
    db,
  );
  return (numAffectedRows ?? 0n) > 0n;
}
