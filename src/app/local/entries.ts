import type { Refusal } from '../../domain/result.ts';
import { addMs, type Instant } from '../../domain/time.ts';
import { dueOf } from './batch.ts';
import { isHeldBack, linksOf } from './order.ts';
import type { HeldCommand } from './outbox.ts';
import { mendableOf } from './refused.ts';
import type { OutboxEntry } from './types.ts';

const EPOCH: Instant = '1970-01-01T00:00:00.000Z';

/** What holds a command back is the one before it, whatever the rules here say of it meanwhile. */
const BEFORE_REFUSED: Refusal = { code: 'after.refused', facts: {} };

/** The outbox as a person sees it, oldest first. */
export function entriesOf(
  commands: readonly HeldCommand[],
  judgements: ReadonlyMap<string, Refusal>,
  lineDue: number,
  clockOffsetMs: number,
): OutboxEntry[] {
  const links = linksOf(commands.map((one) => one.row));
  const instantOf = (deviceMs: number): Instant => addMs(EPOCH, deviceMs + clockOffsetMs);
  return commands.flatMap((one): OutboxEntry[] => {
    const { row, body } = one;
    const state = row.state === 'waiting' && isHeldBack(row, links) ? 'held' : row.state;
    if (state === 'recorded' || state === 'replaced' || state === 'setAside') return [];
    const due = state === 'waiting' || state === 'quarantined' ? Math.max(dueOf(row, links), lineDue) : 0;
    return [
      {
        id: row.id,
        stream: { kind: row.kind, id: row.stream },
        type: body.type,
        number: body.number,
        item: body.item,
        madeAt: row.madeAt,
        state,
        tries: row.tries,
        nextAttempt: due === 0 ? null : instantOf(due),
        last: state === 'held' ? BEFORE_REFUSED : (judgements.get(row.id) ?? row.last),
        mendable: mendableOf(one),
      },
    ];
  });
}
