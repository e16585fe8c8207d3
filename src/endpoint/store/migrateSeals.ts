import { type Kysely, sql } from 'kysely';
import { formatCaseNumber, parseCaseNumber } from '../../domain/caseNumber.ts';
import type { Tables } from './tables.ts';

/** What the events of a case say that a register is made of, from the first sealing on. */
interface Said {
  readonly office: string;
  readonly on: string;
  readonly serial?: number;
  readonly title?: string;
  readonly seal: string;
  readonly copies: number;
  readonly approver: string;
  readonly drafter: string;
  readonly name: string;
  readonly text: string;
  /** Of an opinion, a decision, and of what gave them back. */
  readonly agree?: boolean;
  readonly granted?: boolean;
  readonly what?: string;
}

interface Found {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly data: string | null;
}

type Line = Tables['seal_line'];

/** Lines of the register made at once. */
const PAGE = 200;

/**
 * Fills the seal register from what was recorded before it was kept. What has lost its content since is gone: its number
 * stays without a line, and whoever reads the register is told so.
 */
export async function fillRegister(db: Kysely<unknown>): Promise<void> {
  const permits = await permitsOf(db);
  const turns = new Map<string, number>();
  for (let after = ''; ; ) {
    const { rows } = await sql<{ id: string; number_key: string | null; item: string | null }>`
      select id, number_key, item from stream where id > ${after} and kind = 'case' and exists (
        select 1 from event where event.stream = stream.id and event.type in ('sealed', 'revocationSealed'))
      order by id limit ${PAGE}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    for (const { id, number_key, item } of rows) {
      const lines = linesOf(await eventsOf(db, id), {
        number: printed(number_key ?? ''),
        permit: permits.has(item ?? ''),
      });
      for (const line of lines) await put(db, line, turns);
    }
  }
}

/** The items whose documents are those of a permit, by the newest catalogue. */
async function permitsOf(db: Kysely<unknown>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ data: string }>`
    select data from catalogue order by version desc limit 1`.execute(db);
  const { items = [] } = JSON.parse(rows[0]?.data ?? '{}') as { items?: { id: string; kind: string }[] };
  return new Set(items.filter((one) => one.kind === 'permit').map((one) => one.id));
}

async function eventsOf(db: Kysely<unknown>, stream: string): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select stream, version, type, data from event
    where stream = ${stream} and type in ('opined', 'decided', 'sealed', 'sentBack', 'revocationSealed')
    order by version`.execute(db);
  return rows;
}

/** As it stands on the receipt. */
function printed(key: string): string {
  const parts = parseCaseNumber(key);
  return parts ? formatCaseNumber(parts) : key;
}

/** What is sealed, as its paper is called. */
function titleOf(event: Found, drafted: Said | undefined, permit: boolean): string {
  if (event.type === 'revocationSealed') return '撤销决定书';
  if (drafted?.agree !== undefined) return '审核意见书';
  const refused = drafted?.granted === false;
  if (permit) return refused ? '不予行政许可决定书' : '准予行政许可决定书';
  return refused ? '不予办理决定书' : '办理结果告知书';
}

function linesOf(
  events: readonly Found[],
  { number, permit }: { readonly number: string; readonly permit: boolean },
): Line[] {
  const lines: Line[] = [];
  let drafted: Said | undefined;
  /** Where the line of what is sealed now stands. */
  let standing: number | undefined;
  for (const event of events) {
    if (event.data === null) continue;
    const said = JSON.parse(event.data) as Said;
    if (event.type === 'opined' || event.type === 'decided') drafted = said;
    else if (event.type === 'sentBack') {
      const line = standing === undefined ? undefined : lines[standing];
      if (line && standing !== undefined)
        lines[standing] = { ...line, given_back: said.what ?? null, given_back_on: said.on };
      if (said.what !== 'returnForForm') standing = undefined;
    } else {
      if (event.type === 'sealed') standing = lines.length;
      lines.push(lineOf(event, said, said.title ?? titleOf(event, drafted, permit), number));
    }
  }
  return lines;
}

function lineOf({ stream, version }: Found, said: Said, title: string, caseNumber: string): Line {
  const { office, on, serial = 0, seal, copies, approver, drafter, name, text } = said;
  return {
    ...{ office, year: on.slice(0, 4), serial, turn: 1, stream, version: Number(version) },
    ...{ sealed_on: on, title, case_number: caseNumber, seal, copies, approver, drafter },
    ...{ sealer: name, note: text, given_back: null, given_back_on: null },
  };
}

async function put(db: Kysely<unknown>, line: Line, turns: Map<string, number>): Promise<void> {
  const key = `${line.office} ${line.year} ${line.serial}`;
  const turn = (turns.get(key) ?? 0) + 1;
  turns.set(key, turn);
  await (db as Kysely<Pick<Tables, 'seal_line'>>)
    .insertInto('seal_line')
    .values({ ...line, turn })
    .execute();
}
