import type { CommandRow, Database } from '../database.ts';

/**
 * A photographed page or another file of a case, sealed: its bytes lie in a table of their own, so that looking for
 * what waits reads no picture. What opens it is in the draft, and then in the command; never here.
 */
export interface FileRow {
  /** SHA-256 of the sealed bytes: its name here, on the way and at the endpoint. */
  readonly hash: string;
  /** The case that it belongs to, which is its draft's id too. */
  readonly stream: string;
  /** The command that names it; null while only a draft does. */
  readonly command: string | null;
  /**
   * `draft`: nobody has submitted it. `waiting`: to be sent. `held`: the endpoint has it whole, under this very hash.
   * `refused`: the endpoint will never take it as it is.
   */
  readonly state: 'draft' | 'waiting' | 'held' | 'refused';
  /** Its command is confirmed as well: both together let it leave. */
  readonly recorded: boolean;
  /** Sealed bytes. */
  readonly size: number;
  /** When it was captured, by the device's own clock, in milliseconds. */
  readonly madeAt: number;
  /** Address of an upload that was begun. */
  readonly upload: string | null;
  /** Code of the last failure. */
  readonly last: string | null;
}

export interface FileBytesRow {
  readonly hash: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The tables of files, for a transaction. */
export const fileTables = (db: Database) => [db.files, db.fileBytes];

/** Inside a transaction. */
async function forget(db: Database, hashes: readonly string[]): Promise<void> {
  await db.files.bulkDelete([...hashes]);
  await db.fileBytes.bulkDelete([...hashes]);
}

/** Stands beside a page only while it is being kept. */
const SPARE = 'spare';
/**
 * So much has to be left beside every page, in bytes: a hundred cases without photographs, and what the browser keeps of
 * compiled scripts, which comes out of the same room when a form is opened for the first time (0.6 MB measured).
 */
const SPARE_BYTES = 1_048_576;

/**
 * Both or neither: a page is kept when this has resolved. The disk is asked for more than the page, which is then given
 * back: where a page has just fitted, a case could not be saved any more.
 */
export async function keepFileRow(db: Database, row: FileRow, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await db.transaction('rw', fileTables(db), async () => {
    await db.files.put(row);
    await db.fileBytes.bulkPut([
      { hash: row.hash, bytes },
      { hash: SPARE, bytes: new Uint8Array(SPARE_BYTES) },
    ]);
  });
  await db.fileBytes.delete(SPARE);
}

/** A person has taken a page out of a draft. What a command names stays. */
export async function dropDraftFile(db: Database, hash: string): Promise<void> {
  await db.transaction('rw', fileTables(db), async () => {
    if ((await db.files.get(hash))?.state === 'draft') await forget(db, [hash]);
  });
}

/** The draft of an intake was thrown away, with all its pages. Inside a transaction. */
export async function forgetDraftFiles(db: Database, draft: string): Promise<void> {
  const [theirs, named] = await Promise.all([
    db.files.where('stream').equals(draft).primaryKeys(),
    pagesOfCaseDrafts(db),
  ]);
  await forgetPages(
    db,
    theirs.filter((hash) => !named.has(hash)),
  );
}

/** What was begun on a case was thrown away, with the pages that it named. Inside a transaction. */
export async function forgetPages(db: Database, hashes: readonly string[]): Promise<void> {
  const rows = await db.files.bulkGet([...hashes]);
  await forget(
    db,
    rows.flatMap((row) => (row?.state === 'draft' ? [row.hash] : [])),
  );
}

/** Pages that something begun on a case names. Inside a transaction. */
async function pagesOfCaseDrafts(db: Database): Promise<Set<string>> {
  const drafts = await db.drafts.toArray();
  return new Set(drafts.flatMap(({ about }) => about?.files ?? []));
}

/** Whether every one of these is here. Inside a transaction. */
export async function areHere(db: Database, hashes: readonly string[]): Promise<boolean> {
  if (hashes.length === 0) return true;
  const found = await db.files
    .where('hash')
    .anyOf([...hashes])
    .count();
  return found === new Set(hashes).size;
}

/** A command names them from now on, in the transaction that saves it. Nothing is written twice: the bytes lie there. */
export async function nameFiles(db: Database, command: string, hashes: readonly string[]): Promise<void> {
  const rows = await db.files.bulkGet([...hashes]);
  await db.files.bulkPut(
    rows.flatMap((row) =>
      row
        ? [
            {
              ...row,
              command,
              recorded: false,
              state: row.state === 'draft' ? 'waiting' : row.state,
            } as const,
          ]
        : [],
    ),
  );
}

/** The endpoint has confirmed a command: its files may leave once they are confirmed as well. Inside a transaction. */
export async function filesRecorded(db: Database, { id, files }: CommandRow): Promise<void> {
  if (files) await db.files.where('command').equals(id).modify({ recorded: true });
}

/** Another command stands in the place of these, and names what it still needs. Inside a transaction. */
export async function filesServed(db: Database, commands: readonly CommandRow[]): Promise<void> {
  const ids = commands.filter((one) => one.files).map((one) => one.id);
  if (ids.length === 0) return;
  const left = await db.files.where('command').anyOf(ids).primaryKeys();
  await forget(db, left);
}

/** The endpoint was put back to a backup: what is still here is asked for, and sent again where it is missing. */
export async function filesAnew(db: Database, commands: readonly string[]): Promise<void> {
  await db.files
    .where('command')
    .anyOf([...commands])
    .modify((row: { -readonly [K in keyof FileRow]: FileRow[K] }) => {
      row.recorded = false;
      if (row.state === 'held') row.state = 'waiting';
    });
}

/**
 * What has done its work leaves: the endpoint has confirmed the file by its hash and its command, and the command's own
 * row has left, which it does when the case has come back with it. Inside a transaction.
 */
export async function sweepFiles(db: Database): Promise<void> {
  const done = (await db.files.toArray()).filter((row) => row.state === 'held' && row.recorded);
  if (done.length === 0) return;
  const commands = new Set(await db.commands.toCollection().primaryKeys());
  await forget(
    db,
    done.filter((row) => row.command === null || !commands.has(row.command)).map((row) => row.hash),
  );
}

/**
 * Captured for a draft that was never kept, or is gone: nobody can find them any more. And the spare room, where a
 * browser died before it was given back.
 */
export async function sweepOrphans(db: Database, before: number): Promise<void> {
  await db.transaction('rw', [...fileTables(db), db.drafts], async () => {
    const old = (await db.files.toArray()).filter((row) => row.state === 'draft' && row.madeAt < before);
    const drafts = new Set(await db.drafts.toCollection().primaryKeys());
    const named = await pagesOfCaseDrafts(db);
    const lost = old.filter((row) => !drafts.has(row.stream) && !named.has(row.hash)).map((row) => row.hash);
    await forget(db, [...lost, SPARE]);
  });
}

export async function fileBytesOf(db: Database, hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return (await db.fileBytes.get(hash))?.bytes;
}
