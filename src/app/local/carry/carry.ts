import { ok, type Result, refuse } from '../../../domain/result.ts';
import { fromBase64url, toBase64url } from '../../../protocol/bytes.ts';
import type { Core } from '../core.ts';
import { countOn } from '../counters.ts';
import type { CommandRow } from '../database.ts';
import { type FileRow, fileBytesOf, fileTables } from '../files/rows.ts';
import { getMeta } from '../meta.ts';
import { type Package, type PackedCommand, pack, unpack } from './package.ts';

/** What came of reading a package. */
export interface Imported {
  /** Taken over, to be sent from here. */
  readonly commands: number;
  readonly files: number;
  /** Were here already. */
  readonly known: number;
}

type Base = Pick<Core, 'db' | 'store' | 'line' | 'outbox' | 'files' | 'ports'>;

/** What goes into a package. */
export interface What {
  /** These, whatever their state; without it everything that waits. */
  readonly only?: ReadonlySet<string>;
  /** With the copies for the screen, for this very device: nobody else can open them. */
  readonly bodies?: boolean;
}

/** States in which the endpoint may not have a command yet. */
const OPEN: readonly CommandRow['state'][] = ['waiting', 'held'];

/**
 * Everything that waits, as one package for a stick: whoever carries it can read nothing of it. Here it stays and goes on
 * being sent; what arrives twice is recorded once.
 */
export async function exportOutbox(core: Base, what: What = {}): Promise<Result<Blob>> {
  const { db, store, line, outbox } = core;
  const made = await store.guard(async () => {
    await outbox.load();
    const files = await db.files.toArray();
    const waiting = new Set(files.filter((one) => one.state === 'waiting').map((one) => one.command));
    const rows = outbox.rows.value.filter(
      (row) => what.only?.has(row.id) ?? (OPEN.includes(row.state) || waiting.has(row.id)),
    );
    if (rows.length === 0) return null;
    const named = new Set(rows.flatMap((row) => row.files ?? []));
    const bytes = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const { hash, state } of files) {
      const content = named.has(hash) && state === 'waiting' ? await fileBytesOf(db, hash) : undefined;
      if (content) bytes.set(hash, new Uint8Array(content));
    }
    return pack({ madeAt: line.now(), commands: rows.map((row) => packed(row, what)), files: bytes });
  });
  if (!made.ok) return made;
  return made.value ? ok(made.value) : refuse('carry.nothing');
}

function packed(row: CommandRow, { bodies }: What): PackedCommand {
  const { id, kind, stream, seq, after, madeAt, files, envelope, body } = row;
  return {
    ...{ id, kind, stream, seq, after, madeAt, envelope },
    ...(files ? { files: [...files] } : {}),
    ...(bodies && body ? { body: toBase64url(new Uint8Array(body)) } : {}),
  };
}

/**
 * Takes a package over: in one strict transaction or not at all. What is here already stays as it is, so reading a package
 * twice, or on the device that made it, changes nothing.
 */
export async function importPackage(core: Base, chosen: Blob): Promise<Result<Imported>> {
  const read = await unpack(new Uint8Array(await chosen.arrayBuffer()));
  if (!read.ok) return read;
  const done = await core.store.run(() => takeOver(core, read.value));
  if (done.ok) await core.store.guard(() => Promise.all([core.outbox.load(), core.files.load()]));
  return done;
}

async function takeOver({ db, ports }: Base, { commands, files }: Package): Promise<Imported> {
  const madeAt = ports.clock.now();
  return await db.transaction('rw', [db.commands, db.meta, ...fileTables(db)], async () => {
    const own = (await getMeta(db, 'device'))?.id;
    const here = await db.commands.bulkGet(commands.map((one) => one.id));
    const fresh = commands.filter((_, index) => here[index] === undefined);
    await db.commands.bulkPut(fresh.map((one) => rowOf(one, own)));
    await countOn(
      db,
      fresh.filter((one) => one.envelope.origin === own).map((one) => one.seq),
    );
    const owners = new Map(fresh.flatMap((one) => (one.files ?? []).map((hash) => [hash, one] as const)));
    const known = new Set(
      await db.files
        .where('hash')
        .anyOf([...owners.keys()])
        .primaryKeys(),
    );
    const rows: FileRow[] = [];
    for (const [hash, { id, stream }] of owners) {
      const bytes = files.get(hash);
      if (!bytes || known.has(hash)) continue;
      rows.push({
        ...{ hash, stream, command: id, state: 'waiting', recorded: false, size: bytes.length },
        ...{ madeAt, upload: null, last: null },
      });
      await db.fileBytes.put({ hash, bytes });
    }
    await db.files.bulkPut(rows);
    return { commands: fresh.length, files: rows.length, known: commands.length - fresh.length };
  });
}

/** What this device made itself, before its disk was rolled back, is its own again; everything else is only carried. */
function rowOf({ envelope, body, ...packed }: PackedCommand, own: string | undefined): CommandRow {
  const mine = envelope.origin === own;
  return {
    ...packed,
    ...{ state: 'waiting', by: null, tries: 0, nextAt: 0, sent: false, version: null, last: null },
    size: JSON.stringify(envelope).length,
    ...{ envelope, reseal: false, body: mine && body ? fromBase64url(body) : null },
    ...(mine ? {} : { carried: true as const }),
  };
}
