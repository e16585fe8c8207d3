import type { Facts, Refusal } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { Outcome } from '../../protocol/command.ts';
import type { Opened, Refused } from '../opening/opened.ts';
import type { CommandRow, KnownCommand, Whole } from '../store/recordingPort.ts';
import type { Submission } from './submission.ts';
import type { WorkingSet } from './workingSet.ts';

/** A supervisor has ruled that what stood in quarantine is not recorded. */
export const SET_ASIDE: Refusal = { code: 'quarantine.setAside', facts: {} };

/** The first answer again. */
export function duplicate(known: KnownCommand): Outcome {
  const first = known.outcome === 'turnedAway' ? 'refused' : known.outcome;
  return {
    id: known.id,
    outcome: 'duplicate',
    first,
    ...(known.code === null ? {} : { code: known.code }),
    ...(known.facts === null ? {} : { facts: copyOf(known.facts) }),
    ...(known.version === null ? {} : { version: known.version }),
  };
}

export function refused(id: string, { code, facts }: Refusal): Outcome {
  return { id, outcome: 'refused', code, facts: copyOf(facts) };
}

export const retry = (id: string, code: string, facts: Facts = {}): Outcome => ({
  id,
  outcome: 'retry',
  code,
  facts: copyOf(facts),
});

type OutcomeFacts = NonNullable<Outcome['facts']>;

const copyOf = (facts: Facts): OutcomeFacts => ({ ...facts }) as OutcomeFacts;

export function commandRowOf(
  { header, headerText, headerHash, signature, payload, salt, fileKeys }: Opened,
  from: Submission,
  legalAt: Instant | null,
): CommandRow {
  return {
    id: header.id,
    header: headerText,
    headerHash,
    signature,
    payload,
    salt,
    stream: header.stream.id,
    device: header.device,
    sentBy: from.device,
    receivedAt: from.arrival,
    replaces: header.replaces ?? null,
    legalAt,
    files: header.files.map((file, index) => ({ ...file, key: fileKeys[index] ?? '' })),
  };
}

export function wholeOf(
  { id, envelope, headerHash }: Pick<Opened, 'id' | 'envelope' | 'headerHash'>,
  from: Submission,
): Whole {
  return { id, headerHash, envelope, sentBy: from.device, receivedAt: from.arrival };
}

/** Malformed or forged content: nothing of it is kept but its id and code, so that what follows it can wait. */
export async function turnAway(
  { id, refusal, stream }: Refused,
  from: Submission,
  work: WorkingSet,
): Promise<Outcome> {
  if (id !== '' && !work.known.has(id)) {
    await work.tx.turnAway(id, stream, refusal.code, from.device, from.arrival);
    work.known.set(id, {
      id,
      outcome: 'turnedAway',
      headerHash: null,
      stream,
      code: refusal.code,
      facts: null,
      version: null,
      replaces: null,
      mendedBy: null,
      ruling: null,
    });
  }
  return refused(id, refusal);
}
