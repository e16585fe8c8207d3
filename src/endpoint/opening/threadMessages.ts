import type { Found, Wanted } from './keyRing.ts';
import type { RawRequest, RequestResult } from './request.ts';

/**
 * What the main thread and a thread that opens say to each other. Each `job` and `ask` is answered once. A message
 * costs more than a job weighs, so jobs travel together, and so do their ends.
 */
export type ToThread =
  | { readonly is: 'open'; readonly jobs: readonly Job[] }
  | { readonly is: 'found'; readonly ask: number; readonly found: Found }
  | { readonly is: 'sealing'; readonly privateKeys: readonly string[] };

export type FromThread =
  | { readonly is: 'ended'; readonly ends: readonly JobEnd[] }
  | { readonly is: 'wanted'; readonly ask: number; readonly wanted: Wanted };

export interface Job {
  readonly job: number;
  readonly raw: RawRequest;
}

export type JobEnd =
  | { readonly job: number; readonly result: RequestResult }
  /** Something that nobody expected; says nothing of the content. */
  | { readonly job: number; readonly error: unknown };

/** What a thread begins with. */
export interface ThreadData {
  readonly privateKeys: readonly string[];
}
