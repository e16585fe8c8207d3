/** The recording path without HTTP: a recorder over a store in a real file, with people and devices made directly. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import type { OfficeId, Role } from '../../src/domain/office.ts';
import { type Catalogue, rulesOf } from '../../src/domain/rules.ts';
import type { Instant } from '../../src/domain/time.ts';
import { slotOf } from '../../src/endpoint/access/devices.ts';
import { type DocumentKeys, openDocumentKeys } from '../../src/endpoint/documents/documentKeys.ts';
import { createOpener, keysIn, type Opener } from '../../src/endpoint/opening/opener.ts';
import { openSealingKeys, type SealingKeys } from '../../src/endpoint/opening/sealingKeys.ts';
import { createHeard } from '../../src/endpoint/recording/heard.ts';
import { createRecorder, type Recorder, type RecorderDeps } from '../../src/endpoint/recording/recorder.ts';
import { openSqlite } from '../../src/endpoint/store/sqlite.ts';
import type { Store } from '../../src/endpoint/store/store.ts';
import type { Outcome } from '../../src/protocol/command.ts';
import { makeKey, signedBatch, type TestHand } from './signing.ts';

export const temporaryFile = (): string =>
  join(mkdtempSync(join(tmpdir(), 'jinban-store-')), 'jinban.sqlite');

export interface RecordingBench {
  readonly store: Store;
  readonly recorder: Recorder;
  readonly sealing: SealingKeys;
  readonly documents: DocumentKeys;
  readonly opener: Opener;
  readonly deps: RecorderDeps;
  readonly failures: unknown[];
  /** The catalogue in force; may be replaced in the middle of a test. */
  catalogue: Catalogue;
  /** The endpoint's clock. */
  time: Instant;
  hand(office: OfficeId, roles: Role[], from?: Instant): Promise<TestHand>;
  /** As a batch that the hand's device sends. */
  send(
    hand: Pick<TestHand, 'device' | 'deviceKey' | 'made'>,
    commands: readonly unknown[],
  ): Promise<Outcome[]>;
}

/** @param wrap puts something between the recorder and the store: a fault, a counter */
export async function openRecording(
  wrap: (store: Store) => Store = (store) => store,
  file: string = temporaryFile(),
): Promise<RecordingBench> {
  const store = await openSqlite(file);
  const failures: unknown[] = [];
  const earlier = new Map<number, Catalogue>();
  const bench = { catalogue: seedCatalogue, time: '2026-11-23T03:00:00.000Z' };
  const documents = await openDocumentKeys(store, {
    newId: v7,
    randomBytes: (count) => randomBytes(count),
    now: () => bench.time,
  });
  const deps: RecorderDeps = {
    store: wrap(store),
    heard: createHeard(),
    documents,
    rules: () => {
      earlier.set(bench.catalogue.version, bench.catalogue);
      return rulesOf(bench.catalogue);
    },
    rulesSeen: async (version) => rulesOf(earlier.get(version) ?? bench.catalogue),
    randomBytes: (count) => randomBytes(count),
    now: () => bench.time,
    onFailure: (error) => failures.push(error),
    onGroup: () => {},
    announce: () => {},
    filesNamed: () => {},
  };
  const recorder = createRecorder(deps);
  const sealing = await openSealingKeys(store, { newId: v7, randomBytes: deps.randomBytes, now: deps.now });
  const opener = createOpener(sealing, keysIn(store.read));
  return Object.assign(bench, {
    ...{ store, recorder, sealing, documents, opener, deps, failures },
    hand: (office: OfficeId, roles: Role[], from?: Instant) =>
      makeHand(store, sealing, office, roles, from ?? bench.time),
    send: async (
      hand: Pick<TestHand, 'device' | 'deviceKey' | 'made'>,
      commands: readonly unknown[],
    ): Promise<Outcome[]> => {
      const { body, authorization } = await signedBatch(hand, commands, bench.time);
      const raw = { body: new TextEncoder().encode(body), encoding: undefined, authorization };
      const { arrived, ...batch } = await opener.open(raw);
      return recorder.submit({ ...batch, commands: arrived, arrival: bench.time });
    },
  });
}

async function makeHand(
  store: Store,
  sealing: SealingKeys,
  office: OfficeId,
  roles: Role[],
  from: Instant,
): Promise<TestHand> {
  const [person, device, deviceKey, personKey] = [v7(), v7(), await makeKey(), await makeKey()];
  const slot = await store.write(async (tx) => {
    const username = `t${person.slice(-12)}`;
    await tx.addPerson({ id: person, username, name: '测试人员', password: '', disabledAt: null }, from);
    await tx.addPost({ person, office, roles, from, to: null });
    const given = slotOf(await tx.nextSlot());
    await tx.addDevice({
      ...{ id: device, name: '测试窗口', office, slot: given, deviceKey: deviceKey.publicKey },
      ...{ enrolledBy: person, enrolledAt: from, revokedAt: null },
    });
    await tx.contacts([{ device, made: 0, at: from }]);
    await tx.addPersonKey({ keyId: personKey.keyId, person, device, publicKey: personKey.publicKey }, from);
    return given;
  });
  return { device, deviceKey, slot, office, person, personKey, sealing: sealing.current(), made: 0 };
}
