import { prepareActs } from './acts.ts';
import type { Parts } from './conductor.ts';
import { forgetOtherScope, scopeOf } from './feed.ts';
import { IdleLock } from './lock/idle.ts';
import type { Presence } from './ports.ts';
import { resealUnknown } from './reseal.ts';
import { forgetClosed } from './retention.ts';

/** What coming and going sets going elsewhere. */
export interface DoorWakes {
  check(): void;
  contact(): void;
  send(): void;
  live(): void;
}

/** Coming and going: what is opened when somebody unlocks, and forgotten when nobody is there. */
export class Door {
  readonly #parts: Parts;
  readonly #wakes: DoorWakes;
  readonly #idle: IdleLock;

  constructor(parts: Parts, wakes: DoorWakes) {
    const { core } = parts;
    this.#parts = parts;
    this.#wakes = wakes;
    this.#idle = new IdleLock(
      core.ports,
      () => core.policy(),
      () => this.lockAll(),
    );
  }

  /** Another window may have unlocked already. */
  async join(): Promise<void> {
    const { lock, core } = this.#parts;
    if (lock.open.value) return;
    const joined = await core.store.guard(() => lock.join());
    if (joined.ok && joined.value) await this.#opened();
  }

  /** Somebody has just unlocked in this window: the others may follow. */
  async unlockedHere(): Promise<void> {
    this.#parts.core.ports.tabs.tell({ about: 'session' });
    await this.#opened();
  }

  /** Shows what is theirs to see, the newest first, and reads on. */
  async #opened(): Promise<void> {
    const { core, drafts, slips, tasks, viewing } = this.#parts;
    this.#idle.begin();
    await Promise.all([viewing.ready(), core.outbox.unlocked(), drafts.load(), slips.load()]);
    void tasks.track(this.#openCases());
    prepareActs(core).catch(() => undefined);
    this.#wakes.live();
    this.#wakes.check();
    this.#wakes.contact();
  }

  async #openCases(): Promise<void> {
    const { core, membership, drafts } = this.#parts;
    await core.store.guard(async () => {
      const person = core.lock.open.value?.person;
      const device = membership.device.value;
      if (person && device) await forgetOtherScope(core.db, scopeOf(person, device));
      await core.recorded.load();
      if ((await forgetClosed(core)).length > 0) await drafts.load();
      if (await resealUnknown(core)) this.#wakes.send();
      await core.files.tidy();
      await core.recorded.pack();
    });
  }

  /** Somebody has signed in with a password: to set a secret, or to visit. Whoever worked here no longer does. */
  membersChanged(): void {
    if (this.#parts.membership.access.value.state !== 'open') {
      this.#parts.lock.lock();
      this.#forget();
      this.#parts.core.ports.tabs.tell({ about: 'lock' });
      // Whoever is called away before a secret is set, or from a visit, must not leave their place to the next.
      this.#idle.begin();
    }
    this.#wakes.live();
  }

  /** At once, in every window. What is queued is still sent. */
  lockAll(): void {
    this.#parts.core.ports.tabs.tell({ about: 'lock' });
    this.lock();
  }

  /** In this window. */
  lock(): void {
    this.#parts.membership.leave();
    this.#forget();
    this.#wakes.live();
  }

  /** Nothing of whoever worked here is shown any more. */
  #forget(): void {
    const { core, drafts, slips } = this.#parts;
    this.#idle.end();
    core.outbox.locked();
    core.recorded.clear();
    void drafts.load();
    void slips.load();
  }

  /** Somebody is there: in this window, and so on this device. */
  touched(): void {
    this.#idle.touched();
    this.#parts.core.ports.tabs.tell({ about: 'touch' });
  }

  /**
   * What another window says of who is there. It stands in no queue: a lock that is heard late would lock out whoever
   * has unlocked since. A window that nobody looks at must not lock the one that somebody works in.
   */
  heard(news: Presence): void {
    if (news.about === 'lock') this.lock();
    else this.#idle.touched();
  }

  /** The screen is looked at again. */
  look(): void {
    this.#idle.look();
  }

  /** The window goes: it must not lock those that stay. */
  close(): void {
    this.#idle.end();
  }
}
