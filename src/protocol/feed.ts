import * as v from 'valibot';
import type { Case } from '../domain/case.ts';
import { Hash, Id } from './command.ts';
import { type CaseDocuments, CaseDocumentsFrame } from './documents.ts';

export const FEED_PAGE = 500;

/** The scope of a feed: an office, or `all` for those who oversee every hall. */
export const FeedScope = v.pipe(v.string(), v.regex(/^(370406(\d{3}|-[a-z]{2,6})?|all)$/, 'scope'));

/**
 * One row for each (scope, case): its last position, the case as it now stands, and the head of its chain.
 * `gone`: the scope may no longer see it.
 */
export const FeedRow = v.strictObject({
  position: v.number(),
  id: Id,
  gone: v.boolean(),
  version: v.number(),
  head: v.nullable(Hash),
  /** Made by `evolve` at the endpoint; the device trusts the shape and checks the frame. */
  state: v.nullable(v.looseObject({ id: Id, number: v.string(), status: v.string(), version: v.number() })),
  /** Files of the case that are still on their way here; absent when there are none. */
  awaiting: v.exactOptional(v.array(Hash)),
  /** Its signed documents, and their printings; absent when there are none. */
  documents: v.exactOptional(CaseDocumentsFrame),
});

export const FeedPage = v.strictObject({
  /** To which the positions belong: another one after a restore from a backup. Whoever holds another reads anew from 0. */
  epoch: v.string(),
  rows: v.array(FeedRow),
  /** Where the next page begins. Before where this one was asked to begin: that place is not known here, read anew. */
  next: v.number(),
  more: v.boolean(),
});

export type FeedRow = Omit<v.InferOutput<typeof FeedRow>, 'state' | 'documents'> & {
  state: Case | null;
  documents?: CaseDocuments;
};
export type FeedPage = Omit<v.InferOutput<typeof FeedPage>, 'rows'> & { rows: FeedRow[] };
