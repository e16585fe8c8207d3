import { effect } from '@preact/signals-core';
import type { Wake } from './backoff.ts';
import type { Mirror } from './carry/mirror.ts';
import type { CatalogueStore } from './catalogueStore.ts';
import type { Contact } from './contact.ts';
import type { Core } from './core.ts';
import { Dispatch } from './dispatch.ts';
import { Door } from './door.ts';
import type { DraftShelf } from './drafts.ts';
import type { Applied, Feed } from './feed.ts';
import type { Uploader } from './files/uploader.ts';
import { LiveLine } from './liveLine.ts';
import type { Lock } from './lock/lock.ts';
import type { TabNews, TabTalk } from './ports.ts';
import { streamsOf } from './progress.ts';
import { resealUnknown } from './reseal.ts';
import type { Sender } from './sender.ts';
import type { Membership } from './session.ts';
import type { SlipShelf } from './slips.ts';
import { guarded } from './storeWatch.ts';
import { takeIn } from './tabNews.ts';
import type { Task, Tasks } from './tasks.ts';
import type { Viewing } from './viewing.ts';

const POLL_MS = 60_000;
/** A catalogue changes a few times a month, but a suspended item must be seen the same day. */
const POLLS_PER_CATALOGUE = 5;
/** Every ten minutes the district hears how the device is, and says what posts whoever works here has. */
const POLLS_PER_CONTACT = 10;

export interface Parts {
  readonly core: Core;
  readonly membership: Membership;
  readonly lock: Lock;
  readonly catalogue: CatalogueStore;
  readonly drafts: DraftShelf;
  readonly slips: SlipShelf;
  readonly feed: Feed;
  readonly sender: Sender;
  readonly uploader: Uploader;
  readonly mirror: Mirror;
  readonly viewing: Viewing;
  readonly tasks: Tasks;
  /** Made with what the conductor does for it. */
  readonly contact: (effects: ConstructorParameters<typeof Contact>[3]) => Contact;
}

/** Decides when to send, to read and to look again; everything that happens by itself on a device starts here. */
export class Conductor {
  readonly #parts: Parts;
  readonly #dispatch: Dispatch;
  readonly #reading: Task<void>;
  readonly #refreshing: Task<void>;
  readonly #checking: Task<void>;
  readonly #hearing: Task<readonly TabNews[]>;
  readonly #contacting: Task<void>;
  readonly #holding: Task<void>;
  readonly #mirroring: Task<void>;
  readonly contact: Contact;
  readonly door: Door;
  /** What ends with the page: listeners and timers by name. */
  readonly #ends = new Map<string, () => void>();
  readonly #live: LiveLine;
  #wasOnline: boolean;
  #polls = 0;
  /** It was asked who works here and not answered, or that is ten minutes ago: their posts may have changed. */
  #unsure = false;

  constructor(parts: Parts) {
    const { core, membership, catalogue, feed, tasks } = parts;
    this.#parts = parts;
    this.#wasOnline = core.ports.surroundings.online();
    this.#live = new LiveLine(parts, () => this.#reading.run());
    this.#dispatch = new Dispatch(parts, {
      batchDone: (recorded) => this.#batchDone(recorded),
      drained: () => {
        // A key that the endpoint does not have is asked for.
        if (core.outbox.rows.value.some((row) => row.reseal) || this.contact.isDue()) this.#contacting.run();
      },
    });
    const readOn = guarded<void>(core.store, async () => {
      await feed.catchUp((change) => this.#applied(change));
      await core.recorded.pack();
    });
    this.#reading = tasks.task(readOn, nothing);
    const refresh = guarded<void>(core.store, async () => {
      if (await catalogue.refresh()) core.ports.tabs.tell({ about: 'catalogue' });
    });
    this.#refreshing = tasks.task(refresh, nothing);
    const check = guarded<void>(core.store, async () => {
      this.#unsure = !(await membership.check());
      this.#live.arrange();
      if (membership.mayRead.value) this.#reading.run();
    });
    this.#checking = tasks.task(check, nothing);
    const hear = guarded(core.store, (news: readonly TabNews[]) => this.#hear(news));
    this.#hearing = tasks.task(hear, (a, b) => [...a, ...b]);
    this.contact = parts.contact({
      drain: () => this.#dispatch.now(),
      wiped: () => this.#wiped(),
      forgotten: () => this.#forgotten(),
      dismissed: () => this.#dismissed(),
    });
    const contact = guarded<void>(core.store, async () => {
      // Contact first: after a long holiday there may be a line, and then nothing has to be given up.
      await this.contact.make();
      await this.contact.watch();
      if (await resealUnknown(core)) this.#dispatch.run('command');
    });
    this.#contacting = tasks.task(contact, nothing);
    this.#holding = tasks.task(
      guarded<void>(core.store, () => core.recorded.hold('outbox', streamsOf(core.outbox.commands.value))),
      nothing,
    );
    this.#mirroring = tasks.task(
      guarded<void>(core.store, () => parts.mirror.sync()),
      nothing,
    );
    this.door = new Door(parts, {
      check: () => this.#checking.run(),
      contact: () => this.#contacting.run(),
      send: () => this.#dispatch.run('command'),
      live: () => this.#live.arrange(),
    });
  }

  start(): void {
    const { core, membership, lock } = this.#parts;
    const { tabs, surroundings } = core.ports;
    membership.onStale = () => this.#checking.run();
    membership.makeContact = () => this.contact.make();
    this.#ends.set('circle', lock.share());
    // The cases that own commands lie over are kept open, whoever has made or settled the commands.
    this.#ends.set(
      'holding',
      effect(() => {
        const open = lock.open.value !== null;
        void core.outbox.commands.value;
        if (open) this.#holding.run();
      }),
    );
    this.#ends.set(
      'mirror',
      effect(() => {
        void core.outbox.rows.value;
        this.#mirroring.run();
      }),
    );
    this.#ends.set(
      'tabs',
      tabs.listen((news) => this.#heard(news)),
    );
    this.#ends.set(
      'surroundings',
      surroundings.onChange(() => this.#surroundingsChanged()),
    );
    tabs.tell({ about: 'here' });
    this.#poll();
    this.#live.arrange();
    this.#reconnected();
    void this.#parts.tasks.track(this.door.join());
    void this.#parts.tasks.track(this.#mirror());
  }

  /** What a rolled-back disk has lost comes back from the folder, and is sent. */
  async #mirror(): Promise<void> {
    const { core, mirror } = this.#parts;
    await core.store.guard(() => mirror.begin());
    if (mirror.state.value === 'ready') this.#dispatch.run('command');
  }

  async #forgotten(): Promise<void> {
    await this.#parts.membership.forgotten();
    this.door.lockAll();
  }

  async #dismissed(): Promise<void> {
    await this.#parts.membership.forgetDevice();
    this.#parts.core.ports.tabs.tell({ about: 'session' });
  }

  async #wiped(): Promise<void> {
    const { outbox, ports } = this.#parts.core;
    this.door.lockAll();
    await outbox.load();
    ports.tabs.tell({ about: 'session' });
    ports.tabs.tell({ about: 'commands' });
  }

  stop(): void {
    this.#parts.tasks.stop();
    this.door.close();
    this.#dispatch.stop();
    for (const end of this.#ends.values()) end();
    this.#live.close();
  }

  send(why: Wake): void {
    this.#dispatch.run(why);
  }

  /** Enrolled, or there is a catalogue to be had: what a device needs before its first work. */
  begin(): void {
    this.#contacting.run();
    this.#refreshing.run();
    // Somebody has just reached the district: also what stands apart there is asked about.
    this.#dispatch.run('person');
  }

  async #batchDone(recorded: boolean): Promise<void> {
    const { core, slips } = this.#parts;
    if (slips.kept.value.some((one) => one.end === null)) await slips.load();
    core.ports.tabs.tell({ about: 'commands' });
    core.ports.tabs.tell({ about: 'slips' });
    if (!recorded) return;
    this.contact.sent();
    this.#readOn();
  }

  async #applied(change: Applied): Promise<void> {
    const { recorded, outbox, ports } = this.#parts.core;
    if (change.reset) await recorded.load();
    if (change.cases) await recorded.refresh(change.gone);
    if (change.gone.length > 0) await this.#parts.drafts.load();
    if (change.commands) await outbox.load();
    if (change.reset) ports.tabs.tell({ about: 'anew' });
    if (change.cases) ports.tabs.tell({ about: 'cases', gone: change.gone });
    if (change.commands) ports.tabs.tell({ about: 'commands' });
    // Another epoch: what the district may have lost is waiting again.
    if (change.reset && change.commands) this.#dispatch.run('command');
  }

  #poll(): void {
    const { core } = this.#parts;
    const { surroundings, timer } = core.ports;
    const look = (): void => {
      this.#polls += 1;
      this.#poll();
      void core.store.guard(() => core.storage.look());
      if (this.#polls % POLLS_PER_CONTACT === 0) {
        this.#contacting.run();
        this.#unsure = true;
      }
      if (!surroundings.visible()) return;
      this.#readOn();
      if (this.#polls % POLLS_PER_CATALOGUE === 0) this.#refreshing.run();
    };
    this.#ends.set('poll', timer.after(POLL_MS, look));
  }

  /** Without a session there is nothing to read: whoever works here may have one again by now. */
  #readOn(): void {
    const { mayRead, ended } = this.#parts.membership;
    if (mayRead.value && !this.#unsure) this.#reading.run();
    else if (!ended.value) this.#checking.run();
  }

  #reconnected(): void {
    this.#dispatch.run('reconnect');
    this.#contacting.run();
    this.#checking.run();
    this.#reading.run();
    this.#refreshing.run();
  }

  #surroundingsChanged(): void {
    const { ports, line } = this.#parts.core;
    const online = ports.surroundings.online();
    if (!online) line.lost();
    this.door.look();
    if (online && !this.#wasOnline) this.#reconnected();
    else if (ports.surroundings.visible()) {
      this.#dispatch.run('time');
      this.#readOn();
    }
    this.#wasOnline = online;
    this.#live.arrange();
  }

  #heard(news: TabTalk): void {
    // Answered at once, whatever else goes on here: where a window is open the worker has nothing to do.
    if (news.about === 'woken') this.#parts.core.ports.tabs.tell({ about: 'here' });
    else if (news.about === 'yours') this.#dispatch.run('reconnect');
    else if (news.about === 'lock' || news.about === 'touch') this.door.heard(news);
    else if (news.about !== 'here') this.#hearing.run([news]);
  }

  async #hear(news: readonly TabNews[]): Promise<void> {
    for (const one of news) await takeIn(this.#parts, one, this.door);
    this.#live.arrange();
    this.#dispatch.arrangeWake();
    if (news.some((one) => one.about === 'commands')) this.#dispatch.run('time');
  }
}

const nothing = (): void => undefined;
