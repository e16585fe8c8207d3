import { WAKES, type Wake } from './backoff.ts';
import type { CatalogueStore } from './catalogueStore.ts';
import type { Core } from './core.ts';
import type { DraftShelf } from './drafts.ts';
import { type Applied, type Feed, scopeOf } from './feed.ts';
import type { TabNews } from './ports.ts';
import type { Sender } from './sender.ts';
import type { Membership } from './session.ts';
import type { SlipShelf } from './slips.ts';
import type { Task, Tasks } from './tasks.ts';

const POLL_MS = 60_000;
/** A catalogue changes a few times a month, but a suspended item must be seen the same day. */
const POLLS_PER_CATALOGUE = 5;
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

const stronger = (a: Wake, b: Wake): Wake => (WAKES.indexOf(a) > WAKES.indexOf(b) ? a : b);

/** Decides when to send, to read and to look again; everything that happens by itself on a device starts here. */
export class Conductor {
  readonly #parts: Parts;
  readonly #sending: Task<Wake>;
  readonly #reading: Task<void>;
  readonly #refreshing: Task<void>;
  readonly #checking: Task<void>;
  readonly #hearing: Task<readonly TabNews[]>;
  /** What ends with the page: listeners and timers by name. */
  readonly #ends = new Map<string, () => void>();
  #live: { readonly scope: string; readonly close: () => void } | null = null;
  #wasOnline: boolean;
  #polls = 0;

  constructor(parts: Parts) {
    const { core, membership, catalogue, feed, sender, tasks } = parts;
    this.#parts = parts;
    this.#wasOnline = core.ports.surroundings.online();
    const guarded =
      <W>(work: (why: W) => Promise<unknown>) =>
      async (why: W): Promise<void> => {
        await core.store.guard(() => work(why));
      };
    this.#sending = tasks.task(
      guarded(async (why: Wake) => {
        await sender.drain(why, (recorded) => this.#batchDone(recorded));
        this.#arrangeWake();
      }),
      stronger,
    );
    const readOn = guarded<void>(() => feed.catchUp((change) => this.#applied(change)));
    this.#reading = tasks.task(readOn, nothing);
    const refresh = guarded<void>(async () => {
      if (await catalogue.refresh()) core.ports.tabs.tell({ about: 'catalogue' });
    });
    this.#refreshing = tasks.task(refresh, nothing);
    const check = guarded<void>(async () => {
      await membership.check();
      this.#arrangeLive();
    });
    this.#checking = tasks.task(check, nothing);
    const hear = guarded((news: readonly TabNews[]) => this.#hear(news));
    this.#hearing = tasks.task(hear, (a, b) => [...a, ...b]);
  }

  start(): void {
    const { tabs, surroundings } = this.#parts.core.ports;
    this.#ends.set(
      'tabs',
      tabs.listen((news) => this.#hearing.run([news])),
    );
    this.#ends.set(
      'surroundings',
      surroundings.onChange(() => this.#surroundingsChanged()),
    );
    this.#poll();
    this.#arrangeLive();
    this.#reconnected();
  }

  stop(): void {
    this.#parts.tasks.stop();
    for (const end of this.#ends.values()) end();
    this.#live?.close();
  }

  send(why: Wake): void {
    this.#sending.run(why);
  }

  /** Whoever signs in may read now, and something else than the one before. */
  async membersChanged(): Promise<void> {
    const { drafts, membership, core } = this.#parts;
    await drafts.load(membership.signedIn.value?.id ?? null);
    core.ports.tabs.tell({ about: 'session' });
    this.#arrangeLive();
    this.#sending.run('command');
    this.#reading.run();
  }

  #arrangeWake(): void {
    const { core, membership, sender } = this.#parts;
    this.#ends.get('wake')?.();
    const due = membership.device.value ? sender.due() : null;
    if (due === null) return;
    const wait = Math.max(SHORTEST_WAIT_MS, due - core.ports.clock.now());
    this.#ends.set(
      'wake',
      core.ports.timer.after(wait, () => this.#sending.run('time')),
    );
  }

  async #batchDone(recorded: boolean): Promise<void> {
    const { core, slips } = this.#parts;
    if (slips.kept.value.some((one) => one.end === null)) await slips.load();
    core.ports.tabs.tell({ about: 'commands' });
    core.ports.tabs.tell({ about: 'slips' });
    if (recorded) this.#reading.run();
  }

  async #applied(change: Applied): Promise<void> {
    const { recorded, outbox, ports } = this.#parts.core;
    if (change.reset) await recorded.load();
    if (change.cases) await recorded.refresh(change.gone);
    if (change.commands) await outbox.load();
    if (change.reset) ports.tabs.tell({ about: 'session' });
    if (change.cases) ports.tabs.tell({ about: 'cases', gone: change.gone });
    if (change.commands) ports.tabs.tell({ about: 'commands' });
    // Another epoch: what the district may have lost is waiting again.
    if (change.reset && change.commands) this.#sending.run('command');
  }

  /** The line that says that there is more: open while somebody may read and looks. */
  #arrangeLive(): void {
    const { core, membership } = this.#parts;
    const { surroundings, transport } = core.ports;
    const person = membership.signedIn.value;
    const device = membership.device.value;
    const wanted = person && device && !membership.ended.value && surroundings.visible();
    const scope = wanted ? scopeOf(person, device) : null;
    if ((this.#live?.scope ?? null) === scope) return;
    this.#live?.close();
    this.#live = scope === null ? null : { scope, close: transport.live(scope, () => this.#reading.run()) };
  }

  #poll(): void {
    const { surroundings, timer } = this.#parts.core.ports;
    const look = (): void => {
      this.#polls += 1;
      this.#poll();
      if (!surroundings.visible()) return;
      this.#reading.run();
      if (this.#polls % POLLS_PER_CATALOGUE === 0) this.#refreshing.run();
    };
    this.#ends.set('poll', timer.after(POLL_MS, look));
  }

  #reconnected(): void {
    this.#checking.run();
    this.#sending.run('reconnect');
    this.#reading.run();
    this.#refreshing.run();
  }

  #surroundingsChanged(): void {
    const { ports, line } = this.#parts.core;
    const online = ports.surroundings.online();
    if (!online) line.lost();
    if (online && !this.#wasOnline) this.#reconnected();
    else if (ports.surroundings.visible()) {
      this.#sending.run('time');
      this.#reading.run();
    }
    this.#wasOnline = online;
    this.#arrangeLive();
  }

  async #hear(news: readonly TabNews[]): Promise<void> {
    for (const one of news) await takeIn(this.#parts, one);
    this.#arrangeLive();
    this.#arrangeWake();
    if (news.some((one) => one.about === 'commands')) this.#sending.run('time');
  }
}

const nothing = (): void => undefined;

/** Takes in what another tab has changed. */
async function takeIn(parts: Parts, news: TabNews): Promise<void> {
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
