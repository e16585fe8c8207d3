import type { Conductor, Parts } from './conductor.ts';
import { instantAt } from './entries.ts';
import type { LineStatus } from './lineStatus.ts';

/** Counts by the rows alone, so that they are right while locked. */
export function statusOf({ core, membership, sender }: Parts, conductor: Conductor): LineStatus {
  const { line, outbox, store, ports } = core;
  const rows = outbox.rows.value;
  const open = rows.filter((row) => row.state === 'waiting' || row.state === 'held');
  const stuck = rows.filter((row) => row.state === 'refused' || row.state === 'quarantined');
  const due = open.length > 0 ? sender.due() : null;
  return {
    online: line.reachable.value ?? ports.surroundings.online(),
    sending: sender.sending.value,
    waiting: open.length,
    refused: stuck.length,
    apart: stuck.filter((row) => row.state === 'quarantined').length,
    lastContact: line.lastContact.value,
    nextAttempt: due === null || due === 0 ? null : instantAt(due, line.clockOffsetMs.value),
    sessionEnded: membership.ended.value,
    storeProblem: store.problem.value,
    storageShare: core.storage.share.value,
    clockOffsetMs: line.clockOffsetMs.value,
    persisted: conductor.contact.persisted.value,
    wipeAt: conductor.contact.wipeAt.value,
    gaveUp: core.givenUp.now.value,
  };
}
