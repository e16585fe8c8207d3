import * as v from 'valibot';
import { HistoryEntry } from '../../../protocol/history.ts';

/** `GET /api/cases/:id`: of all that it tells, the history is what a screen shows. */
export const History = v.pipe(
  v.object({ history: v.array(HistoryEntry) }),
  v.transform((answer): readonly HistoryEntry[] => answer.history),
);
