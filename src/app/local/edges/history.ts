import * as v from 'valibot';
import { Instant } from '../../../protocol/command.ts';
import type { HistoryEntry } from '../types.ts';

const Entry = v.object({
  version: v.number(),
  type: v.string(),
  by: v.string(),
  office: v.string(),
  at: Instant,
  recordedAt: Instant,
});

/** `GET /api/cases/:id`: of all that it tells, the history is what a screen shows. */
export const History = v.pipe(
  v.object({ history: v.array(Entry) }),
  v.transform((answer): readonly HistoryEntry[] => answer.history),
);
