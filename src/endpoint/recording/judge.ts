import type { Refusal } from '../../domain/result.ts';
import type { Outcome } from '../../protocol/command.ts';
import { isBarred } from '../access/devices.ts';
import type { Arrived, Opened } from '../opening/opened.ts';
import type { KnownCommand } from '../store/recordingPort.ts';
import { type Rulebook, recordByRule, setAside } from './ruling.ts';
import type { Submission } from './submission.ts';
import { duplicate, refused, retry, SET_ASIDE, turnAway, wholeOf } from './verdict.ts';
import type { WorkingSet } from './workingSet.ts';

/**
 * What becomes of one command, in the order that the protocol promises: its id first, then form and signatures (which
 * the opener has judged), quarantine, what it comes after, and at last the rules. Writes what the outcome says; when
 * it throws, the caller undoes that.
 */
export async function judge(
  arrived: Arrived,
  from: Submission,
  work: WorkingSet,
  book: Rulebook,
): Promise<Outcome> {
  if (arrived.is === 'sealedElsewhere') return retry(arrived.id, 'seal.keyUnknown');
  const known = work.known.get(arrived.id);
  const inQuarantine = known?.outcome === 'quarantined' && known.headerHash === arrived.headerHash;
  if (known && known.outcome !== 'turnedAway' && !inQuarantine) return again(arrived, known, from, work);
  if (known?.mendedBy) return refused(arrived.id, { code: 'command.replaced', facts: {} });
  if (arrived.is === 'refused') return turnAway(arrived, from, work);
  const outcome = inQuarantine
    ? await judgeQuarantined(arrived, known, from, work, book)
    : await judgeFresh(arrived, from, work, book);
  return outcome;
}

async function judgeFresh(
  opened: Opened,
  from: Submission,
  work: WorkingSet,
  book: Rulebook,
): Promise<Outcome> {
  const suspect = whyQuarantined(opened, from, work);
  if (suspect !== undefined) return quarantine(opened, suspect, from, work);
  return judgeInOrder(opened, from, work, book);
}

/**
 * It was kept whole. Whoever lifted the reason (an administrator, by name) let it in; so does a supervisor who rules
 * that it be released, or keeps it out for good.
 */
async function judgeQuarantined(
  opened: Opened,
  known: KnownCommand,
  from: Submission,
  work: WorkingSet,
  book: Rulebook,
): Promise<Outcome> {
  if (known.ruling === null && whyQuarantined(opened, from, work) !== undefined) return duplicate(known);
  const outcome =
    known.ruling === 'setAside'
      ? await setAside(opened, from, work, book)
      : await judgeInOrder(opened, from, work, book);
  if (outcome.outcome !== 'retry') await work.tx.settleQuarantine(known.id, book.recordedAt);
  return outcome;
}

async function judgeInOrder(
  opened: Opened,
  from: Submission,
  work: WorkingSet,
  book: Rulebook,
): Promise<Outcome> {
  const waits = whyWaiting(opened, work);
  return waits ? retry(opened.id, waits.code, waits.facts) : recordByRule(opened, from, work, book);
}

/** The id is taken: the same content gets the first answer again, other content is kept for a person. */
async function again(
  arrived: Arrived,
  known: KnownCommand,
  from: Submission,
  work: WorkingSet,
): Promise<Outcome> {
  const { id, envelope, headerHash } = arrived;
  if (headerHash !== null && headerHash === known.headerHash) {
    // Its first answer was that it stands in quarantine: what a supervisor ruled since is news to the device.
    return known.code === SET_ASIDE.code ? refused(id, SET_ASIDE) : duplicate(known);
  }
  if (envelope === null || headerHash === null)
    return refused(id, arrived.is === 'refused' ? arrived.refusal : { code: 'command.malformed', facts: {} });
  await work.tx.keep(wholeOf({ id, envelope, headerHash }, from));
  return refused(id, { code: 'command.idReused', facts: {} });
}

/** A device that is revoked, or told to wipe itself, may be in anybody's hands; so may what it carries. */
function whyQuarantined({ header }: Opened, from: Submission, work: WorkingSet): string | undefined {
  if (work.isDisabled(header.by)) return 'person.disabled';
  for (const id of [header.device, from.device]) {
    const device = work.device(id);
    if (!device || device.revokedAt !== null) return 'device.revoked';
    if (isBarred(device)) return 'device.wiping';
  }
  return undefined;
}

async function quarantine(
  opened: Opened,
  code: string,
  from: Submission,
  work: WorkingSet,
): Promise<Outcome> {
  const { id, header, headerText, headerHash } = opened;
  const stream = header.stream.id;
  await work.tx.quarantine(wholeOf(opened, from), headerText, stream, code);
  const nothing = { facts: null, version: null, replaces: null, mendedBy: null, ruling: null };
  work.known.set(id, { ...nothing, id, outcome: 'quarantined', headerHash, stream, code });
  return { id, outcome: 'quarantined', code };
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
