import type { Facts } from '../../domain/result.ts';
import type { Outcome } from '../../protocol/command.ts';
import { isRuleCode } from '../../protocol/ruleCodes.ts';
import type { CommandRow, Database } from './database.ts';
import { filesRecorded, filesServed, fileTables } from './files/rows.ts';
import { QUARANTINE_MS, waitAfter } from './schedule.ts';

/** What a batch has told of one command: an outcome, or nothing (`null`), which leaves it waiting. */
export interface Told {
  readonly id: string;
  readonly outcome: Outcome | null;
}

/** When things are due, by the device's clock. */
export interface Moment {
  readonly now: number;
  /** In [0, 1), afresh for each use. */
  chance(): number;
}

/** Applies what a batch has told in one transaction. Nothing leaves the outbox without the endpoint's word. */
export async function applyOutcomes(db: Database, told: readonly Told[], moment: Moment): Promise<void> {
  await db.transaction('rw', [db.commands, db.slips, ...fileTables(db)], async () => {
    const rows = await db.commands.bulkGet(told.map((one) => one.id));
    for (const [index, { outcome }] of told.entries()) {
      const row = rows[index];
      // Recorded is recorded: a late answer to an earlier sending says nothing new.
      if (!row || row.state === 'recorded') continue;
      await applyOne(db, row, outcome, moment);
    }
  });
}

async function applyOne(
  db: Database,
  row: CommandRow,
  outcome: Outcome | null,
  moment: Moment,
): Promise<void> {
  const final = finalOf(outcome);
  if (row.carried && isSaid(final, outcome)) return await handOn(db, row);
  const last = { code: outcome?.code ?? 'store.busy', facts: outcome?.facts ?? {} };
  switch (final) {
    case 'recorded':
      return await recorded(db, row, outcome?.version ?? null);
    case 'refused':
      return await refused(db, row, last);
    case 'quarantined':
      // Asked about again from time to time, since a supervisor settles it.
      await db.commands.put({
        ...attempted(row),
        state: 'quarantined',
        nextAt: moment.now + QUARANTINE_MS,
        last,
      });
      return;
    case 'retry': {
      const tries = row.tries + 1;
      const state = last.code === 'after.refused' ? 'held' : 'waiting';
      await db.commands.put({
        ...attempted(row),
        state,
        reseal: row.reseal || last.code === 'seal.keyUnknown',
        nextAt: moment.now + waitAfter(tries, moment.chance()),
        last,
      });
      return;
    }
  }
}

/** Whether the endpoint has said of a command all that it will say until somebody on its own device does something. */
const isSaid = (final: Final, outcome: Outcome | null): boolean =>
  final !== 'retry' || outcome?.code === 'after.refused' || outcome?.code === 'seal.keyUnknown';

/** What was only carried leaves: whoever made it still has it, hears the same, and mends it. Its files still arrive. */
async function handOn(db: Database, row: CommandRow): Promise<void> {
  await filesRecorded(db, row);
  await db.commands.delete(row.id);
}

type Final = 'recorded' | 'refused' | 'quarantined' | 'retry';

/** A duplicate tells its first answer again; one that does not say which leaves everything open. */
function finalOf(outcome: Outcome | null): Final {
  if (!outcome) return 'retry';
  return outcome.outcome === 'duplicate' ? (outcome.first ?? 'retry') : outcome.outcome;
}

const attempted = (row: CommandRow): CommandRow => ({ ...row, tries: row.tries + 1, sent: false });

/**
 * Confirmed. A case's command stays until the feed has brought the case with it, so that the view never falls back;
 * what it replaced or put aside has served.
 */
async function recorded(db: Database, row: CommandRow, version: number | null): Promise<void> {
  const served = await servedBy(db, row);
  await db.commands.bulkDelete(served.map((one) => one.id));
  await filesServed(db, served);
  await filesRecorded(db, row);
  // A wiped one shows nothing of itself: there is no view to keep up until the feed has come.
  if (row.kind !== 'case' || row.body === null) {
    await db.commands.delete(row.id);
    if (row.kind === 'slip') await db.slips.update(row.stream, { end: 'recorded' });
    return;
  }
  for (const one of served) if (one.kind === 'slip') await db.slips.update(one.stream, { end: 'refused' });
  await db.commands.put({ ...attempted(row), state: 'recorded', version, last: null });
}

/** The rows that point to a command, and those that point to them. */
async function servedBy(db: Database, row: CommandRow): Promise<CommandRow[]> {
  const stream = await db.commands.where('stream').equals(row.stream).toArray();
  const served: CommandRow[] = [];
  for (let ids = [row.id]; ids.length > 0; ) {
    const next = stream.filter((one) => one.by !== null && ids.includes(one.by) && !served.includes(one));
    served.push(...next);
    ids = next.map((one) => one.id);
  }
  return served;
}

const AGAIN = { state: 'waiting', nextAt: 0 } as const;

async function refused(
  db: Database,
  row: CommandRow,
  last: { readonly code: string; readonly facts: Facts },
): Promise<void> {
  // A refused setAside puts nothing aside: what it named stands in 需处理 again.
  const served = await servedBy(db, row);
  // Its answer was lost: sent once more, it gets the first one again.
  const recordedAfterAll = last.code === 'setAside.recorded';
  for (const one of served)
    if (one.by === row.id && one.state === 'setAside')
      await db.commands.put({ ...one, ...(recordedAfterAll ? AGAIN : { state: 'refused' }), by: null });
  if (row.body === null && isKeptThere(last.code)) {
    await filesRecorded(db, row);
    await db.commands.delete(row.id);
  } else await db.commands.put({ ...attempted(row), state: 'refused', nextAt: 0, last });
}

/**
 * Whether the endpoint has kept the content with its refusal, as it does when a rule or a supervisor has spoken. Where
 * this device was wiped nobody can mend the command, and nothing is lost with the sealed copy.
 */
const isKeptThere = (code: string): boolean => code === 'quarantine.setAside' || isRuleCode(code);

/** A request that ended without a word on its commands: they stay as they are, one attempt richer. */
export async function noteFailure(
  db: Database,
  ids: readonly string[],
  last: { readonly code: string; readonly facts: Facts },
  mayHaveArrived: boolean,
  nextAt: ((tries: number) => number) | null,
): Promise<void> {
  await db.transaction('rw', db.commands, async () => {
    const rows = await db.commands.bulkGet([...ids]);
    const changed = rows.flatMap((row) => {
      if (!row || !isUnderWay(row)) return [];
      const tries = row.tries + 1;
      const due = nextAt ? nextAt(tries) : row.nextAt;
      return [{ ...row, tries, nextAt: due, last, sent: row.sent || mayHaveArrived }];
    });
    await db.commands.bulkPut(changed);
  });
}

const isUnderWay = (row: CommandRow): boolean =>
  row.state === 'waiting' || row.state === 'held' || row.state === 'quarantined';

/** Too large even alone: no retry can help, so a person is told. */
export async function refuseHere(db: Database, id: string): Promise<void> {
  await db.transaction('rw', db.commands, async () => {
    const row = await db.commands.get(id);
    if (!row || !isUnderWay(row)) return;
    await db.commands.put({
      ...attempted(row),
      state: 'refused',
      last: { code: 'body.tooLarge', facts: {} },
    });
  });
}
