import type { CatalogueStore } from './catalogueStore.ts';
import type { Core } from './core.ts';
import type { DraftShelf } from './drafts.ts';
import type { Applied, Feed } from './feed.ts';
import { scopeOf } from './feed.ts';
import type { TabNews } from './ports.ts';
import type { Sender, Wake } from './sender.ts';
import type { Membership } from './session.ts';
import type { SlipShelf } from './slips.ts';
import type { Tasks } from './tasks.ts';

const POLL_MS = 60_000;
/** A catalogue changes a few times a month, but a suspended item must be seen the same day. */
const CATALOGUE_EVERY = 5;
/** Never a tighter loop than this, whatever the rows say. */
const SHORTEST_WAIT_MS = 250;

export interface Parts {
  readonly core: Core;
  readonly membership: Membership;
  readonly catalogue: CatalogueStore;
  readonly drafts: DraftShelf;
  readonly slips: SlipShelf;
  readonly feed: Feed;
  readonly sender: Sender;
  readonly tasks: Tasks;
}

/** Decides when to send, to read and to look again; everything that happens by itself on a device starts here. */
export interface Conductor {
  start(): void;
  stop(): void;
  send(why: Wake): void;
  readFeed(): void;
  /** Whoever signs in may read now, and something else than the one before. */
  membersChanged(): Promise<void>;
}

const STRENGTH: readonly Wake[] = ['time', 'command', 'reconnect', 'person'];
const stronger = (a: Wake, b: Wake): Wake => (STRENGTH.indexOf(a) > STRENGTH.indexOf(b) ? a : b);

export function createConductor(parts: Parts): Conductor {
  const { core, membership, catalogue, slips, feed, sender, tasks } = parts;
  const { ports, line, outbox, recorded } = core;
  let cancelWake: (() => void) | null = null;
  let cancelPoll: (() => void) | null = null;
  let live: { readonly scope: string; readonly close: () => void } | null = null;
  let wasOnline = ports.surroundings.online();
  let polls = 0;
  const unlisten: (() => void)[] = [];

  const arrangeWake = (): void => {
    cancelWake?.();
    const due = membership.device.value ? sender.due() : null;
    const wait = due === null ? null : Math.max(SHORTEST_WAIT_MS, due - ports.clock.now());
    cancelWake = wait === null ? null : ports.timer.after(wait, () => sending.run('time'));
  };

  const applied = async (change: Applied): Promise<void> => {
    if (change.reset) await recorded.load();
    if (change.cases) await recorded.refresh(change.gone);
    if (change.commands) await outbox.load();
    if (change.reset) ports.tabs.tell({ about: 'session' });
    if (change.cases) ports.tabs.tell({ about: 'cases', gone: change.gone });
    if (change.commands) ports.tabs.tell({ about: 'commands' });
  };

  const batchDone = async (recordedAny: boolean): Promise<void> => {
    if (slips.kept.value.some((one) => one.end === null)) await slips.load();
    ports.tabs.tell({ about: 'commands' });
    ports.tabs.tell({ about: 'slips' });
    if (recordedAny) reading.run(null);
  };

  const sending = tasks.task<Wake>(async (why) => {
    await sender.drain(why, batchDone);
    arrangeWake();
  }, stronger);
  const reading = tasks.task<null>(
    () => feed.catchUp(applied),
    () => null,
  );
  const refreshing = tasks.task<null>(
    async () => {
      if (await catalogue.refresh()) ports.tabs.tell({ about: 'catalogue' });
    },
    () => null,
  );
  const checking = tasks.task<null>(
    async () => {
      await membership.check();
      arrangeLive();
    },
    () => null,
  );

  /** The line that says that there is more: open while somebody may read and looks. */
  const arrangeLive = (): void => {
    const person = membership.signedIn.value;
    const device = membership.device.value;
    const wanted = person && device && !membership.ended.value && ports.surroundings.visible();
    const scope = wanted ? scopeOf(person, device) : null;
    if (live?.scope === scope) return;
    live?.close();
    live = scope === null ? null : { scope, close: ports.transport.live(scope, () => reading.run(null)) };
  };

  const poll = (): void => {
    cancelPoll = ports.timer.after(POLL_MS, () => {
      polls += 1;
      if (ports.surroundings.visible()) {
        reading.run(null);
        if (polls % CATALOGUE_EVERY === 0) refreshing.run(null);
      }
      poll();
    });
  };

  const reconnected = (): void => {
    checking.run(null);
    sending.run('reconnect');
    reading.run(null);
    refreshing.run(null);
  };

  const surroundingsChanged = (): void => {
    const online = ports.surroundings.online();
    if (!online) line.lost();
    if (online && !wasOnline) reconnected();
    else if (ports.surroundings.visible()) {
      sending.run('time');
      reading.run(null);
    }
    wasOnline = online;
    arrangeLive();
  };

  const hearing = tasks.task<TabNews[]>(
    async (news) => {
      for (const one of news) await hear(parts, one);
      arrangeLive();
      arrangeWake();
      if (news.some((one) => one.about === 'commands')) sending.run('time');
    },
    (a, b) => [...a, ...b],
  );

  return {
    start() {
      unlisten.push(ports.tabs.listen((news) => hearing.run([news])));
      unlisten.push(ports.surroundings.onChange(surroundingsChanged));
      poll();
      arrangeLive();
      reconnected();
    },
    stop() {
      tasks.stop();
      for (const end of unlisten) end();
      cancelWake?.();
      cancelPoll?.();
      live?.close();
    },
    send: (why) => sending.run(why),
    readFeed: () => reading.run(null),
    async membersChanged() {
      await parts.drafts.load(membership.signedIn.value?.id ?? null);
      ports.tabs.tell({ about: 'session' });
      arrangeLive();
      sending.run('command');
      reading.run(null);
    },
  };
}

/** Takes in what another tab has changed. */
async function hear(parts: Parts, news: TabNews): Promise<void> {
  const { core, membership, catalogue, drafts, slips } = parts;
  switch (news.about) {
    case 'commands':
      return await core.outbox.load();
    case 'cases':
      return await core.recorded.refresh(news.gone ?? []);
    case 'catalogue':
      return await catalogue.load();
    case 'slips':
      return await slips.load();
    case 'drafts':
      return await drafts.load(membership.signedIn.value?.id ?? null);
    case 'session':
      await membership.load();
      await core.recorded.load();
      return await drafts.load(membership.signedIn.value?.id ?? null);
  }
}
