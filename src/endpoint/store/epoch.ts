import type { Store } from './store.ts';

const EPOCH = 'epoch';

/**
 * The store's epoch: every position that a device has read belongs to one. A restore from a backup takes positions
 * back, so it begins another, and devices then read anew.
 */
export function epochOf(store: Store, newId: () => string): Promise<string> {
  return store.write(async (tx) => {
    const known = await tx.getMeta(EPOCH);
    if (known !== undefined) return known;
    const first = newId();
    await tx.setMeta(EPOCH, first);
    return first;
  });
}

/** The last step of a restore, while the endpoint is stopped. */
export async function rotateEpoch(store: Store, newId: () => string): Promise<void> {
  await store.write((tx) => tx.setMeta(EPOCH, newId()));
}
