import type { Edges } from '../../src/endpoint/context.ts';
import { nodeEdges } from '../../src/endpoint/edges.ts';

/** The edges of an endpoint under test: everything real, but the clock is the test's. */
export const testEdges = (clock: () => number): Edges => ({ ...nodeEdges, clock });
