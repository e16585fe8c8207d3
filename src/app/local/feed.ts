import type { Case } from '../../domain/case.ts';
import type { Instant, LegalDate } from '../../domain/time.ts';
import type { FeedPage, FeedRow } from '../../protocol/feed.ts';
import type { Core } from './core.ts';
import type { CaseRow, CommandRow, Database } from './database.ts';
import { getMeta, putMeta } from './meta.ts';
import { caseRowName } from './recorded.ts';
import type { Membership } from './session.ts';
import type { DeviceInfo, SignedIn } from './types.ts';

const LOCK = 'jinban-feed';

/** Which feed a device reads: its office's, or everything for those who oversee every hall. */
export function scopeOf(person: SignedIn, device: DeviceInfo): string {
  return person.posts.some((post) => post.roles.includes('supervisor')) ? 'all' : device.office;
}

/** What one reading of the feed has changed. */
export interface Applied {
  readonly cases: boolean;
  readonly commands: boolean;
  readonly gone: readonly string[];
  /** Everything that was held is gone: another reader, another scope. */
  readonly reset: boolean;
}

const NOTHING: Applied = { cases: false, commands: false, gone: [], reset: false };

export interface Feed {
  /**
   * Reads on from where the last page ended, page by page, until there is no more. Each page is applied together
   * with the cursor in one transaction; unsent commands are never touched.
   */
  catchUp(onApplied: (applied: Applied) => Promise<void>): Promise<void>;
}

export function createFeed(core: Core, membership: Membership): Feed {
  const { db, ports, line, store } = core;

  const readAll = async (scope: string, onApplied: (applied: Applied) => Promise<void>): Promise<void> => {
    const begun = await store.run(() => begin(db, scope));
    if (!begun.ok) return;
    if (begun.value.cleared) await onApplied({ ...NOTHING, reset: true });
    let { epoch, confirmed } = begun.value;
    let anew = false;
    let held = begun.value.next;
    for (let after = begun.value.next; ; ) {
      const reply = await line.ask(() => ports.transport.feed(scope, after));
      membership.heard(reply);
      if (reply.kind !== 'answer') return;
      const page = reply.value;
      const another = page.epoch !== epoch && (epoch !== undefined || after > 0);
      if (another || page.next < after) {
        // The district has been put back to a backup: what is held here stays until the first page comes in its place.
        if (anew) return;
        anew = true;
        epoch = page.epoch;
        confirmed = [];
        after = 0;
        continue;
      }
      const rows = await sealPage(core, page, after === 0);
      const from: Place = { scope, next: held, after, anew: anew && after === 0 };
      const applied = await store.run(() => applyPage(db, from, page, rows));
      if (!applied.ok || applied.value === 'stale') return;
      await onApplied(applied.value);
      epoch = page.epoch;
      held = Math.max(after, page.next);
      if (!page.more || page.next <= after) break;
      after = page.next;
    }
    const settled = await store.run(() => forgetRecorded(db, confirmed));
    if (settled.ok && settled.value) await onApplied({ ...NOTHING, commands: true });
  };

  return {
    async catchUp(onApplied) {
      const person = membership.signedIn.value;
      const device = membership.device.value;
      if (!person || !device) return;
      await ports.locks.tryHold(LOCK, () => readAll(scopeOf(person, device), onApplied));
    },
  };
}

/**
 * Where to read on. Another scope than before starts anew: what its reader may see is not what the last one might.
 * @returns confirmed: commands whose record every page from now on is sure to contain
 */
async function begin(
  db: Database,
  scope: string,
): Promise<{
  next: number;
  epoch: string | undefined;
  cleared: boolean;
  confirmed: readonly string[];
}> {
  return await db.transaction('rw', [db.meta, db.cases, db.commands], async () => {
    const confirmed = await db.commands.filter((row) => row.state === 'recorded').primaryKeys();
    const known = await getMeta(db, 'feed');
    if (known?.scope === scope) return { next: known.next, epoch: known.epoch, cleared: false, confirmed };
    await db.cases.clear();
    await putMeta(db, 'feed', { scope, next: 0 });
    return { next: 0, epoch: undefined, cleared: known !== undefined, confirmed };
  });
}

async function sealPage(core: Core, page: FeedPage, first: boolean): Promise<CaseRow[]> {
  const arrivedAt = core.line.now();
  const seal = async (row: FeedRow, state: Case): Promise<CaseRow> => ({
    id: row.id,
    position: row.position,
    version: row.version,
    head: row.head,
    changedAt: first ? datedByItself(state) : arrivedAt,
    body: await core.ports.vault.seal(caseRowName(row.id), state),
  });
  return await Promise.all(
    page.rows.flatMap((row) => (row.state && !row.gone ? [seal(row, row.state)] : [])),
  );
}

/** On a first sync everything arrives at once; the last date in the case says more. */
function datedByItself(state: Case): Instant {
  const dates: (LegalDate | undefined)[] = [
    state.receivedOn,
    state.papersOn,
    state.acceptedOn,
    state.ending?.on,
    ...state.corrections.map((one) => one.on),
  ];
  const latest = dates.reduce<string>(
    (newest, date) => (date && date > newest ? date : newest),
    state.receivedOn,
  );
  return new Date(`${latest}T00:00:00+08:00`).toISOString();
}

/** Where a page goes on from. */
interface Place {
  readonly scope: string;
  /** What the cursor says, also while a page takes the place of everything. */
  readonly next: number;
  readonly after: number;
  /** The page is the first of another epoch. */
  readonly anew: boolean;
}

async function applyPage(
  db: Database,
  { scope, next, after, anew }: Place,
  page: FeedPage,
  rows: readonly CaseRow[],
): Promise<Applied | 'stale'> {
  return await db.transaction('rw', [db.meta, db.cases, db.commands], async () => {
    const cursor = await getMeta(db, 'feed');
    if (cursor?.scope !== scope || cursor.next !== (anew ? next : after)) return 'stale';
    const sentAgain = anew ? await beginAnew(db) : false;
    const known = await db.cases.bulkGet(rows.map((row) => row.id));
    const newer = rows.filter((row, index) => (known[index]?.position ?? -1) < row.position);
    await db.cases.bulkPut(newer);
    const gone = page.rows.filter((row) => row.gone || !row.state).map((row) => row.id);
    await db.cases.bulkDelete(gone);
    await putMeta(db, 'feed', { scope, next: Math.max(after, page.next), epoch: page.epoch });
    const versions = new Map(newer.map((row) => [row.id, row.version]));
    const covered = await db.commands
      .where('stream')
      .anyOf([...versions.keys()])
      .filter((row) => isCovered(row, versions))
      .primaryKeys();
    await db.commands.bulkDelete(covered);
    const commands = covered.length > 0 || sentAgain;
    return { cases: newer.length > 0 || gone.length > 0, commands, gone, reset: anew };
  });
}

/**
 * The district no longer knows what it has recorded since its backup. What is still here of that is sent again: it is
 * recorded once more, or answered as known; nothing leaves before the feed shows it.
 */
async function beginAnew(db: Database): Promise<boolean> {
  await db.cases.clear();
  const recorded = await db.commands.filter((row) => row.state === 'recorded').toArray();
  await db.commands.bulkPut(
    recorded.map((row) => ({ ...row, state: 'waiting' as const, version: null, nextAt: 0 })),
  );
  return recorded.length > 0;
}

const isCovered = (row: CommandRow, versions: ReadonlyMap<string, number>): boolean =>
  row.state === 'recorded' && row.version !== null && row.version <= (versions.get(row.stream) ?? -1);

/**
 * Commands that were confirmed before this reading began are in what it brought, or belong to a case that this
 * device may not read: either way the copy here has done its work.
 */
async function forgetRecorded(db: Database, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false;
  return await db.transaction('rw', db.commands, async () => {
    const rows = await db.commands.bulkGet([...ids]);
    const left = rows.flatMap((row) => (row?.state === 'recorded' ? [row.id] : []));
    await db.commands.bulkDelete(left);
    return left.length > 0;
  });
}
