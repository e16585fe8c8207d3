import { type OpenLocal, openLocal } from '../../src/app/local/local.ts';
import type { Place, WindowEnds } from './place.ts';

/** One window of a browser, from its opening to its end: closed in good order, or killed in the middle of anything. */
export class Window implements WindowEnds {
  alive = true;
  readonly ends: (() => void)[] = [];
  /** Resolves when it is killed. */
  readonly died: Promise<'died'>;
  #died: (word: 'died') => void = () => undefined;
  #local: OpenLocal | undefined;

  private constructor(readonly place: Place) {
    this.died = new Promise((resolve) => {
      this.#died = resolve;
    });
  }

  /** @returns the window; already dead when it died while it was opening, or could not open its store */
  static async open(place: Place): Promise<Window> {
    const window = new Window(place);
    // A store that cannot be opened: the person sees why, and opens the window again.
    const opened = await window
      .whileAlive(() => openLocal(place.ports(window)))
      .catch(() => 'failed' as const);
    if (opened === 'failed' || opened === 'died') window.kill();
    else window.#local = opened;
    return window;
  }

  get local(): OpenLocal {
    if (!this.#local) throw new Error('the window never opened');
    return this.#local;
  }

  /** What comes of an act of the person in front of it, or that the window died meanwhile. */
  whileAlive<T>(act: () => Promise<T>): Promise<T | 'died'> {
    return this.alive ? Promise.race([act(), this.died]) : Promise.resolve('died');
  }

  onDeath(run: () => void): void {
    this.ends.push(run);
  }

  kill(): void {
    if (!this.alive) return;
    this.alive = false;
    for (const run of this.ends) run();
    this.#died('died');
  }

  /** In good order, as far as what is under way lets it: a browser waits for nobody for long. */
  async close(settle: () => Promise<void>): Promise<void> {
    if (!this.alive) return;
    void this.local.close();
    await settle();
    this.kill();
  }
}
