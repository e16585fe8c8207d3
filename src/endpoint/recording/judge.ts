import type { Refusal } from '../../domain/result.ts';
import type { Outcome } from '../../protocol/command.ts';
import type { KnownCommand } from '../store/recordingPort.ts';
import type { Arrived, Opened } from './envelope.ts';
import { type Rulebook, recordByRule } from './ruling.ts';
import type { Submission } from './submission.ts';
import { duplicate, refused, retry, turnAway, wholeOf } from './verdict.ts';
import type { WorkingSet } from './workingSet.ts';

/**
 * What becomes of one command, in the order that the protocol promises: its id first, then form, signature,
 * quarantine, what it comes after, and at last the rules. Writes what the outcome says; the caller has opened a
 * savepoint around it.
 */
export async function judge(
  arrived: Arrived,
  from: Submission,
  work: WorkingSet,
  book: Rulebook,
): Promise<Outcome> {
  const known = work.known.get(arrived.id);
  const inQuarantine = known?.outcome === 'quarantined' && known.headerHash === arrived.headerHash;
  if (known && known.outcome !== 'turnedAway' && !inQuarantine) return again(arrived, known, from, work);
  if (known?.mendedBy) return refused(arrived.id, { code: 'command.replaced', facts: {} });
  const result = work.opened(arrived);
  if ('refusal' in result) return turnAway(arrived, result.refusal, result.stream, from, work);
  const { opened } = result;
  const forged = work.forged(opened);
  if (forged) return turnAway(arrived, forged, opened.header.stream.id, from, work);
  const suspect = whyQuarantined(opened, from, work);
  // It was kept whole, and whoever lifted the reason (an administrator, by name) let it in.
  if (suspect) return inQuarantine ? duplicate(known) : quarantine(opened, suspect, from, work);
  const waits = whyWaiting(opened, work);
  if (waits) return retry(opened.header.id, waits.code, waits.facts);
  const outcome = await recordByRule(opened, from, work, book);
  if (inQuarantine) await work.tx.settleQuarantine(known.id, from.arrival);
  return outcome;
}

/** The id is taken: the same content gets the first answer again, other content is kept for a person. */
async function again(
  arrived: Arrived,
  known: KnownCommand,
  from: Submission,
  work: WorkingSet,
): Promise<Outcome> {
  if (arrived.headerHash === known.headerHash) return duplicate(known);
  if (!arrived.envelope || arrived.headerHash === undefined)
    return refused(arrived.id, { code: 'command.malformed', facts: {} });
  await work.tx.keep(wholeOf(arrived.envelope, arrived.headerHash, from));
  return refused(arrived.id, { code: 'command.idReused', facts: {} });
}

function whyQuarantined({ header }: Opened, from: Submission, work: WorkingSet): string | undefined {
  if (work.signer(header.personKey)?.disabled) return 'person.disabled';
  const revoked = from.revoked || work.device(header.device)?.revokedAt !== null;
  return revoked ? 'device.revoked' : undefined;
}

async function quarantine(
  opened: Opened,
  code: string,
  from: Submission,
  work: WorkingSet,
): Promise<Outcome> {
  const { envelope, headerHash, header } = opened;
  await work.tx.quarantine(wholeOf(envelope, headerHash, from), header.stream.id, code);
  work.known.set(header.id, {
    id: header.id,
    outcome: 'quarantined',
    headerHash,
    stream: header.stream.id,
    code,
    facts: null,
    version: null,
    replaces: null,
    mendedBy: null,
  });
  return { id: header.id, outcome: 'quarantined', code };
}

/** A command waits until what it comes after is recorded, or replaced by something that is. */
function whyWaiting({ header }: Opened, work: WorkingSet): Refusal | undefined {
  const { after } = header.basis;
  if (after === undefined) return undefined;
  const before = work.known.get(after);
  if (before?.outcome === 'recorded' || before?.mendedBy) return undefined;
  const wasRefused = before?.outcome === 'refused' || before?.outcome === 'turnedAway';
  return { code: wasRefused ? 'after.refused' : 'after.unknown', facts: { after } };
}
