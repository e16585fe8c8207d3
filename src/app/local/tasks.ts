/** A piece of background work of which one run is under way at a time; a call meanwhile makes one more run after it. */
export interface Task<W> {
  run(why: W): void;
}

export interface Tasks {
  /** @param stronger which of two reasons stands when both come while a run is under way */
  task<W>(work: (why: W) => Promise<void>, stronger: (a: W, b: W) => W): Task<W>;
  /** Counts other work as under way until it ends. */
  track<T>(work: Promise<T>): Promise<T>;
  /** How many runs are under way. */
  busy(): number;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** No run begins any more. */
  stop(): void;
}

export function createTasks(): Tasks {
  let busy = 0;
  let stopped = false;
  let waiting: (() => void)[] = [];

  const done = (): void => {
    busy -= 1;
    if (busy > 0) return;
    for (const tell of waiting) tell();
    waiting = [];
  };

  return {
    task(work, stronger) {
      let running = false;
      let next: { why: Parameters<typeof work>[0] } | null = null;
      const start = (why: Parameters<typeof work>[0]): void => {
        running = true;
        busy += 1;
        const ended = (): void => {
          running = false;
          const again = next;
          next = null;
          if (again && !stopped) start(again.why);
          done();
        };
        // An error is a broken invariant: it surfaces as an unhandled rejection, and the next run still comes.
        void work(why).finally(ended);
      };
      return {
        run(why) {
          if (stopped) return;
          if (running) next = { why: next ? stronger(next.why, why) : why };
          else start(why);
        },
      };
    },
    track(work) {
      busy += 1;
      return work.finally(done);
    },
    busy: () => busy,
    idle: () => (busy === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    stop() {
      stopped = true;
    },
  };
}
