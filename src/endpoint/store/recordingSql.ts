import type { Facts } from '../../domain/result.ts';
import { deviceOf } from './peopleSql.ts';
import type {
  Aside,
  CommandRow,
  EventRow,
  KnownCommand,
  Recorded,
  Recording,
  StreamEnd,
  Whole,
} from './recordingPort.ts';
import type { RecordingQueries } from './recordingQueries.ts';
import type { Tables } from './tables.ts';
import type { Db } from './template.ts';

/**
 * Recording inside one transaction. Positions come from the one counter: taken (and its row locked) when the first
 * is needed, written back by `finish` before the commit, so that commit order is reading order.
 */
export function recordingOn(
  db: Db,
  queries: RecordingQueries,
): Recording & { finish(): Promise<void>; nextPosition(): Promise<number> } {
  let position: number | undefined;
  const nextPosition = async (): Promise<number> => {
    position ??= Number((await queries.takePosition(db, {}))[0]?.value ?? 0);
    position += 1;
    return position;
  };
  return {
    ...readsOn(db, queries),
    nextSerial: async (series) => Number((await queries.takeSerial(db, { series }))[0]?.value ?? 0),
    append: async (end, events, at) => {
      await queries.addEvents(db, eventValues(end.id, events));
      await queries.putStreams(db, [streamValues(end, at)]);
    },
    record: async (all) => {
      await queries.addCommands(db, all.map(recordedValues));
      await queries.addEvents(
        db,
        all.flatMap((one) => endingsOf(one).flatMap(({ stream, events }) => eventValues(stream.id, events))),
      );
      await queries.putStreams(db, endsOf(all));
      await queries.putSubjects(db, all.flatMap(subjectValues));
      await queries.addStickers(db, all.flatMap(stickerValues));
      const places = new Map<string, FeedPlace>();
      for (const { stream, scopes } of all.flatMap(endingsOf)) {
        if (scopes.length === 0) continue;
        const at = await nextPosition();
        for (const scope of scopes)
          places.set(`${scope} ${stream.id}`, { scope, stream: stream.id, position: at });
      }
      await queries.putFeed(db, [...places.values()]);
      await queries.putNamings(db, all.flatMap(recordedNamings));
      await mend(db, queries, all);
    },
    refuse: async (command, code, facts) => {
      await queries.addCommands(db, [commandValues(command, 'refused', code, JSON.stringify(facts), null)]);
      await queries.putNamings(db, namingValues(command, 0));
    },
    quarantine: async (whole, header, stream, code) => {
      await queries.quarantine(db, { ...wholeValues(whole), header, stream, code });
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
    contacts: (rows) => queries.putContacts(db, rows),
    fileArrived: (hash, size, at) => fileArrived(db, queries, nextPosition, { hash, size, arrived_at: at }),
    forgetContent: async (streams) => {
      await forgetContent(db, streams);
      for (const stream of streams) {
        const moved = { gone: 1, position: await nextPosition() };
        await db.sql.updateTable('feed').where('stream', '=', stream).set(moved).execute();
      }
    },
    nextPosition,
    finish: async () => {
      if (position !== undefined) await queries.setPosition(db, { value: position });
    },
  };
}

interface FeedPlace {
  readonly scope: string;
  readonly stream: string;
  readonly position: number;
}

/** The streams that a command has moved, its own first. */
const endingsOf = (one: Recorded): readonly Aside[] => [one, ...(one.asides ?? [])];

/** As the last of them leaves each stream: PostgreSQL takes a row once in a statement. */
function endsOf(all: readonly Recorded[]): Tables['stream'][] {
  const ends = new Map<string, Tables['stream']>();
  for (const one of all)
    for (const { stream } of endingsOf(one))
      ends.set(stream.id, streamValues(stream, one.command.receivedAt));
  return [...ends.values()];
}

async function mend(db: Db, queries: RecordingQueries, all: readonly Recorded[]): Promise<void> {
  for (const { command, mends } of all)
    for (const id of mends) {
      await queries.mendCommand(db, { id, by: command.id });
      await queries.mendTurnedAway(db, { id, by: command.id });
    }
}

type Reads = Pick<
  Recording,
  | 'known'
  | 'streams'
  | 'numbers'
  | 'signers'
  | 'sameSubject'
  | 'stickers'
  | 'slipsAbout'
  | 'devices'
  | 'contactBefore'
  | 'refusedContent'
>;

function readsOn(db: Db, queries: RecordingQueries): Reads {
  return {
    known: (ids) => known(db, queries, [...ids]),
    streams: async (ids) => queries.streams(db, ids),
    numbers: async (keys) =>
      (await queries.numbers(db, keys)).map((one) => ({ numberKey: one.number_key ?? '', stream: one.id })),
    sameSubject: async (keys) =>
      (await queries.sameSubject(db, keys)).map(({ key, stream, hall, number_key }) => ({
        ...{ key, stream },
        hall: hall ?? '',
        number: number_key ?? '',
      })),
    stickers: async (keys) =>
      (await queries.stickers(db, keys)).map(({ key, stream, number_key }) => ({
        key,
        stream,
        number: number_key ?? '',
      })),
    slipsAbout: async (keys) =>
      (await queries.slipsAbout(db, keys)).flatMap(({ key, header, state }) =>
        state === null ? [] : [{ key, header, state }],
      ),
    signers: async (persons) =>
      (await queries.signers(db, persons)).map(({ id, name, disabled_at }) => ({
        ...{ id, name },
        disabled: disabled_at !== null,
      })),
    devices: async (ids) => (await queries.devices(db, ids)).map(deviceOf),
    contactBefore: async (device, seq) => (await queries.contactBefore(db, { device, seq }))[0]?.at,
    refusedContent: async (id) => {
      const [found] = await queries.refusedContent(db, { id });
      return found && { header: found.header, payload: found.payload, legalAt: found.legal_at };
    },
  };
}

async function fileArrived(
  db: Db,
  queries: RecordingQueries,
  nextPosition: () => Promise<number>,
  file: Tables['file'],
): Promise<string[]> {
  const [added] = await queries.addFile(db, file);
  if (!added) return [];
  const moved = new Set<string>();
  for (const { stream } of await queries.naming(db, { hash: file.hash }))
    for (const { scope } of await queries.moveInFeeds(db, { stream, position: await nextPosition() }))
      moved.add(scope);
  return [...moved];
}

async function forgetContent({ sql }: Db, streams: readonly string[]): Promise<void> {
  if (streams.length === 0) return;
  const theirs = sql.selectFrom('command').where('stream', 'in', streams).select('id');
  await sql.deleteFrom('kept').where('id', 'in', theirs).execute();
  const settled = sql.deleteFrom('quarantine').where('stream', 'in', streams);
  await settled.where('settled_at', 'is not', null).execute();
  const commands = sql.updateTable('command').where('stream', 'in', streams);
  await commands.set({ payload: null, salt: null }).execute();
  const events = sql.updateTable('event').where('stream', 'in', streams);
  await events.set({ data: null, salt: null }).execute();
  await sql.updateTable('stream').where('id', 'in', streams).set({ state: null }).execute();
  await sql.deleteFrom('subject').where('stream', 'in', streams).execute();
  await sql.updateTable('file_of').where('stream', 'in', streams).set({ key: null }).execute();
}

/** Content that stands (recorded, refused, quarantined) goes before content that was turned away. */
async function known(db: Db, queries: RecordingQueries, ids: readonly string[]): Promise<KnownCommand[]> {
  const nothing = {
    ...{ headerHash: null, facts: null, version: null, replaces: null, mendedBy: null },
    ruling: null,
  };
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
      ruling: null,
    });
  return [...found.values()];
}

const recordedValues = ({ command, version }: Recorded): Tables['command'] =>
  commandValues(command, 'recorded', null, null, version);

const eventValues = (stream: string, events: readonly EventRow[]): Tables['event'][] =>
  events.map((event) => ({ stream, ...event }));

function commandValues(
  command: CommandRow,
  outcome: 'recorded' | 'refused',
  code: string | null,
  facts: string | null,
  version: number | null,
): Tables['command'] {
  const { headerHash, sentBy, receivedAt, legalAt, files: _, ...rest } = command;
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

const subjectValues = ({ subject, stream }: Recorded): Tables['subject'][] =>
  subject === undefined ? [] : [{ key: subject, stream: stream.id }];

const stickerValues = ({ sticker, stream }: Recorded): Tables['sticker'][] =>
  sticker === undefined ? [] : [{ number_key: sticker.key, turn: sticker.turn, stream: stream.id }];

const recordedNamings = ({ command }: Recorded) => namingValues(command, 1);

const namingValues = ({ stream, files }: CommandRow, recorded: number) =>
  files.map((file) => ({ stream, ...file, recorded }));

function streamValues({ numberKey, ...rest }: StreamEnd, at: string): Tables['stream'] {
  return { ...rest, number_key: numberKey, updated_at: at };
}

function wholeValues(whole: Whole): Tables['kept'] {
  const { headerHash, sentBy, receivedAt, ...rest } = whole;
  return { ...rest, header_hash: headerHash, sent_by: sentBy, received_at: receivedAt };
}
