import { afterAll, beforeAll, expect, it } from 'vitest';
import { runSeed } from './run.ts';
import { SHORT_SEEDS } from './script.ts';
import { installSyncCrypto } from './syncCrypto.ts';

/** Each file runs its share, so that they can run side by side. `npm run simulate` runs the thousands. */
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
  it(`every ${FILES}. of the seeds 1 to ${SHORT_SEEDS} from ${file} on`, { timeout: 600_000 }, async () => {
    for (let seed = file; seed <= SHORT_SEEDS; seed += FILES) {
      const { complaints } = await runSeed(seed);
      expect(complaints, `npm run simulate -- --seeds 1 --from ${seed}`).toEqual([]);
    }
  });
}
