import type { Facts } from '../../domain/result.ts';
import { deviceOf } from './peopleSql.ts';
import type { CommandRow, KnownCommand, Recording, SignerRow, StreamEnd, Whole } from './recordingPort.ts';
import type { RecordingQueries } from './recordingQueries.ts';
import type { Tables } from './tables.ts';
import type { Db } from './template.ts';

/**
 * Recording inside one transaction. Positions come from the one counter: taken (and its row locked) when the first
 * is needed, written back by `finish` before the commit, so that commit order is reading order.
 */
export function recordingOn(db: Db, queries: RecordingQueries): Recording & { finish(): Promise<void> } {
  let position: number | undefined;
  const nextPosition = async (): Promise<number> => {
    position ??= Number((await queries.takePosition(db, {}))[0]?.value ?? 0);
    position += 1;
    return position;
  };
  const append: Recording['append'] = async (end, events, at) => {
    await queries.events(
      db,
      events.map((event) => ({ stream: end.id, ...event })),
    );
    await queries.stream(db, streamValues(end, at));
  };
  return {
    ...readsOn(db, queries),
    append,
    record: async (recorded) => {
      await queries.command(db, commandValues(recorded.command, 'recorded', null, null, recorded.version));
      const stream = recorded.stream.id;
      await append(recorded.stream, recorded.events, recorded.command.receivedAt);
      if (recorded.scopes.length > 0) {
        const at = await nextPosition();
        await queries.feed(
          db,
          recorded.scopes.map((scope) => ({ scope, stream, position: at })),
        );
      }
      for (const id of recorded.mends) {
        await queries.mendCommand(db, { id, by: recorded.command.id });
        await queries.mendTurnedAway(db, { id, by: recorded.command.id });
      }
    },
    refuse: async (command, code, facts) => {
      await queries.command(db, commandValues(command, 'refused', code, JSON.stringify(facts), null));
    },
    quarantine: async (whole, stream, code) => {
      await queries.quarantine(db, { ...wholeValues(whole), stream, code });
    },
    settleQuarantine: async (id, at) => {
      await queries.settleQuarantine(db, { id, at });
    },
    keep: async (whole) => {
      await queries.kept(db, wholeValues(whole));
    },
    turnAway: async (id, stream, code, sentBy, at) => {
      await queries.turnAway(db, { id, stream, code, sent_by: sentBy, at });
    },
    contacts: async (rows) => {
      if (rows.length > 0) await queries.contacts(db, rows);
    },
    finish: async () => {
      if (position !== undefined) await queries.setPosition(db, { value: position });
    },
  };
}

type Reads = Pick<
  Recording,
  'known' | 'streams' | 'numbers' | 'signers' | 'devices' | 'contactBefore' | 'refusedContent'
>;

function readsOn(db: Db, queries: RecordingQueries): Reads {
  return {
    known: (ids) => known(db, queries, [...ids]),
    streams: async (ids) => queries.streams(db, ids),
    numbers: async (keys) =>
      (await queries.numbers(db, keys)).map((one) => ({ numberKey: one.number_key ?? '', stream: one.id })),
    signers: async (keyIds) =>
      (await queries.signers(db, keyIds)).map(
        (one): SignerRow => ({
          keyId: one.key_id,
          person: one.person,
          publicKey: one.public_key,
          disabled: one.disabled_at !== null,
        }),
      ),
    devices: async (ids) => (await queries.devices(db, ids)).map(deviceOf),
    contactBefore: async (device, seq) => (await queries.contactBefore(db, { device, seq }))[0]?.at,
    refusedContent: async (id) => {
      const [found] = await queries.refusedContent(db, { id });
      return found && { header: found.header, payload: found.payload, legalAt: found.legal_at };
    },
  };
}

/** Content that stands (recorded, refused, quarantined) goes before content that was turned away. */
async function known(db: Db, queries: RecordingQueries, ids: readonly string[]): Promise<KnownCommand[]> {
  const nothing = { headerHash: null, facts: null, version: null, replaces: null, mendedBy: null };
  const found = new Map<string, KnownCommand>();
  for (const one of await queries.turnedAway(db, ids))
    found.set(one.id, { ...nothing, ...one, outcome: 'turnedAway', mendedBy: one.mended_by });
  for (const one of await queries.quarantined(db, ids))
    found.set(one.id, { ...nothing, ...one, outcome: 'quarantined', headerHash: one.header_hash });
  for (const one of await queries.commands(db, ids))
    found.set(one.id, {
      id: one.id,
      outcome: one.outcome,
      headerHash: one.header_hash,
      stream: one.stream,
      code: one.code,
      facts: one.facts === null ? null : (JSON.parse(one.facts) as Facts),
      version: one.version,
      replaces: one.replaces,
      mendedBy: one.mended_by,
    });
  return [...found.values()];
}

function commandValues(
  command: CommandRow,
  outcome: 'recorded' | 'refused',
  code: string | null,
  facts: string | null,
  version: number | null,
): Tables['command'] {
  const { headerHash, sentBy, receivedAt, legalAt, ...rest } = command;
  return {
    ...rest,
    header_hash: headerHash,
    sent_by: sentBy,
    received_at: receivedAt,
    outcome,
    code,
    facts,
    version,
    mended_by: null,
    legal_at: legalAt,
  };
}

function streamValues({ numberKey, ...rest }: StreamEnd, at: string): Tables['stream'] {
  return { ...rest, number_key: numberKey, updated_at: at };
}

function wholeValues(whole: Whole): Tables['kept'] {
  const { headerHash, sentBy, receivedAt, ...rest } = whole;
  return { ...rest, header_hash: headerHash, sent_by: sentBy, received_at: receivedAt };
}
