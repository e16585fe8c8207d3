import type { Refusal } from '../../domain/result.ts';
import { addMs, type Instant } from '../../domain/time.ts';
import { dueOf } from './batch.ts';
import type { CommandRow } from './database.ts';
import { mendableOf } from './mend.ts';
import { isHeldBack, linksOf } from './order.ts';
import type { HeldCommand } from './outbox.ts';
import type { OutboxEntry } from './types.ts';

const EPOCH: Instant = '1970-01-01T00:00:00.000Z';

/** A moment of the device's own clock, in milliseconds, as an instant. */
export const instantAt = (deviceMs: number, clockOffsetMs: number): Instant =>
  addMs(EPOCH, deviceMs + clockOffsetMs);

/** What holds a command back is the one before it, whatever the rules here say of it meanwhile. */
const BEFORE_REFUSED: Refusal = { code: 'after.refused', facts: {} };

/** The outbox as a person sees it, oldest first: what could be opened, and what nobody here can open any more. */
export function entriesOf(
  rows: readonly CommandRow[],
  commands: readonly HeldCommand[],
  judgements: ReadonlyMap<string, Refusal>,
  { lineDue, clockOffsetMs }: { readonly lineDue: number; readonly clockOffsetMs: number },
): OutboxEntry[] {
  const links = linksOf(rows);
  const opened = new Map(commands.map((one) => [one.row.id, one]));
  return rows.flatMap((row): OutboxEntry[] => {
    const one = opened.get(row.id);
    if (!one && row.body !== null) return [];
    const state = row.state === 'waiting' && isHeldBack(row, links) ? 'held' : row.state;
    if (state === 'recorded' || state === 'replaced' || state === 'setAside') return [];
    const due = state === 'waiting' || state === 'quarantined' ? Math.max(dueOf(row, links), lineDue) : 0;
    return [
      {
        id: row.id,
        stream: { kind: row.kind, id: row.stream },
        type: one?.body.type ?? null,
        carried: row.carried === true,
        number: one?.body.number ?? '',
        item: one?.body.item ?? '',
        madeAt: row.madeAt,
        state,
        tries: row.tries,
        nextAttempt: due === 0 ? null : instantAt(due, clockOffsetMs),
        last: state === 'held' ? BEFORE_REFUSED : (judgements.get(row.id) ?? row.last),
        mendable: one ? mendableOf(one) : 'no',
      },
    ];
  });
}
