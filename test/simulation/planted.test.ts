import { describe, expect, it } from 'vitest';
import { PLANTS } from './plants.ts';
import { runScript } from './run.ts';
import { scriptOf } from './script.ts';
import { withSyncCrypto } from './seeds.ts';

/** Seeds that are tried from the named one on, should a change of the product have moved the fault. */
const TRIED = 40;

describe('the simulation', () => {
  withSyncCrypto();

  it.each(PLANTS)('finds $name', { timeout: 300_000 }, async ({ plant, finds, seed }) => {
    let found = '';
    for (let tried = seed; tried < seed + TRIED && !finds.test(found); tried += 1) {
      const { complaints } = await runScript(scriptOf(tried), plant);
      found = complaints.map((one) => one.what).join('\n');
    }
    expect(found).toMatch(finds);
  });
});
