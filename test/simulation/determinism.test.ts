import { describe, expect, it } from 'vitest';
import { runScript, runSeed } from './run.ts';
import { scriptOf } from './script.ts';
import { withSyncCrypto } from './seeds.ts';

describe('a seed', () => {
  withSyncCrypto();

  it('makes the same run each time, down to every request and every id', async () => {
    const seed = 507;
    const [first, second]: string[][] = [[], []];
    const one = await runScript(scriptOf(seed), {}, first);
    const other = await runScript(scriptOf(seed), {}, second);
    expect(second).toEqual(first);
    expect(other.hash).toBe(one.hash);
    expect(first?.length).toBeGreaterThan(50);
  });

  it('makes another run than the next one', async () => {
    expect((await runSeed(508)).hash).not.toBe((await runSeed(509)).hash);
  });
});
