import type { Case } from '../../domain/case.ts';
import type { CaseSummary } from '../../domain/summary.ts';
import type { Instant, LegalDate } from '../../domain/time.ts';
import type { FeedPage, FeedRow } from '../../protocol/feed.ts';
import { acts } from './acts.ts';
import { draftTables, forgetDraftsOn } from './caseDrafts.ts';
import type { Core } from './core.ts';
import type { CaseRow, CommandRow, Database, SummaryRow } from './database.ts';
import { filesAnew, fileTables, sweepFiles } from './files/rows.ts';
import { getMeta, putMeta } from './meta.ts';
import { documentsRowName } from './papers.ts';
import { caseRowName, summaryRowName } from './recorded.ts';
import {
  caseTables,
  forgetAllCases,
  forgetCases,
  idsWithoutCommands,
  isOver,
  keptSince,
} from './retention.ts';
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
    let { epoch, confirmed, caughtUp } = begun.value;
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
        caughtUp = false;
        after = 0;
        continue;
      }
      const sealed = await sealPage(core, page, !caughtUp);
      caughtUp ||= !page.more;
      const from: Place = { scope, next: held, after, anew: anew && after === 0, caughtUp };
      const applied = await store.run(() => applyPage(db, from, page, sealed));
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
      // Sealing what comes needs open keys, and reading a session of the same person.
      const person = core.lock.open.value?.person;
      const device = membership.device.value;
      if (!person || !device || !membership.mayRead.value) return;
      await ports.locks.tryHold(LOCK, () => readAll(scopeOf(person, device), onApplied));
    },
  };
}

/**
 * Before anybody is shown what is here: cases that another reader's scope brought (a supervisor's: every hall) are not
 * for whoever has unlocked now, also without a line.
 */
export async function forgetOtherScope(db: Database, scope: string): Promise<void> {
  // Nearly always there is nothing to forget, and then nothing is written: a disk that takes no write must not keep
  // whoever has unlocked from what lies here.
  const before = await getMeta(db, 'feed');
  if (before === undefined || before.scope === scope) return;
  await db.transaction('rw', [db.meta, ...caseTables(db)], async () => {
    const known = await getMeta(db, 'feed');
    if (known === undefined || known.scope === scope) return;
    await forgetAllCases(db);
    await putMeta(db, 'feed', { scope, next: 0 });
  });
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
  caughtUp: boolean;
  cleared: boolean;
  confirmed: readonly string[];
}> {
  return await db.transaction('rw', [db.meta, ...caseTables(db), db.commands], async () => {
    const confirmed = await db.commands.filter((row) => row.state === 'recorded').primaryKeys();
    const known = await getMeta(db, 'feed');
    if (known?.scope === scope) {
      const { next, epoch, caughtUp = false } = known;
      return { next, epoch, caughtUp, cleared: false, confirmed };
    }
    await forgetAllCases(db);
    await putMeta(db, 'feed', { scope, next: 0 });
    return { next: 0, epoch: undefined, caughtUp: false, cleared: known !== undefined, confirmed };
  });
}

/** A case of a page, sealed whole and as a summary: both are written, or neither. */
interface SealedCase {
  readonly whole: CaseRow;
  readonly summary: SummaryRow;
  /** It ended so long ago that a device no longer needs it. */
  readonly over: boolean;
}

async function sealPage(core: Core, page: FeedPage, first: boolean): Promise<SealedCase[]> {
  const { vault, line } = core;
  // Nothing comes in before somebody has unlocked: by then what judges is there, and summarises as well.
  const { summaryOf } = await acts();
  const arrivedAt = line.now();
  const since = keptSince(core.policy(), arrivedAt);
  const seal = async (row: FeedRow, state: Case): Promise<SealedCase> => {
    const { id, position, version, head, awaiting, documents } = row;
    const changedAt = first ? datedByItself(state) : arrivedAt;
    const summary: CaseSummary = summaryOf(state);
    const [whole, short, papers] = await Promise.all([
      vault.seal(caseRowName(id), state),
      vault.seal(summaryRowName(id), summary),
      documents && vault.seal(documentsRowName(id), documents),
    ]);
    return {
      whole: {
        ...{ id, position, version, head, changedAt, body: whole },
        ...(awaiting && { awaiting }),
        ...(papers && { documents: papers }),
      },
      summary: { id, order: -position, version, changedAt, body: short },
      over: isOver(summary, since),
    };
  };
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
  /** The feed has once been read to its end, with this page at the latest. */
  readonly caughtUp: boolean;
}

async function applyPage(
  db: Database,
  { scope, next, after, anew, caughtUp }: Place,
  page: FeedPage,
  sealed: readonly SealedCase[],
): Promise<Applied | 'stale'> {
  const tables = [db.meta, ...caseTables(db), db.commands, ...draftTables(db)];
  return await db.transaction('rw', tables, async () => {
    const cursor = await getMeta(db, 'feed');
    if (cursor?.scope !== scope || cursor.next !== (anew ? next : after)) return 'stale';
    const sentAgain = anew ? await beginAnew(db) : false;
    const known = await db.cases.bulkGet(sealed.map((one) => one.whole.id));
    const newer = sealed.filter((one, index) => (known[index]?.position ?? -1) < one.whole.position);
    const covered = await coveredBy(db, new Map(newer.map(({ whole }) => [whole.id, whole.version])));
    await db.commands.bulkDelete(covered);
    if (covered.length > 0) await sweepFiles(db);
    const over = await idsWithoutCommands(
      db,
      newer.filter((one) => one.over).map((one) => one.whole.id),
    );
    const gone = [...page.rows.filter((row) => row.gone || !row.state).map((row) => row.id), ...over];
    const kept = newer.filter((one) => !over.includes(one.whole.id));
    await db.cases.bulkPut(kept.map((one) => one.whole));
    await db.summaries.bulkPut(kept.map((one) => one.summary));
    await forgetCases(db, gone);
    // Not those of a case that this device only no longer sees: what somebody wrote on it is theirs.
    await forgetDraftsOn(db, over);
    await db.prints.bulkDelete(printsIn(page));
    const place = { scope, next: Math.max(after, page.next), epoch: page.epoch };
    await putMeta(db, 'feed', caughtUp ? { ...place, caughtUp } : place);
    const commands = covered.length > 0 || sentAgain;
    return { cases: newer.length > 0 || gone.length > 0, commands, gone, reset: anew };
  });
}

/** Printings that have come back with their cases. */
const printsIn = (page: FeedPage): string[] =>
  page.rows.flatMap((row) => row.documents?.prints.map((one) => one.id) ?? []);

/** Recorded commands that these versions of their cases contain. */
async function coveredBy(db: Database, versions: ReadonlyMap<string, number>): Promise<string[]> {
  return await db.commands
    .where('stream')
    .anyOf([...versions.keys()])
    .filter((row) => isCovered(row, versions))
    .primaryKeys();
}

/**
 * The district no longer knows what it has recorded since its backup. What is still here of that is sent again: it is
 * recorded once more, or answered as known; nothing leaves before the feed shows it.
 */
async function beginAnew(db: Database): Promise<boolean> {
  await forgetAllCases(db);
  const recorded = await db.commands.filter((row) => row.state === 'recorded').toArray();
  await db.commands.bulkPut(
    recorded.map((row) => ({ ...row, state: 'waiting' as const, version: null, nextAt: 0 })),
  );
  await filesAnew(
    db,
    recorded.map((row) => row.id),
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
  return await db.transaction('rw', [db.commands, ...fileTables(db)], async () => {
    const rows = await db.commands.bulkGet([...ids]);
    const left = rows.flatMap((row) => (row?.state === 'recorded' ? [row.id] : []));
    await db.commands.bulkDelete(left);
    if (left.length > 0) await sweepFiles(db);
    return left.length > 0;
  });
}
