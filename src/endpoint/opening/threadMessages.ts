import type { Found, Wanted } from './keyRing.ts';
import type { RawRequest, RequestResult } from './request.ts';

/** What the main thread and a thread that opens say to each other. Each `job` and `ask` is answered once. */
export type ToThread =
  | { readonly is: 'open'; readonly job: number; readonly raw: RawRequest }
  | { readonly is: 'found'; readonly ask: number; readonly found: Found }
  | { readonly is: 'sealing'; readonly privateKeys: readonly string[] };

export type FromThread =
  | { readonly is: 'read'; readonly job: number; readonly result: RequestResult }
  | { readonly is: 'wanted'; readonly ask: number; readonly wanted: Wanted }
  /** Something that nobody expected; says nothing of the content. */
  | { readonly is: 'failed'; readonly job: number; readonly error: unknown };

/** What a thread begins with. */
export interface ThreadData {
  readonly privateKeys: readonly string[];
}
