import { afterAll, beforeAll, expect, it } from 'vitest';
import { runSeed } from './run.ts';
import { installSyncCrypto } from './syncCrypto.ts';

/**
 * All files together; each runs its share, so that they can run side by side. As many as fit into the time of the tests: half
 * a second each. `npm run simulate` runs the thousands.
 */
const SEEDS = 60;
const FILES = 2;

/** Real cryptography without threads for the tests of a file, and no advice from libraries about a browser's console. */
export function withSyncCrypto(): void {
  const { warn } = console;
  let remove: () => void = () => undefined;
  beforeAll(() => {
    remove = installSyncCrypto();
    console.warn = () => undefined;
  });
  afterAll(() => {
    remove();
    console.warn = warn;
  });
}

/** Runs one file's share of the seeds. `npm run simulate` runs any others. */
export function runShareOf(file: number): void {
  withSyncCrypto();
  it(`every ${FILES}. of the seeds 1 to ${SEEDS} from ${file} on`, { timeout: 600_000 }, async () => {
    for (let seed = file; seed <= SEEDS; seed += FILES) {
      const { complaints } = await runSeed(seed);
      expect(complaints, `npm run simulate -- --seeds 1 --from ${seed}`).toEqual([]);
    }
  });
}
