import { WAKES, type Wake } from './backoff.ts';
import { waitsForLine } from './batch.ts';
import type { Parts } from './conductor.ts';
import { LONGEST_MS, soonest } from './schedule.ts';
import { guarded } from './storeWatch.ts';
import type { Task } from './tasks.ts';

/** A sending that takes longer may outlive its window: then the worker is to end it. */
const SLOW_MS = 1_000;
/** Never a tighter loop than this, whatever the rows say. */
const SHORTEST_WAIT_MS = 250;

/** What a sending sets going elsewhere. */
export interface DispatchEffects {
  /** @param recorded the feed has something new */
  batchDone(recorded: boolean): Promise<void>;
  /** A sending is over, whatever came of it. */
  drained(): void;
}

const stronger = (a: Wake, b: Wake): Wake => (WAKES.indexOf(a) > WAKES.indexOf(b) ? a : b);

/** Sends what waits: commands first, which are small, then the files that they name, without holding up new commands. */
export class Dispatch {
  readonly #parts: Parts;
  readonly #effects: DispatchEffects;
  readonly #sending: Task<Wake>;
  readonly #uploading: Task<Wake>;
  #endWake: (() => void) | undefined;

  constructor(parts: Parts, effects: DispatchEffects) {
    const { core, tasks } = parts;
    this.#parts = parts;
    this.#effects = effects;
    this.#sending = tasks.task(
      guarded(core.store, (why: Wake) => this.#drain(why)),
      stronger,
    );
    this.#uploading = tasks.task(
      guarded(core.store, (why: Wake) => this.#upload(why)),
      stronger,
    );
  }

  run(why: Wake): void {
    this.#sending.run(why);
  }

  /** Everything that can be sent: resolves when the attempt is over. */
  async now(): Promise<void> {
    await this.#drain('person');
    await this.#upload('person');
  }

  stop(): void {
    this.#endWake?.();
  }

  async #drain(why: Wake): Promise<void> {
    const { sender, core } = this.#parts;
    const inTime = core.ports.timer.after(SLOW_MS, () => this.#askToBeWoken());
    let next = why;
    await sender.drain(why, (recorded) => {
      // What was recorded just now says that there is a line for its files as well.
      if (recorded) next = stronger(why, 'reconnect');
      return this.#effects.batchDone(recorded);
    });
    inTime();
    this.#uploading.run(next);
    this.arrangeWake();
    this.#askToBeWoken();
    this.#effects.drained();
  }

  async #upload(why: Wake): Promise<void> {
    const { uploader, core } = this.#parts;
    await uploader.drain(why, () => core.ports.tabs.tell({ about: 'files' }));
    this.arrangeWake();
  }

  /** This window may be closed before the line is there. */
  #askToBeWoken(): void {
    const { core, membership } = this.#parts;
    const waits = waitsForLine(core.outbox.rows.value) || core.files.waits();
    if (membership.device.value && waits) core.ports.background.ask();
  }

  /** By itself, when the next command or file is due. */
  arrangeWake(): void {
    const { core, membership, sender, uploader } = this.#parts;
    this.#endWake?.();
    const due = membership.device.value ? soonest(sender.due(), uploader.due()) : null;
    if (due === null) return;
    // A moment further ahead was set before the clock was put back.
    const wait = Math.min(LONGEST_MS, Math.max(SHORTEST_WAIT_MS, due - core.ports.clock.now()));
    this.#endWake = core.ports.timer.after(wait, () => this.#sending.run('time'));
  }
}
