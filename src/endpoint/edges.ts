import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import type { Edges } from './context.ts';

/** Chance is drawn in advance: each draw costs more than what most callers want of it. */
const POOL_BYTES = 8_192;

function pooledRandomBytes(): (count: number) => Uint8Array {
  const pool = new Uint8Array(POOL_BYTES);
  let used = POOL_BYTES;
  return (count) => {
    if (count > POOL_BYTES) return randomFillSync(new Uint8Array(count));
    if (used + count > POOL_BYTES) {
      randomFillSync(pool);
      used = 0;
    }
    const drawn = pool.slice(used, used + count);
    // What was given out is nobody else's to read.
    pool.fill(0, used, used + count);
    used += count;
    return drawn;
  };
}

/** The real clock, ids, chance and timer, made once for the programs `main.ts` and `demo.ts`. */
export const nodeEdges: Edges = {
  clock: () => Date.now(),
  newId: () => v7(),
  randomBytes: pooledRandomBytes(),
  timer: {
    every: (ms, run) => {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
  },
};
