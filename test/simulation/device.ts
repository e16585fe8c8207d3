import { SECRET } from '../support/hall.ts';
import { nth } from './chance.ts';
import type { Place } from './place.ts';
import { PASSWORD, type Person } from './prepared.ts';
import type { Stillness } from './stillness.ts';
import { Window } from './window.ts';

/** A counter of a hall: a device, the windows that are open on it, and who sits there. */
export class Device {
  windows: Window[] = [];
  /** Who works here; null while the screen is locked. */
  person: Person | null;
  /** Revoked: what it sends waits for a supervisor. */
  barred = false;

  constructor(
    readonly place: Place,
    readonly office: string,
    /** Who has a secret here. */
    readonly people: readonly Person[],
    readonly stillness: Stillness,
  ) {
    // As the prepared device was left: whoever signed in last works there.
    this.person = people.at(-1) ?? null;
  }

  get alive(): readonly Window[] {
    return this.windows.filter((one) => one.alive);
  }

  window(tab: number): Window | undefined {
    return nth(this.alive, tab);
  }

  /** One more window. Whoever works here unlocks it, unless another window already hands over its keys. */
  async open(): Promise<void> {
    const window = await this.stillness.until(Window.open(this.place));
    this.windows = [...this.alive, ...(window.alive ? [window] : [])];
    await this.stillness.settle();
    await this.unlock(window);
  }

  async unlock(window: Window | undefined): Promise<void> {
    const { person } = this;
    if (!person || !window?.alive || window.local.access.value.state !== 'locked') return;
    const known = window.local.access.value.people.some((one) => one.id === person.id);
    if (known) await this.stillness.until(window.whileAlive(() => window.local.unlock(person.id, SECRET)));
    await this.stillness.settle();
  }

  /** The app says that the district wants a password again: after somebody was disabled for a while. */
  async signInAgain(window: Window): Promise<void> {
    const { person } = this;
    if (!person || !window.alive || !window.local.status.value.sessionEnded) return;
    const again = window.whileAlive(() => window.local.signIn(person.username, PASSWORD));
    await this.stillness.until(again);
    await this.stillness.settle();
  }

  /** All at once, in the middle of anything. */
  kill(window: Window | undefined): void {
    window?.kill();
    this.tidy();
  }

  /** What has died is gone; with the last window goes what only windows remember. */
  tidy(): void {
    this.windows = [...this.alive];
    if (this.windows.length === 0) this.place.jar.proof = null;
  }

  /** Somebody opens the app again where it has died, and unlocks where it has locked itself. */
  async revive(): Promise<void> {
    this.tidy();
    if (this.windows.length === 0) await this.open();
    await this.unlock(this.windows[0]);
  }
}
