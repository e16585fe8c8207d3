import type { CommandRow } from '../../src/app/local/database.ts';
import { newId } from '../../src/app/local/ids.ts';
import type { Reply, Transport } from '../../src/app/local/ports.ts';
import type { Store } from '../../src/endpoint/store/store.ts';
import type { Batch, BatchAnswer, Outcome } from '../../src/protocol/command.ts';
import type { FilesAsked } from '../../src/protocol/files.ts';
import { seededRandomness } from '../support/devicePorts.ts';
import { receiving } from '../support/hall.ts';
import type { RawFactory } from './faultyStore.ts';
import type { Place } from './place.ts';
import type { Plant, World } from './world.ts';

/** A fault planted in a seam of the product, and what the search must therefore find. */
export interface Planted {
  readonly name: string;
  readonly plant: Plant;
  readonly finds: RegExp;
  /** A seed that comes upon it. */
  readonly seed: number;
}

const turns = async (count: number): Promise<void> => {
  for (let left = count; left > 0; left -= 1) await new Promise((resolve) => setImmediate(resolve));
};

const idsIn = (body: string): string[] => (JSON.parse(body) as Batch).commands.map(({ id }) => id);

const answering = (ids: readonly string[], now: string, what: Omit<Outcome, 'id'>): Reply<BatchAnswer> => ({
  kind: 'answer',
  value: { now, outcomes: ids.map((id) => ({ id, ...what })) },
});

/** Another way of sending; everything else as it is. */
const sending =
  (
    send: (
      way: Transport,
      body: string,
      authorisation: string,
      place: Place,
      world: () => World,
    ) => Promise<Reply<BatchAnswer>>,
  ): NonNullable<Plant['device']> =>
  (way, place, world) => ({
    ...way,
    commands: (body, authorisation) => send(way, body, authorisation, place, world),
  });

/** Takes rows off a disk past the product. */
async function deleteRows(
  { store: { factory } }: Place,
  ids: readonly string[],
  tables: readonly string[] = ['commands'],
): Promise<void> {
  await new Promise<void>((resolve) => {
    const request = factory.open('jinban-desk');
    request.onsuccess = () => {
      const tx = request.result.transaction([...tables], 'readwrite');
      for (const table of tables) for (const id of ids) tx.objectStore(table).delete(id);
      tx.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

/** The answer goes out, and the commit follows. */
const acknowledgesFirst = (store: Store): Store => ({
  ...store,
  write: (work) =>
    new Promise((resolve, reject) => {
      const done = store.write(async (tx) => {
        const result = await work(tx);
        resolve(result);
        await turns(30);
        return result;
      });
      done.catch(reject);
    }),
});

/** Nothing is known of what came before. */
const forgets = (store: Store): Store => ({
  ...store,
  write: (work) => store.write((tx) => work({ ...tx, known: async () => [] })),
});

interface RawRecords {
  get(key: string): { key: string; value: unknown } | undefined;
  put(record: { key: string; value: unknown }): void;
}

/** The cursor of the feed is written in a transaction of its own: it stays when that of the page is undone. */
function cursorStays(tx: IDBTransaction, factory: RawFactory): () => void {
  const [database] = factory._databases.values();
  const meta = database?.rawObjectStores.get('meta')?.records as unknown as RawRecords | undefined;
  const written = tx.objectStoreNames.contains('cases') ? meta?.get('feed') : undefined;
  return () => {
    if (written) meta?.put(written);
  };
}

/** Silence is taken for failure, and the act is made again, as another one. */
async function makeAgain(world: World, place: Place, ids: readonly string[]): Promise<void> {
  const device = world.devices[place.index];
  const [window] = device?.alive ?? [];
  if (!device || !window) return;
  const streams = place.store
    .rows<CommandRow>('commands')
    .filter((row) => ids.includes(row.id) && row.after === null)
    .map((row) => row.stream);
  for (const stream of streams) {
    const watched = window.local.watchCase(stream);
    await turns(50);
    const parties = watched.view.value?.case.parties;
    watched.close();
    if (!parties) continue;
    await deleteRows(place, ids);
    world.acts += 1;
    const caseId = newId({ clock: { now: () => place.now() }, randomness: seededRandomness(world.acts) });
    await window.whileAlive(() =>
      window.local.submit({ caseId, acts: [receiving('permit', { parties }, device.office)] }),
    );
  }
}

/** Whoever may not send is turned away before anybody looks whether it was recorded long ago. */
function mayNotSend(world: World, place: Place, batch: Batch): boolean {
  const disabled = world.record.disabled();
  const people = world.devices[place.index]?.people ?? [];
  return world.record.isRevoked(batch.device) || people.some((one) => disabled.includes(one.id));
}

const ofTheDevice: readonly Planted[] = [
  {
    name: 'a device that takes silence for success',
    plant: {
      device: sending(async (way, body, authorisation, place) => {
        const reply = await way.commands(body, authorisation);
        if (reply.kind !== 'unreachable') return reply;
        const now = place.deps.time.instant();
        return answering(idsIn(body), now, { outcome: 'recorded', version: 1 });
      }),
    },
    finds: /is lost/,
    seed: 505,
  },
  {
    name: 'a device that deletes its copy before the endpoint has confirmed',
    plant: {
      device: sending(async (way, body, authorisation, place) => {
        await deleteRows(place, idsIn(body));
        return await way.commands(body, authorisation);
      }),
    },
    finds: /is lost/,
    seed: 501,
  },
  {
    name: 'a device that tries again under a new id',
    plant: {
      device: sending(async (way, body, authorisation, place, world) => {
        const reply = await way.commands(body, authorisation);
        if (reply.kind === 'unreachable') void makeAgain(world(), place, idsIn(body));
        return reply;
      }),
    },
    finds: /the receipt of .* is recorded as/,
    seed: 505,
  },
  {
    name: 'a cursor that is stored outside the transaction of its page',
    plant: { undone: cursorStays },
    finds: /is not shown|is listed as|is shown as/,
    seed: 519,
  },
];

const ofFiles: readonly Planted[] = [
  {
    name: 'a device that drops a photograph when its upload fails',
    plant: {
      device: (way, place) => ({
        ...way,
        upload: async (file) => {
          const reply = await way.upload(file);
          if (reply.kind !== 'answer') await deleteRows(place, [file.hash], ['files', 'fileBytes']);
          return reply;
        },
      }),
    },
    finds: /page .* is lost/,
    seed: 501,
  },
  {
    name: 'an endpoint that says it has a photograph before it has it whole',
    plant: {
      device: (way) => ({
        ...way,
        filesHeld: async (body, authorisation) => {
          const reply = await way.filesHeld(body, authorisation);
          if (reply.kind !== 'answer') return reply;
          return { ...reply, value: { ...reply.value, held: (JSON.parse(body) as FilesAsked).hashes } };
        },
      }),
    },
    finds: /page .* is lost/,
    seed: 501,
  },
  {
    name: 'an endpoint that forgets to look at what has come',
    plant: {
      endpoint: (store) => ({ ...store, read: { ...store.read, unchecked: async () => [] } }),
    },
    finds: /page .* was looked at: not yet/,
    seed: 501,
  },
];

const ofTheEndpoint: readonly Planted[] = [
  {
    name: 'an endpoint that acknowledges before it commits',
    plant: { endpoint: acknowledgesFirst },
    finds: /was called recorded, and the district does not know it/,
    seed: 501,
  },
  {
    name: 'an endpoint that asks for permission before it looks whether a command is known',
    plant: {
      device: sending(async (way, body, authorisation, place, world) => {
        const reply = await way.commands(body, authorisation);
        const batch = JSON.parse(body) as Batch;
        if (reply.kind !== 'answer' || !mayNotSend(world(), place, batch)) return reply;
        const no = { outcome: 'refused', code: 'quarantine.setAside', facts: {} } as const;
        return answering(idsIn(body), reply.value.now, no);
      }),
    },
    finds: /is recorded, and shown as refused/,
    seed: 511,
  },
  {
    name: 'an endpoint that does not know what it has recorded',
    plant: { endpoint: forgets },
    finds: /still waits/,
    seed: 503,
  },
  {
    name: 'an endpoint that refuses what comes before its time instead of letting it wait',
    plant: {
      device: sending(async (way, body, authorisation) => {
        const reply = await way.commands(body, authorisation);
        if (reply.kind !== 'answer') return reply;
        const outcomes = reply.value.outcomes.map((one): Outcome => {
          if (one.code !== 'after.unknown') return one;
          return { id: one.id, outcome: 'refused', code: 'case.unknown', facts: {} };
        });
        return { ...reply, value: { ...reply.value, outcomes } };
      }),
    },
    finds: /was refused with case.unknown/,
    seed: 520,
  },
  {
    name: 'a feed that skips a row',
    plant: {
      device: (way, place) => ({
        ...way,
        feed: async (scope, after) => {
          const reply = await way.feed(scope, after);
          if (place.index !== 1 || reply.kind !== 'answer' || reply.value.rows.length < 2) return reply;
          return { ...reply, value: { ...reply.value, rows: reply.value.rows.slice(1) } };
        },
      }),
    },
    finds: /is not shown|is listed as|is shown as/,
    seed: 501,
  },
];

export const PLANTS: readonly Planted[] = [...ofTheDevice, ...ofFiles, ...ofTheEndpoint];
