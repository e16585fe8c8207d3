import type { Store } from '../store/store.ts';

/** A state is JSON that nobody parses on its way out; this text stands in it only where there are files. */
const HAS_FILES = '"files":[';

/** By case, the files that have not come yet. Cases without files, nearly all on many a page, cost no query. */
export async function awaitingOf(
  cases: readonly { readonly id: string; readonly state: string | null }[],
  read: Pick<Store['read'], 'awaited'>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const waiting = new Map<string, string[]>();
  const ids = cases.filter(({ state }) => state?.includes(HAS_FILES)).map(({ id }) => id);
  for (const { stream, hash } of await read.awaited(ids))
    waiting.set(stream, [...(waiting.get(stream) ?? []), hash]);
  return waiting;
}
