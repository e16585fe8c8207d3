import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Edges } from '../../src/endpoint/context.ts';

/** The edges of an endpoint under test: everything real, but the clock is the test's. */
export const testEdges = (clock: () => number): Edges => ({
  clock,
  newId: () => v7(),
  randomBytes: (count) => randomBytes(count),
  timer: {
    every: (ms, run) => {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
  },
});
