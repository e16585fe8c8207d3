/** A run that does not come to rest, or does not end: a failure with a message, never a hang. */
export class NotAtRest extends Error {}

/** Turns of the event loop in which nothing may have moved. */
const QUIET_TURNS = 5;
/** Far more than any step of a run needs. */
const MOST_TURNS = 50_000;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Knows when everything waits for the next step. Nothing here uses another thread, so whatever goes on shows itself in
 * every few turns of the event loop: a store moves, or a request is under way.
 */
export class Stillness {
  #moves = 0;
  readonly #others: (() => number)[] = [];

  moved(): void {
    this.#moves += 1;
  }

  /** Counts what is under way elsewhere. */
  also(count: () => number): void {
    this.#others.push(count);
  }

  /** Until nothing moves any more. @throws NotAtRest */
  async settle(): Promise<void> {
    let seen = this.#moves;
    let quiet = 0;
    for (let turns = 0; quiet < QUIET_TURNS; turns += 1) {
      if (turns > MOST_TURNS) throw new NotAtRest(`nothing comes to rest within ${MOST_TURNS} turns`);
      await turn();
      const busy = this.#others.some((count) => count() > 0);
      quiet = busy || seen !== this.#moves ? 0 : quiet + 1;
      seen = this.#moves;
    }
  }

  /** Until something has come of it. @throws NotAtRest */
  async until<T>(work: Promise<T>): Promise<T> {
    let ended = false;
    const end = (): void => {
      ended = true;
    };
    work.then(end, end);
    for (let turns = 0; !ended; turns += 1) {
      if (turns > MOST_TURNS) throw new NotAtRest(`an act has no end within ${MOST_TURNS} turns`);
      await turn();
    }
    return await work;
  }
}
