import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Edges } from './context.ts';

/** The real clock, ids, chance and timer, made once for the programs `main.ts` and `demo.ts`. */
export const nodeEdges: Edges = {
  clock: () => Date.now(),
  newId: () => v7(),
  randomBytes: (count) => randomBytes(count),
  timer: {
    every: (ms, run) => {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
  },
};
