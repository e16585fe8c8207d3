import { computed, type ReadonlySignal } from '@preact/signals-core';
import { rolesHeld } from '../../domain/office.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { DEFAULT_POLICY } from '../../protocol/resources.ts';
import { acts, prepareActs } from './acts.ts';
import { askAsMember } from './asking.ts';
import type { Actor } from './author.ts';
import { Mirror } from './carry/mirror.ts';
import { keepingOf } from './caseDrafts.ts';
import { type CatalogueStore, createCatalogueStore } from './catalogueStore.ts';
import { Conductor, type Parts } from './conductor.ts';
import { Contact } from './contact.ts';
import type { Core } from './core.ts';
import { CounterBook } from './counters.ts';
import { type Database, databaseAt } from './database.ts';
import { createDraftShelf } from './drafts.ts';
import { entriesOf } from './entries.ts';
import { createFeed } from './feed.ts';
import { filesOfCases } from './files/files.ts';
import { FileShelf } from './files/shelf.ts';
import type { FilesOfCases } from './files/types.ts';
import { Uploader } from './files/uploader.ts';
import { GivenUpNote } from './givenUp.ts';
import { createLine, type Line, refusalOf } from './line.ts';
import { Lock } from './lock/lock.ts';
import { vaultBehind } from './lock/locked.ts';
import { Outbox } from './outbox.ts';
import type { Ports } from './ports.ts';
import { NO_VIEW } from './progress.ts';
import { readMarksOf } from './readMarks.ts';
import { Recorded } from './recorded.ts';
import { Sender } from './sender.ts';
import { Membership } from './session.ts';
import { createSlipShelf, slipViews } from './slips.ts';
import { statusOf } from './status.ts';
import { StorageWatch } from './storageWatch.ts';
import { createStoreWatch, type StoreWatch } from './storeWatch.ts';
import { createTasks } from './tasks.ts';
import type { Local, OutboxEntry, Saved, SavedSlip } from './types.ts';
import { Viewing } from './viewing.ts';
import { watchesOf } from './watches.ts';

type Acts = Omit<
  { [K in keyof Local as Local[K] extends (...args: never[]) => unknown ? K : never]: Local[K] },
  'watchCase' | 'reveal' | 'papers' | 'markSeen' | keyof FilesOfCases
>;

/** A device at work, with what its owner (the page, or a test) needs to end it. */
export interface OpenLocal extends Local {
  /** How many pieces of work go on by themselves: sending, reading, taking in. */
  busy(): number;
  /** Resolves when none does. */
  idle(): Promise<void>;
  /** Ends everything that happens by itself and closes the store. Nothing saved is lost. */
  close(): Promise<void>;
}

/**
 * Opens what this device keeps and starts sending. Reading begins when somebody unlocks.
 * @throws when the store cannot be opened at all: without it there is nothing to work on
 */
export async function openLocal(ports: Ports): Promise<OpenLocal> {
  const db = databaseAt(ports.store);
  await db.open();
  const store = createStoreWatch(() => ports.surroundings.makeRoom());
  const parts = partsOf(ports, db, store);
  const { core, membership, catalogue } = parts;
  await Promise.all([
    ...[core.line.load(), membership.load(), catalogue.load()],
    ...[core.outbox.load(), core.givenUp.load(), core.files.load()],
  ]);
  const conductor = new Conductor(parts);
  conductor.start();
  return {
    ...signalsOf(parts, conductor),
    ...actsOf(parts, conductor),
    ...filesOfCases(core, membership, parts.uploader),
    ...readMarksOf(core),
    mirror: parts.mirror,
    ...endsOf(parts, conductor),
  };
}

function partsOf(ports: Ports, db: Database, store: StoreWatch): Parts {
  const line = createLine(ports, db, store);
  const lock = new Lock(ports);
  const membership = new Membership({ db, ports, store, line }, lock);
  const catalogue = createCatalogueStore(db, ports.transport, line, store);
  const vault = vaultBehind(() => lock.open.value?.vault ?? null);
  const core: Core = {
    ...{ ports, db, store, line, lock, vault, deviceKeys: ports.deviceKeys },
    draftVault: vaultBehind(() => lock.open.value?.drafts ?? null),
    counters: new CounterBook(db),
    outbox: new Outbox(db, vault, store),
    givenUp: new GivenUpNote(db),
    recorded: new Recorded(db, vault, store),
    files: new FileShelf({ db, store, ports }),
    storage: new StorageWatch(ports.surroundings),
    asMember: (call) => askAsMember(line, membership, call),
    sealing: () => membership.sealing.value,
    policy: () => membership.device.value?.policy ?? DEFAULT_POLICY,
    actor: () => actorOf(lock, membership, catalogue, line),
  };
  return {
    ...{ core, membership, lock, catalogue },
    drafts: createDraftShelf(core),
    slips: createSlipShelf(core),
    feed: createFeed(core, membership),
    sender: new Sender(core, () => membership.device.value?.id),
    uploader: new Uploader(core, () => membership.device.value?.id),
    tasks: createTasks(),
    mirror: new Mirror(core),
    viewing: new Viewing(),
    contact: (effects) => new Contact(core, membership, lock, effects),
  };
}

function actorOf(lock: Lock, membership: Membership, catalogue: CatalogueStore, line: Line): Result<Actor> {
  const [keys, device] = [lock.open.value, membership.device.value];
  const rules = catalogue.held.value?.rules;
  if (!keys) return refuse('lock.locked');
  if (!device) return refuse('device.unknown');
  if (!rules) return refuse('catalogue.missing');
  const [{ person, signing }, { office }] = [keys, device];
  return ok({ person, device, office, roles: rolesHeld(person.posts, office, line.now()), rules, signing });
}

function signalsOf(parts: Parts, conductor: Conductor) {
  const { core, membership, catalogue, drafts, slips, sender, viewing } = parts;
  const { line, outbox, recorded } = core;
  const rules = computed(() => catalogue.held.value?.rules ?? null);
  const view = computed(
    () =>
      viewing.viewOf.value?.(
        recorded.list.value,
        recorded.opened.value,
        outbox.commands.value,
        rules.value,
        sender.inFlight.value,
      ) ?? NO_VIEW,
  );
  const entries: ReadonlySignal<readonly OutboxEntry[]> = computed(() =>
    entriesOf(outbox.rows.value, outbox.commands.value, view.value.judgements, {
      ...{ lineDue: sender.lineDue.value, clockOffsetMs: line.clockOffsetMs.value },
    }),
  );
  return {
    status: computed(() => statusOf(parts, conductor)),
    access: membership.access,
    signedIn: membership.signedIn,
    secretsAllowed: membership.secretsAllowed,
    device: membership.device,
    catalogue: catalogue.held,
    cases: computed(() => view.value.cases),
    searchable: recorded.complete,
    outbox: entries,
    drafts: drafts.drafts,
    caseDrafts: drafts.caseDrafts,
    slips: computed(() => slipViews(slips.kept.value, outbox.commands.value, sender.inFlight.value)),
    ...watchesOf(core, view, () => {
      core.ports.tabs.tell({ about: 'commands' });
      conductor.send('command');
    }),
  };
}

function actsOf(parts: Parts, conductor: Conductor): Acts {
  const { core, membership, drafts, slips } = parts;
  const { ports } = core;
  /** What a person has saved is told to the other tabs and sent. */
  const passOn = <T>(result: Result<T>): Result<T> => {
    if (!result.ok) return result;
    ports.tabs.tell({ about: 'commands' });
    conductor.send('command');
    prepareActs(core).catch(() => undefined);
    return result;
  };
  const slipSaved = async (result: Result<SavedSlip>): Promise<Result<SavedSlip>> => {
    await slips.load();
    ports.tabs.tell({ about: 'slips' });
    return passOn(result);
  };
  return {
    ...doorOf(core, membership, conductor),
    async handOver(ids, to) {
      const handed = drafts.drafts.value.filter((one) => ids.includes(one.id));
      const taken = await Promise.all(handed.map((one) => drafts.spend(one)));
      const result = await (await acts()).handOver(core, handed, to);
      if (result.ok) for (const one of handed) drafts.forget(one.id);
      // Handed over or not: under their new owner, or here again, they may be changed.
      for (const takeBack of taken) takeBack();
      if (result.ok) ports.tabs.tell({ about: 'drafts' });
      return passOn(result);
    },
    async submit(intake) {
      const { submit } = await acts();
      if (intake.draftId === undefined) return passOn(await submit(core, intake));
      const takeBack = await drafts.spend({ id: intake.draftId, replaces: intake.replaces });
      let result: Result<Saved> | undefined;
      try {
        result = await submit(core, intake);
      } finally {
        if (!result?.ok) takeBack(); // Also when it threw: the draft stands, and its next change is kept.
      }
      if (result.ok) drafts.forget(intake.draftId);
      if (result.ok) ports.tabs.tell({ about: 'drafts' });
      return passOn(result);
    },
    async issueSlip(slip) {
      return await slipSaved(await (await acts()).issueSlip(core, slip));
    },
    async resendSlip(commandId) {
      return await slipSaved(await (await acts()).resendSlip(core, commandId));
    },
    claim: async (shown, purpose) => passOn(await (await acts()).claim(core, shown, purpose)),
    setAside: async (commandId, reason) => passOn(await (await acts()).setAside(core, commandId, reason)),
    draftFromRefused: async (commandId) => (await acts()).draftFromRefused(core, commandId),
    refusedAct: async (commandId) => (await acts()).refusedAct(core, commandId),
    resend: async (commandId) => passOn(await (await acts()).resend(core, commandId)),
    exportOutbox: async () => await (await acts()).exportOutbox(core),
    importPackage: async (chosen) => passOn(await (await acts()).importPackage(core, chosen)),
    ...keepingOf(parts),
    ...lineOf(core, conductor),
  };
}

/** The line to the district. */
function lineOf(
  { line, ports, asMember }: Core,
  conductor: Conductor,
): Pick<Local, 'sendNow' | 'now' | 'history'> {
  return {
    sendNow: () => conductor.send('person'),
    now: () => line.now(),
    async history(caseId) {
      const reply = await asMember(() => ports.transport.history(caseId));
      return reply.kind === 'answer' ? ok(reply.value) : refusalOf(reply);
    },
  };
}

type Door = Pick<Local, 'signIn' | 'signOut' | 'enrol' | 'setSecret' | 'unlock' | 'lock' | 'touched'>;

/** Coming and going. */
function doorOf({ store, givenUp }: Core, membership: Membership, conductor: Conductor): Door {
  return {
    async signIn(username, password) {
      const result = await membership.signIn(username, password);
      if (result.ok) {
        conductor.door.membersChanged();
        conductor.begin();
      }
      return result;
    },
    async signOut() {
      conductor.door.lockAll();
      await membership.signOut();
    },
    async enrol(code, sure) {
      const result = await membership.enrol(code, sure);
      if (!result.ok) return result;
      await store.guard(() => givenUp.erase());
      conductor.begin();
      return result;
    },
    async setSecret(secret) {
      const result = await membership.setSecret(secret);
      if (!result.ok) return result;
      await store.guard(() => givenUp.erase());
      await conductor.door.unlockedHere();
      return result;
    },
    async unlock(person, secret) {
      conductor.door.lockAll();
      const result = await membership.unlock(person, secret);
      if (result.ok) await conductor.door.unlockedHere();
      return result;
    },
    lock: () => conductor.door.lockAll(),
    touched: () => conductor.door.touched(),
  };
}

function endsOf({ core, tasks }: Parts, conductor: Conductor): Pick<OpenLocal, 'busy' | 'idle' | 'close'> {
  return {
    busy: () => tasks.busy(),
    idle: () => tasks.idle(),
    async close() {
      conductor.stop();
      await tasks.idle();
      core.db.close();
    },
  };
}
