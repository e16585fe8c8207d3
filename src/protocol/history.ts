import * as v from 'valibot';
import { Instant } from './command.ts';

/** `GET /api/cases/:id`: who did what, when, and for whom. */
export const HistoryEntry = v.object({
  version: v.number(),
  type: v.string(),
  /** By name, like `for`. */
  by: v.string(),
  /** Who was away, of what a deputy did in a post that is not their own. */
  for: v.exactOptional(v.string()),
  office: v.string(),
  at: Instant,
  recordedAt: Instant,
});
export type HistoryEntry = v.InferOutput<typeof HistoryEntry>;
