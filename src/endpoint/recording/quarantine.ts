import type { CommandHeader, Outcome } from '../../protocol/command.ts';
import type { QuarantineEntry, QuarantineRuling } from '../../protocol/resources.ts';
import { appendAccess } from '../access/accessChain.ts';
import type { By } from '../access/staff.ts';
import type { Context } from '../context.ts';
import { keysIn, openKept } from '../opening/opener.ts';
import type { QuarantinedRow } from '../store/quarantinePort.ts';
import type { Store } from '../store/store.ts';
import { duplicate } from './verdict.ts';

/** Entries in one answer: more than a supervisor rules on in a sitting. */
const LISTED = 500;

/** What waits for a supervisor, in the order in which it came: by the headers alone, which name nobody's data. */
export async function listQuarantined({ read }: Pick<Store, 'read'>): Promise<QuarantineEntry[]> {
  const rows = await read.quarantined(LISTED);
  const entries: QuarantineEntry[] = [];
  for (const { id, code, header: text, receivedAt } of rows) {
    const { type, office, by, device, at } = JSON.parse(text) as CommandHeader;
    const [person, made] = [await read.person(by), await read.device(device)];
    entries.push({
      ...{ id, code, type, office, at, receivedAt },
      by: { id: by, name: person?.name ?? by },
      device: { id: device, name: made?.name ?? device },
    });
  }
  return entries;
}

/**
 * A supervisor's ruling, with who ruled and why in the access chain; then it is carried out. What is released but
 * comes after something that is not there yet waits for that: the ruling stands.
 * @returns what became of the command; undefined when none waits under this id
 */
export async function rule(
  id: string,
  { ruling, reason }: QuarantineRuling,
  by: By,
  context: Context,
): Promise<Outcome | undefined> {
  const { person, office, at } = by;
  const ruled = await context.store.write(async (tx) => {
    const waits = await tx.quarantinedUnder(id);
    if (!waits) return false;
    await tx.ruleQuarantine(id, ruling);
    const type = ruling === 'release' ? ('quarantineReleased' as const) : ('quarantineSetAside' as const);
    await appendAccess(tx, { type, by: person, office, data: { command: id, reason } }, at, context);
    return true;
  });
  if (!ruled) return undefined;
  const outcomes = await carryOut(context);
  return outcomes.get(id) ?? standingOf(id, context);
}

/**
 * Judges everything that was ruled on and is not settled. What was released earlier may have waited for what is
 * recorded only now, so it goes round until nothing more moves.
 */
async function carryOut(context: Context): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  for (let before = Number.POSITIVE_INFINITY; ; ) {
    const rows = await context.store.read.quarantinedAndRuled();
    if (rows.length === 0 || rows.length >= before) return outcomes;
    before = rows.length;
    for (const row of rows)
      for (const outcome of await judgeAgain(row, context)) outcomes.set(row.id, outcome);
  }
}

/** The device itself has asked again, and was quicker. */
async function standingOf(id: string, { store }: Context): Promise<Outcome | undefined> {
  const [known] = await store.write((tx) => tx.known([id]));
  return known && duplicate(known);
}

/** As if it had come in good order when it came. */
async function judgeAgain(
  { envelope, sentBy, receivedAt }: QuarantinedRow,
  { recorder, sealing, store, metrics }: Context,
): Promise<Outcome[]> {
  const arrived = await openKept(envelope, sentBy, sealing, keysIn(store.read));
  const outcomes = await recorder.submit({
    ...{ device: sentBy, made: null, sentAt: null, arrival: receivedAt },
    commands: [arrived],
  });
  for (const outcome of outcomes) metrics.outcome(outcome);
  return outcomes;
}
