import type { Context } from '../context.ts';

/**
 * Which of these files are here for good: told to have arrived, and with all their bytes on the disk. A device lets its
 * own copy go for this answer.
 */
export async function heldOf(
  hashes: readonly string[],
  { store, shelf }: Pick<Context, 'store' | 'shelf'>,
): Promise<string[]> {
  const arrived = new Map((await store.read.arrived(hashes)).map(({ hash, size }) => [hash, size]));
  const held: string[] = [];
  for (const hash of new Set(hashes)) {
    const size = arrived.get(hash);
    if (size !== undefined && (await shelf.has(hash, size))) held.push(hash);
  }
  return held;
}
