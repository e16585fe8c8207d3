import { computed, type ReadonlySignal } from '@preact/signals-core';
import { mayRead } from '../../domain/reading.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Actor } from './author.ts';
import { createCatalogueStore } from './catalogueStore.ts';
import { Conductor, type Parts } from './conductor.ts';
import type { Core } from './core.ts';
import { type Database, databaseAt } from './database.ts';
import { createDraftShelf } from './drafts.ts';
import { entriesOf } from './entries.ts';
import { createFeed } from './feed.ts';
import { createLine, refusalOf } from './line.ts';
import { createOutbox } from './outbox.ts';
import type { Ports } from './ports.ts';
import { createRecorded } from './recorded.ts';
import { draftFromRefused, resend, setAside } from './refused.ts';
import { Sender } from './sender.ts';
import { Membership } from './session.ts';
import { createSlipShelf, issueSlip, resendSlip, slipViews } from './slips.ts';
import { createStoreWatch, type StoreWatch } from './storeWatch.ts';
import { submit } from './submit.ts';
import { createTasks } from './tasks.ts';
import type { CaseView, LineStatus, Local, OutboxEntry, SavedSlip } from './types.ts';
import { sortedRecorded, viewOf } from './view.ts';

type Acts = { [K in keyof Local as Local[K] extends (...args: never[]) => unknown ? K : never]: Local[K] };

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
 * Opens what this device keeps and starts sending and reading.
 * @throws when the store cannot be opened at all: without it there is nothing to work on
 */
export async function openLocal(ports: Ports): Promise<OpenLocal> {
  const db = databaseAt(ports.store);
  await db.open();
  const store = createStoreWatch();
  const parts = partsOf(ports, db, store);
  const { core, membership, catalogue, drafts, slips } = parts;
  await Promise.all([
    core.line.load(),
    membership.load(),
    catalogue.load(),
    core.recorded.load(),
    slips.load(),
  ]);
  await core.outbox.load();
  await drafts.load(membership.signedIn.value?.id ?? null);
  const conductor = new Conductor(parts);
  conductor.start();
  return { ...signalsOf(parts), ...actsOf(parts, conductor), ...endsOf(parts, conductor) };
}

function partsOf(ports: Ports, db: Database, store: StoreWatch): Parts {
  const line = createLine(ports, db, store);
  const membership = new Membership({ db, ports, store, line });
  const catalogue = createCatalogueStore(db, ports.transport, line, store);
  const outbox = createOutbox(db, ports.vault, store);
  const recorded = createRecorded(db, ports.vault, store);
  const actor = (): Result<Actor> => {
    const [person, device] = [membership.signedIn.value, membership.device.value];
    const rules = catalogue.held.value?.rules;
    if (!person) return refuse('session.required');
    if (!device) return refuse('device.unknown');
    if (!rules) return refuse('catalogue.missing');
    const roles = person.posts.filter((post) => post.office === device.office).flatMap((post) => post.roles);
    return ok({ person, device, office: device.office, roles, rules });
  };
  const core: Core = { ports, db, store, line, outbox, recorded, actor };
  const slips = createSlipShelf(core);
  const feed = createFeed(core, membership);
  const sender = new Sender(core, membership);
  return {
    core,
    membership,
    catalogue,
    drafts: createDraftShelf(core),
    slips,
    feed,
    sender,
    tasks: createTasks(),
  };
}

function signalsOf({ core, membership, catalogue, drafts, slips, sender }: Parts) {
  const { line, outbox, recorded, store, ports } = core;
  const sorted = computed(() => sortedRecorded(recorded.cases.value));
  const rules = computed(() => catalogue.held.value?.rules ?? null);
  const view = computed(() =>
    viewOf(sorted.value, recorded.cases.value, outbox.commands.value, rules.value, sender.inFlight.value),
  );
  const nobody: readonly CaseView[] = [];
  const entries: ReadonlySignal<readonly OutboxEntry[]> = computed(() =>
    entriesOf(outbox.commands.value, view.value.judgements, sender.lineDue.value, line.clockOffsetMs.value),
  );
  const status = computed((): LineStatus => {
    const refused = entries.value.filter(
      (one) => one.state === 'refused' || one.state === 'quarantined',
    ).length;
    const dues = entries.value
      .flatMap((one) => (one.state === 'waiting' ? (one.nextAttempt ?? []) : []))
      .sort();
    return {
      online: line.reachable.value ?? ports.surroundings.online(),
      sending: sender.sending.value,
      waiting: entries.value.length - refused,
      refused,
      lastContact: line.lastContact.value,
      nextAttempt: dues[0] ?? null,
      sessionEnded: membership.ended.value,
      storeProblem: store.problem.value,
      clockOffsetMs: line.clockOffsetMs.value,
    };
  });
  return {
    status,
    signedIn: membership.signedIn,
    device: membership.device,
    catalogue: catalogue.held,
    // Signing in on a hall's computer gives no right to that hall's cases, and nobody reads while nobody is signed in.
    cases: computed(() => {
      const person = membership.signedIn.value;
      const device = membership.device.value;
      return person && device && mayRead(person.posts, device.office) ? view.value.cases : nobody;
    }),
    outbox: entries,
    drafts: drafts.drafts,
    slips: computed(() => slipViews(slips.kept.value, outbox.commands.value, sender.inFlight.value)),
  };
}

function actsOf({ core, membership, drafts, slips }: Parts, conductor: Conductor): Acts {
  const { ports, line } = core;
  /** What a person has saved is told to the other tabs and sent. */
  const passOn = <T>(result: Result<T>): Result<T> => {
    if (!result.ok) return result;
    ports.tabs.tell({ about: 'commands' });
    conductor.send('command');
    return result;
  };
  const slipSaved = async (result: Result<SavedSlip>): Promise<Result<SavedSlip>> => {
    await slips.load();
    ports.tabs.tell({ about: 'slips' });
    return passOn(result);
  };
  return {
    async signIn(username, password) {
      const result = await membership.signIn(username, password);
      if (result.ok) await conductor.membersChanged();
      return result;
    },
    async signOut() {
      await membership.signOut();
      await conductor.membersChanged();
    },
    async enrol(name, office) {
      const result = await membership.enrol(name, office);
      if (result.ok) await conductor.membersChanged();
      return result;
    },
    async submit(intake) {
      if (intake.draftId === undefined) return passOn(await submit(core, intake));
      const takeBack = await drafts.spend({ id: intake.draftId, replaces: intake.replaces });
      let result: Awaited<ReturnType<typeof submit>> | undefined;
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
      return await slipSaved(await issueSlip(core, slip));
    },
    async resendSlip(commandId) {
      return await slipSaved(await resendSlip(core, commandId));
    },
    setAside: async (commandId, reason) => passOn(await setAside(core, commandId, reason)),
    draftFromRefused: async (commandId) => draftFromRefused(core, commandId),
    resend: async (commandId) => passOn(await resend(core, commandId)),
    async saveDraft(draft) {
      const person = membership.signedIn.value;
      if (!person) return;
      await drafts.keep(draft, person.id);
      ports.tabs.tell({ about: 'drafts' });
    },
    async removeDraft(id) {
      await drafts.remove(id);
      ports.tabs.tell({ about: 'drafts' });
    },
    sendNow: () => conductor.send('person'),
    now: () => line.now(),
    async history(caseId) {
      const reply = await line.ask(() => ports.transport.history(caseId));
      membership.heard(reply);
      return reply.kind === 'answer' ? ok(reply.value) : refusalOf(reply);
    },
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
